import type { APIRoute } from 'astro';
import { llmsStories, llmsTxt } from '#feeds/data/plain-files';
import { latestBoards } from '#queries/leaderboards/leaderboards';
import { cards, startPage } from '#queries/page';
import { allTopics } from '#queries/subjects/topics';
import { publicStories } from '#queries/stories/stories';

export const GET: APIRoute = async () => {
  const { catalogue, frame } = await startPage();
  return new Response(
    llmsTxt(
      frame,
      await cards(publicStories(catalogue).slice(0, llmsStories), catalogue),
      latestBoards(catalogue),
      allTopics(catalogue),
    ),
  );
};
