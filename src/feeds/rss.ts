import type { RSSFeedItem } from '@astrojs/rss';
import { absolute } from '#domain/addresses';
import { startOfDay } from '#domain/dates';
import type { Story } from '#domain/story';
import { escapeHtml } from './escape.ts';

/** A picture file with what a feed must say of it. */
export interface MediaFile {
  path: string;
  width: number;
  height: number;
}

/** XML name spaces of the feed's elements. */
export const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

/**
 * A story as an item of RSS 2.0.
 * @param story the story
 * @param html its full text, see `storyHtml`
 * @param media its hero
 * @param site address of the site, without a slash at its end
 */
export function rssItem(story: Story, html: string, media: MediaFile | undefined, site: string): RSSFeedItem {
  return {
    title: story.title,
    // Feed readers take a description for HTML.
    description: escapeHtml(story.dek ?? ''),
    link: absolute(story.path, site),
    pubDate: startOfDay(story.date.iso),
    categories: [story.section.label, ...story.tags],
    content: html,
    customData: [
      // The permanent id, never the address: a moved story must not appear twice.
      `<guid isPermaLink="false">${escapeHtml(story.id)}</guid>`,
      ...story.authors.map(({ label }) => `<dc:creator>${escapeHtml(label)}</dc:creator>`),
      story.updated === undefined ? '' : `<atom:updated>${startOfDay(story.updated.iso).toISOString()}</atom:updated>`,
      media === undefined ? '' : mediaXml(story, media, site),
    ].join(''),
  };
}

function mediaXml(story: Story, { path, width, height }: MediaFile, site: string): string {
  const alt = escapeHtml(story.hero?.alt ?? '');
  const credit = escapeHtml(story.hero?.credit ?? '');
  return `<media:content url="${absolute(path, site)}" medium="image" type="image/webp" width="${width}" height="${height}"><media:description type="plain">${alt}</media:description><media:credit>${credit}</media:credit></media:content>`;
}
