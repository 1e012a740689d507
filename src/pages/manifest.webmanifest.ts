import type { APIRoute } from 'astro';
import { webManifest } from '#feeds/data/plain-files';
import { startPage } from '#queries/page';

export const GET: APIRoute = async () =>
  new Response(webManifest((await startPage()).frame), { headers: { 'Content-Type': 'application/manifest+json' } });
