import type { APIRoute, GetStaticPaths } from 'astro';
import { storyMarkdown } from '#feeds/story-markdown';
import { feedPictures } from '#queries/made-pictures';
import { startPage } from '#queries/page';
import { publicStories, storyPath, type StoryEntry } from '#queries/stories';

/** Every public story as Markdown: `/news/<slug>/index.md`. */
export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return publicStories(catalogue).map((entry) => {
    const [, section, slug] = storyPath(entry).split('/');
    return { params: { section, slug, twin: 'index' }, props: { entry } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: StoryEntry }> = async ({ props }) => {
  const { catalogue } = await startPage();
  return new Response(await storyMarkdown(props.entry, catalogue, feedPictures), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
