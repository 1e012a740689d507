import { Readable } from 'node:stream';
import { parseFeed } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { parseHtml, textOf } from '../html.ts';

/** An item as a client understands it. What a client does not read is left out. */
export interface ReadItem {
  id?: string | undefined;
  url?: string | undefined;
  title?: string | undefined;
  summary?: string | undefined;
  html?: string | undefined;
  published?: string | undefined;
  updated?: string | undefined;
  authors?: string[];
  tags?: string[];
  picture?: string | undefined;
}

const iso = (date: string | Date | null | undefined): string | undefined =>
  date ? new Date(date).toISOString() : undefined;

/** A description of RSS is HTML, and one of a JSON Feed is plain text. */
const words = (html: string | undefined): string | undefined =>
  html === undefined ? undefined : textOf(parseHtml(html));

/** What feedsmith reads of RSS. */
export function readWithFeedsmith(xml: string): ReadItem[] {
  return (parseRssFeed(xml).items ?? []).map((item) => ({
    id: item.guid?.value,
    url: item.link,
    title: item.title,
    summary: words(item.description),
    html: item.content?.encoded,
    published: iso(item.pubDate),
    updated: iso(item.atom?.updated),
    authors: item.dc?.creators ?? [],
    tags: (item.categories ?? []).map(({ name }) => name ?? ''),
    picture: item.media?.contents?.[0]?.url,
  }));
}

/** What rss-parser reads of RSS. */
export async function readWithRssParser(xml: string): Promise<ReadItem[]> {
  const { items } = await new RssParser().parseString(xml);
  return items.map((item) => ({
    id: item.guid,
    url: item.link,
    title: item.title,
    summary: words(item.content),
    html: item['content:encoded'],
    published: iso(item.pubDate),
    tags: item.categories ?? [],
  }));
}

/** What feedparser reads of RSS. */
export async function readWithFeedparser(xml: string): Promise<ReadItem[]> {
  const parser = Readable.from([xml]).pipe(new FeedParser({ addmeta: false }));
  const items: ReadItem[] = [];
  for await (const item of parser) {
    items.push({
      id: item.guid,
      url: item.link ?? undefined,
      title: item.title ?? undefined,
      html: item.description ?? undefined,
      published: iso(item.pubdate),
      tags: item.categories,
    });
  }
  return items;
}

/** What @rowanmanning/feed-parser reads of RSS. */
export function readWithFeedReader(xml: string): ReadItem[] {
  return parseFeed(xml).items.map((item) => ({
    id: item.id ?? undefined,
    url: item.url ?? undefined,
    title: item.title ?? undefined,
    html: item.content ?? undefined,
    published: iso(item.published),
    authors: item.authors.map(({ name }) => name ?? ''),
    tags: item.categories.map(({ term }) => term),
  }));
}

/** What feedsmith reads of a JSON Feed. */
export function readJson(json: string): ReadItem[] {
  return (parseJsonFeed(json).items ?? []).map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    html: item.content_html,
    published: iso(item.date_published),
    updated: iso(item.date_modified),
    authors: (item.authors ?? []).map(({ name }) => name ?? ''),
    tags: item.tags ?? [],
    picture: item.attachments?.[0]?.url,
  }));
}
