import type { APIRoute } from 'astro';
import { dueNext } from '#queries/site/next-change';
import { startPage } from '#queries/page';

/** The next moment at which the site must be built again without a commit. */
export const GET: APIRoute = async () => {
  const { catalogue } = await startPage();
  return Response.json(dueNext(catalogue));
};
