import type { APIRoute } from 'astro';
import { opml } from '#feeds/opml';
import { allFeeds } from '#queries/site/feeds';
import { startPage } from '#queries/page';

export const GET: APIRoute = async () => {
  const { catalogue, frame } = await startPage();
  return new Response(opml(allFeeds(catalogue), frame.site.name, frame.site.url), {
    headers: { 'Content-Type': 'text/x-opml; charset=utf-8' },
  });
};
