import type { APIRoute, GetStaticPaths } from 'astro';
import type { Stored } from '#queries/catalogue';
import { issueOf } from '#queries/stories/newsletter-issues';
import { startPage } from '#queries/page';
import { storyRaster } from '#queries/rasters';

/** A newsletter issue for the command that makes a mail of it; only in development, so that a built site does not hold it twice. */
export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return import.meta.env.DEV
    ? [...catalogue.newsletters.values()].map((entry) => ({ params: { date: entry.id }, props: { entry } }))
    : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Stored<'newsletters'> }> = async ({ props }) => {
  const { catalogue } = await startPage();
  return Response.json(await issueOf(props.entry, catalogue, storyRaster));
};
