import type { APIRoute, GetStaticPaths } from 'astro';
import { storyRecord } from '#domain/site/search-record';
import { keyOf, storyKeys } from '#queries/keys';
import { startPage } from '#queries/page';
import { storyRaster } from '#queries/rasters';
import { searchParts, type SearchPart } from '#queries/site/search';
import { bodyOf } from '#queries/stories/body';
import { story } from '#queries/stories/stories';

/** Everything that can be found, for the indexes of the search. The build takes these files out of the finished site. */
export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return Promise.all(
    searchParts(catalogue).map(async (part) => {
      const keys = await Promise.all(part.stories.map(async (entry) => (await storyKeys(entry, catalogue))?.text));
      return {
        params: { part: part.name },
        props: { part },
        cacheKey: keys.includes(undefined) ? undefined : keyOf(...keys, part.others),
      };
    }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ part: SearchPart }> = async ({ props: { part } }) => {
  const { catalogue } = await startPage();
  const records = part.stories.map(async (entry) => {
    const [finished, { text }] = await Promise.all([
      story(entry, catalogue, storyRaster),
      bodyOf(entry, catalogue, storyRaster),
    ]);
    return storyRecord(finished, text);
  });
  return Response.json([...part.others, ...(await Promise.all(records))]);
};
