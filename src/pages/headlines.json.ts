import type { APIRoute } from 'astro';
import { headlineIndex } from '#feeds/data/headline-index';
import { standingPages, storyPages } from '#queries/site/headlines';
import { startPage } from '#queries/page';

/** The small index from which the search answers before its large one is there. */
export const GET: APIRoute = async () => {
  const { catalogue } = await startPage();
  return new Response(headlineIndex(standingPages(catalogue), storyPages(catalogue)), {
    headers: { 'Content-Type': 'application/json' },
  });
};
