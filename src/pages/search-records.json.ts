import type { APIRoute } from 'astro';
import { boardRecord, modelRecord, storyRecord } from '#feeds/search-record';
import { latestBoards } from '#queries/leaderboards';
import { allModels } from '#queries/models';
import { startPage } from '#queries/page';
import { rasterBeside } from '#queries/pictures';
import { proseOf } from '#queries/prose';
import { publicStories, story } from '#queries/stories';

/** Everything that can be found, for the search index; the build takes this file away when the index is made. */
export const GET: APIRoute = async () => {
  const { catalogue } = await startPage();
  const stories = await Promise.all(
    publicStories(catalogue).map(async (entry) => {
      const [finished, { text }] = await Promise.all([story(entry, catalogue, rasterBeside), proseOf(entry, catalogue, rasterBeside)]);
      return storyRecord(finished, text);
    }),
  );
  return Response.json([...stories, ...allModels(catalogue).map(modelRecord), ...latestBoards(catalogue).map(boardRecord)]);
};
