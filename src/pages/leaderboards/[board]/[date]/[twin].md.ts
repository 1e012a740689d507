import type { APIRoute, GetStaticPaths } from 'astro';
import type { Board } from '#domain/leaderboard';
import { boardMarkdown } from '#feeds/board-markdown';
import { allEditions } from '#queries/leaderboards';
import { pathOf } from '#queries/keys';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue, frame } = await startPage();
  return allEditions(catalogue).map((board) => pathOf({ board: board.id, date: board.date.iso, twin: 'index' }, { board, site: frame.site.url }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ board: Board; site: string }> = ({ props }) => new Response(boardMarkdown(props.board, props.site), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
