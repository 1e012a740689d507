import type { APIRoute, GetStaticPaths } from 'astro';
import type { Board } from '#domain/leaderboard';
import { boardMarkdown } from '#feeds/board-markdown';
import { allEditions } from '#queries/leaderboards';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return allEditions(catalogue).map((board) => ({ params: { board: board.id, date: board.date.iso, twin: 'index' }, props: { board } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ board: Board }> = async ({ props }) => {
  const { frame } = await startPage();
  return new Response(boardMarkdown(props.board, frame.site.url), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
