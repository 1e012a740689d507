import type { APIRoute } from 'astro';
import { boardSchema } from '#feeds/data/board-files';
import { startPage } from '#queries/page';

export const GET: APIRoute = async () => {
  const { frame } = await startPage();
  return new Response(boardSchema(frame.site.url), { headers: { 'Content-Type': 'application/schema+json' } });
};
