import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths } from 'astro';
import { changesFeedPath } from '#domain/addresses';
import type { Board } from '#domain/leaderboard';
import { changesFeed } from '#feeds/changes';
import { allChanges } from '#queries/changes';
import { latestBoards } from '#queries/leaderboards';
import { startPage } from '#queries/page';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return latestBoards(catalogue).map((board) => ({ params: { board: board.id }, props: { board } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ board: Board }> = async ({ props: { board } }) => {
  const { catalogue, frame } = await startPage();
  const changes = allChanges(catalogue).filter((change) => change.board.id === board.id);
  return rss(changesFeed(changesFeedPath(board.id), board.name, changes, frame.site));
};
