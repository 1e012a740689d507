import { describe, expect, test } from 'vitest';
import type { Catalogue, Entries } from '#queries/catalogue';
import { sitemapFiles, sitemapText } from '#feeds/sitemap-files';
import { storyMarkdown } from '#feeds/markdown/story-markdown';
import { article } from '../queries/entries.ts';
import {
  readJson,
  readWithFeedparser,
  readWithFeedReader,
  readWithFeedsmith,
  readWithRssParser,
  type ReadItem,
} from './clients.ts';
import { newestOf, pictures, siteWith } from './newsroom.ts';
import { jsonFaults, rssFaults } from './validity.ts';
import { childrenOf, parseXml } from './xml.ts';

// Neither the alphabet nor the order of the files is that of the hours.
const day: Entries['articles'] = [
  article('a-morning', '2026-11-22', { date: '2026-11-22T09:00+01:00', updated: '2026-11-22T16:30Z' }),
  article('c-night', '2026-11-22', { date: '2026-11-22T18:05:00-05:00' }),
  article('b-noon', '2026-11-22', { date: '2026-11-22T12:30Z' }),
];
const site = (): Catalogue => siteWith({ articles: [...day, article('day-before', '2026-11-21')] });
const hours = [
  ['c-night', '2026-11-22T23:05:00.000Z'],
  ['b-noon', '2026-11-22T12:30:00.000Z'],
  ['a-morning', '2026-11-22T08:00:00.000Z'],
  ['day-before', '2026-11-21T00:00:00.000Z'],
];

describe('three stories of one day are in the order of their hours', () => {
  const slugs = (items: readonly ReadItem[]): (string | undefined)[][] =>
    items.map(({ url, published }) => [url?.split('/').at(-2), published]);

  test.each<[string, (xml: string) => ReadItem[] | Promise<ReadItem[]>]>([
    ['feedsmith', readWithFeedsmith],
    ['rss-parser', readWithRssParser],
    ['feedparser', readWithFeedparser],
    ['@rowanmanning/feed-parser', readWithFeedReader],
  ])('in RSS, as %s reads it', async (_, read) => {
    const xml = await newestOf('/rss.xml', 'rss', site());
    expect(rssFaults(xml)).toEqual([]);
    expect(slugs(await read(xml))).toEqual(hours);
  });

  test('in RSS, with dates as RFC 822 has them', async () => {
    const xml = await newestOf('/rss.xml', 'rss', site());
    expect([...xml.matchAll(/<pubDate>([^<]+)<\/pubDate>/gu)].map(([, date]) => date)).toEqual([
      'Sun, 22 Nov 2026 23:05:00 GMT',
      'Sun, 22 Nov 2026 12:30:00 GMT',
      'Sun, 22 Nov 2026 08:00:00 GMT',
      'Sat, 21 Nov 2026 00:00:00 GMT',
    ]);
  });

  test('in JSON Feed, with the hour of an update', async () => {
    const json = await newestOf('/rss.xml', 'json', site());
    expect(jsonFaults(json)).toEqual([]);
    expect(slugs(readJson(json))).toEqual(hours);
    expect(readJson(json).map(({ updated }) => updated)).toEqual([
      undefined,
      undefined,
      '2026-11-22T16:30:00.000Z',
      undefined,
    ]);
  });

  test('in the news sitemap, the oldest first as in all sitemaps', async () => {
    const catalogue = site();
    const file = sitemapFiles(catalogue).find(({ name }) => name === 'news');
    if (!file) throw new Error('There is no news sitemap.');
    const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';
    const news = 'http://www.google.com/schemas/sitemap-news/0.9';
    const urls = childrenOf(parseXml(await sitemapText(file, catalogue, pictures)), 'url', space);
    expect(
      urls.map((url) => [
        childrenOf(url, 'loc', space)[0]?.text.split('/').at(-2),
        childrenOf(childrenOf(url, 'news', news)[0]!, 'publication_date', news)[0]?.text,
        childrenOf(url, 'lastmod', space)[0]?.text,
      ]),
    ).toEqual([
      ['a-morning', '2026-11-22T08:00:00.000Z', '2026-11-22T16:30:00Z'],
      ['b-noon', '2026-11-22T12:30:00.000Z', '2026-11-22T12:30:00Z'],
      ['c-night', '2026-11-22T23:05:00.000Z', '2026-11-22T23:05:00Z'],
    ]);
  });
});

test('a correction has its hour in its feed', async () => {
  const corrections = [
    { date: '2026-11-22', text: 'The day.' },
    { date: '2026-11-22T10:00+01:00', text: 'The hour.' },
  ];
  const catalogue = siteWith({ articles: [article('a', '2026-11-01', { id: '20261101-aaaaaa', corrections })] });
  const items = readWithFeedsmith(await newestOf('/corrections/rss.xml', 'rss', catalogue));
  expect(items.map(({ id, published }) => [id, published])).toEqual([
    ['20261101-aaaaaa/correction/2026-11-22/2', '2026-11-22T09:00:00.000Z'],
    ['20261101-aaaaaa/correction/2026-11-22', '2026-11-22T00:00:00.000Z'],
  ]);
});

test('a story as Markdown says its hours', async () => {
  const catalogue = site();
  const [, , morning] = catalogue.articles;
  if (!morning) throw new Error('The site has no third article.');
  expect(await storyMarkdown(morning, catalogue, pictures)).toContain(
    'Technology. 22 November 2026, 08:00 UTC, updated 22 November 2026, 16:30 UTC, by The Desk.',
  );
});
