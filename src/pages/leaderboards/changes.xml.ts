import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { changesFeedPath } from '#domain/addresses';
import { changesFeed } from '#feeds/changes';
import { allChanges } from '#queries/changes';
import { startPage } from '#queries/page';

export const GET: APIRoute = async () => {
  const { catalogue, frame } = await startPage();
  return rss(changesFeed(changesFeedPath(), 'All leaderboards', allChanges(catalogue), frame.site));
};
