import type { APIRoute } from 'astro';
import { searchIndex } from '#feeds/data/search-index';
import { destinations } from '#queries/site/destinations';
import { startPage } from '#queries/page';

/** The small index from which the search answers before its large one is there. */
export const GET: APIRoute = async () => {
  const { catalogue } = await startPage();
  return new Response(searchIndex(destinations(catalogue)), { headers: { 'Content-Type': 'application/json' } });
};
