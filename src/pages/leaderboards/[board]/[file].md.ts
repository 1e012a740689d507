import type { APIRoute, GetStaticPaths } from 'astro';
import type { Board } from '#domain/ranking/board/leaderboard';
import { boardMarkdown } from '#feeds/markdown/board-markdown';
import { latestBoards } from '#queries/leaderboards/leaderboards';
import { pathOf } from '#queries/keys';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue, frame } = await startPage();
  return latestBoards(catalogue).map((board) =>
    pathOf({ board: board.id, file: 'index' }, { board, site: frame.site.url }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ board: Board; site: string }> = ({ props }) =>
  new Response(boardMarkdown(props.board, props.site), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
