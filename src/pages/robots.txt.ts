import type { APIRoute } from 'astro';
import { robotsTxt } from '#domain/site/robots';
import { startPage } from '#queries/page';

export const GET: APIRoute = async () => {
  const { catalogue } = await startPage();
  return new Response(robotsTxt(catalogue.site.aiCrawlers, catalogue.site.url));
};
