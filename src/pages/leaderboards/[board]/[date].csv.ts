import type { APIRoute, GetStaticPaths } from 'astro';
import type { Board } from '#domain/ranking/board/leaderboard';
import { boardCsv } from '#feeds/data/board-files';
import { sharedEditions } from '#queries/leaderboards/board-data';
import { pathOf } from '#queries/keys';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue, frame } = await startPage();
  return sharedEditions(catalogue).map((board) =>
    pathOf({ board: board.id, date: board.date.iso }, { board, site: frame.site.url }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ board: Board; site: string }> = ({ props }) =>
  new Response(boardCsv(props.board, props.site), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
