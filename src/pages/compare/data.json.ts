import type { APIRoute } from 'astro';
import { compareData } from '#queries/models/compare';
import { startPage } from '#queries/page';

/** What the page on which readers compare models loads. */
export const GET: APIRoute = async () => {
  const { catalogue } = await startPage();
  return new Response(JSON.stringify(compareData(catalogue)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
