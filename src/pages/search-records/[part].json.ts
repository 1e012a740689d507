import type { APIRoute, GetStaticPaths } from 'astro';
import { boardRecord, modelRecord, storyRecord } from '#feeds/data/search-record';
import { keyOf, storyKeys } from '#queries/keys';
import { latestBoards } from '#queries/leaderboards/leaderboards';
import { allModels } from '#queries/models/models';
import { startPage } from '#queries/page';
import { rasterBeside } from '#queries/rasters';
import { proseOf } from '#queries/stories/body';
import { publicStories, story, type StoryEntry } from '#queries/stories/stories';

/** Few enough that a change reads few texts again. */
const storiesInPart = 25;

/**
 * Everything that can be found, for the indexes of the search: stories, the oldest in part 1, then models and boards. No
 * site holds these files.
 */
export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  const stories = publicStories(catalogue).reverse();
  const parts = Array.from({ length: Math.ceil(stories.length / storiesInPart) }, (_, index) => stories.slice(index * storiesInPart, (index + 1) * storiesInPart));
  return Promise.all(
    [...parts, []].map(async (part, index) => {
      const keys = await Promise.all(part.map(async (entry) => (await storyKeys(entry, catalogue))?.text));
      return { params: { part: String(index + 1) }, props: { part }, cacheKey: part.length === 0 || keys.includes(undefined) ? undefined : keyOf(...keys) };
    }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ part: StoryEntry[] }> = async ({ props: { part } }) => {
  const { catalogue } = await startPage();
  if (part.length === 0) return Response.json([...allModels(catalogue).map(modelRecord), ...latestBoards(catalogue).map(boardRecord)]);
  return Response.json(
    await Promise.all(
      part.map(async (entry) => {
        const [finished, { text }] = await Promise.all([story(entry, catalogue, rasterBeside), proseOf(entry, catalogue, rasterBeside)]);
        return storyRecord(finished, text);
      }),
    ),
  );
};
