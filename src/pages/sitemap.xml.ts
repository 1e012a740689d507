import type { APIRoute } from 'astro';
import { sitemapIndexText } from '#feeds/sitemap-files';
import { startPage } from '#queries/page';

export const GET: APIRoute = async () => {
  const { catalogue } = await startPage();
  return new Response(sitemapIndexText(catalogue), { headers: { 'Content-Type': 'application/xml' } });
};
