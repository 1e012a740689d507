import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { readerView, type ReaderView } from './reader-view.ts';

/** What a writer wants to see of a page before it is published. */
export interface PagePreview {
  /** Its path, with a slash at both ends. */
  path: string;
  title: string;
  description: string;
  /** The picture that social media show: its path on the site, and what it says to those who do not see it. */
  card?: { path: string; alt: string };
  /** For stories only. */
  story?: StoryPreview;
}

interface StoryPreview {
  /** Words of the page as a reader view shows it. */
  words: number;
  /** Minutes to read, as the page says. */
  minutes: number;
  /** What a reader view keeps of the page. */
  reader: ReaderView;
  /** The item of the feed of all stories, while that feed holds it. */
  feedItem?: { title: string; summary: string; date: string };
}

/**
 * Reads a page of the built site.
 * @param dist folder of the built site
 * @param path its path, with a slash at both ends
 * @returns nothing when the site has no such page
 */
export function previewPage(dist: string, path: string): PagePreview | undefined {
  const file = join(dist, path, 'index.html');
  if (!existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  const { document } = parseHTML(html);
  const meta = (name: string): string =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? '';
  const card = meta('og:image');
  return {
    path,
    title: meta('og:title'),
    description: meta('description'),
    ...(card !== '' && { card: { path: new URL(card).pathname, alt: meta('og:image:alt') } }),
    ...(meta('og:type') === 'article' && { story: previewStory(dist, path, html) }),
  };
}

function previewStory(dist: string, path: string, html: string): StoryPreview {
  const reader = readerView(html);
  const feedItem = feedItemOf(dist, path);
  return {
    words: reader.text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    // ISO 8601: the structured data of the page.
    minutes: Number(/"timeRequired":"PT(\d+)M"/u.exec(html)?.[1]),
    reader,
    ...(feedItem && { feedItem }),
  };
}

/** The parts of a JSON Feed that are shown: https://www.jsonfeed.org/version/1.1/ */
interface JsonFeed {
  items: { url: string; title: string; summary?: string; date_published: string }[];
}

function feedItemOf(dist: string, path: string): StoryPreview['feedItem'] {
  const { items } = JSON.parse(readFileSync(join(dist, 'feed.json'), 'utf8')) as JsonFeed;
  const item = items.find(({ url }) => new URL(url).pathname === path);
  return item && { title: item.title, summary: item.summary ?? '', date: item.date_published };
}
