import type { APIRoute } from 'astro';
import { dataPackage } from '#feeds/data/data-package';
import { sharedEditions } from '#queries/leaderboards/board-data';
import { startPage } from '#queries/page';

export const GET: APIRoute = async () => {
  const { catalogue, frame } = await startPage();
  const boards = sharedEditions(catalogue);
  // A package has at least one file; without a body, Astro writes none.
  if (boards.length === 0) return new Response(null, { status: 404 });
  return new Response(dataPackage(boards, frame.site), { headers: { 'Content-Type': 'application/json' } });
};
