import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { absolute } from '#domain/addresses';
import { namespaces, rssItem } from '#feeds/rss';
import { storyHtml } from '#feeds/story-html';
import { feedPicture } from '#queries/feed';
import { startPage } from '#queries/page';
import { rasterBeside } from '#queries/pictures';
import { proseOf } from '#queries/prose';
import { publicStories, story } from '#queries/stories';

/** Items of the feed. */
const newest = 50;

export const GET: APIRoute = async () => {
  const { catalogue, frame } = await startPage();
  const { url, name, tagline, description, language } = frame.site;
  const items = await Promise.all(
    publicStories(catalogue).slice(0, newest).map(async (entry) => {
      const finished = await story(entry, catalogue, rasterBeside);
      const { parts } = await proseOf(entry, catalogue, rasterBeside);
      const html = await storyHtml(finished, parts, url, async (picture) => (await feedPicture(picture)).path);
      return rssItem(finished, html, finished.hero && (await feedPicture(finished.hero)), url);
    }),
  );
  const self = `<atom:link href="${absolute('/rss.xml', url)}" rel="self" type="application/rss+xml"/>`;
  return rss({ title: `${name}: ${tagline}`, description, site: `${url}/`, items, trailingSlash: true, xmlns: namespaces, customData: `<language>${language}</language>${self}` });
};
