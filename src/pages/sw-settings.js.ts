import type { APIRoute } from 'astro';
import { startPage } from '#queries/page';

/** The switch that the service worker reads: browsers compare it with the one they have, so a change reaches every reader. */
export const GET: APIRoute = async () => {
  const { frame } = await startPage();
  return new Response(`self.keepsPages = ${frame.offline};\n`, { headers: { 'Content-Type': 'text/javascript' } });
};
