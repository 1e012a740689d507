import type { APIRoute, GetStaticPaths } from 'astro';
import { storyMarkdown } from '#feeds/markdown/story-markdown';
import { feedPictures } from '#queries/images';
import { storyKeys } from '#queries/keys';
import { startPage } from '#queries/page';
import { publicStories, storyPath, type StoryEntry } from '#queries/stories/stories';

/** Every public story as Markdown: `/news/<slug>/index.md`. */
export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return Promise.all(
    publicStories(catalogue).map(async (entry) => {
      const [, section, slug] = storyPath(entry).split('/');
      return {
        params: { section, slug, file: 'index' },
        props: { entry },
        cacheKey: (await storyKeys(entry, catalogue))?.text,
      };
    }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: StoryEntry }> = async ({ props }) => {
  const { catalogue } = await startPage();
  return new Response(await storyMarkdown(props.entry, catalogue, feedPictures), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
