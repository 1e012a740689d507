import type { APIRoute } from 'astro';
import { humansTxt } from '#feeds/data/plain-files';
import { startPage } from '#queries/page';

export const GET: APIRoute = async () => new Response(humansTxt((await startPage()).frame));
