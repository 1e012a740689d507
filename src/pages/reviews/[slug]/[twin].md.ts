import type { APIRoute, GetStaticPaths } from 'astro';
import { storyMarkdown } from '#feeds/story-markdown';
import { feedPictures } from '#queries/made-pictures';
import { startPage } from '#queries/page';
import type { StoryEntry } from '#queries/stories';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return catalogue.reviews.map((entry) => ({ params: { slug: entry.id, twin: 'index' }, props: { entry } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: StoryEntry }> = async ({ props }) => {
  const { catalogue } = await startPage();
  return new Response(await storyMarkdown(props.entry, catalogue, feedPictures), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
