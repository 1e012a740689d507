import type { APIRoute, GetStaticPaths } from 'astro';
import type { Board } from '#domain/leaderboard';
import { boardCsv } from '#feeds/board-files';
import { sharedEditions } from '#queries/board-data';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return sharedEditions(catalogue).map((board) => ({ params: { board: board.id, date: board.date.iso }, props: { board } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ board: Board }> = async ({ props }) => {
  const { frame } = await startPage();
  return new Response(boardCsv(props.board, frame.site.url), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
