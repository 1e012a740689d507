import { expect, test } from 'vitest';
import { sitemapFiles, sitemapIndexText, sitemapText } from '#feeds/sitemap-files';
import type { Catalogue, Entries } from '#queries/catalogue';
import { article, now } from '../queries/entries.ts';
import { catalogueOf } from '../queries/entries.ts';
import { pictures } from './newsroom.ts';
import { childrenOf, parseXml, type XmlElement } from './xml.ts';

const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const news = 'http://www.google.com/schemas/sitemap-news/0.9';
const text = (parent: XmlElement | undefined, name: string, of = news): string | undefined =>
  parent && childrenOf(parent, name, of)[0]?.text;

async function urlsOf(name: string, catalogue: Catalogue): Promise<XmlElement[]> {
  const file = sitemapFiles(catalogue).find((candidate) => candidate.name === name);
  return file ? childrenOf(parseXml(await sitemapText(file, catalogue, pictures)), 'url', space) : [];
}

const siteOf = (articles: Entries['articles']): Catalogue => catalogueOf({ articles });

test('the news sitemap has the stories of the last 48 hours, as Google asks for them', async () => {
  // The site is built on 23 November 2026 at noon.
  const catalogue = siteOf([
    article('today', '2026-11-23', { title: 'A & "B" <c>' }),
    article('yesterday', '2026-11-22'),
    article('before', '2026-11-21'),
    article('freed', '2026-11-20', { publishAt: '2026-11-22T18:00:00+02:00' }),
  ]);
  const urls = await urlsOf('news', catalogue);
  expect(urls.map((url) => text(url, 'loc', space))).toEqual([
    'https://paper.example/news/freed/',
    'https://paper.example/news/yesterday/',
    'https://paper.example/news/today/',
  ]);
  const entry = childrenOf(urls[2]!, 'news', news)[0];
  const publication = entry && childrenOf(entry, 'publication', news)[0];
  expect([
    text(publication, 'name'),
    text(publication, 'language'),
    text(entry, 'publication_date'),
    text(entry, 'title'),
  ]).toEqual(['The Paper', 'en', '2026-11-23T00:00:00.000Z', 'A & “B” <c>']);
  expect(text(childrenOf(urls[0]!, 'news', news)[0], 'publication_date')).toBe('2026-11-22T16:00:00.000Z');
});

test('an empty news sitemap is a valid file, and not in the index', async () => {
  const catalogue = siteOf([article('before', '2026-11-01')]);
  expect(await urlsOf('news', catalogue)).toEqual([]);
  expect(sitemapIndexText(catalogue)).not.toContain('news.xml');
});

test('a story that was first published elsewhere, and a hidden one, are in none', async () => {
  const catalogue = siteOf([
    article('guest', '2026-11-23', { canonical: 'https://first.example/guest' }),
    article('secret', '2026-11-23', { draft: true }),
  ]);
  const texts = await Promise.all(sitemapFiles(catalogue).map((file) => sitemapText(file, catalogue, pictures)));
  expect(texts.join('\n')).not.toMatch(/guest|secret/u);
});

test('10,000 stories are split into files of 1,000, and a new one leaves the full ones as they are', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    article(`n${index}`, new Date(Date.UTC(2016, 0, 1) + index * 8 * 3_600_000).toISOString().slice(0, 10), {
      id: `20160101-${index.toString(36).padStart(6, '0')}`,
    }),
  );
  const catalogue = siteOf(many);
  const stories = sitemapFiles(catalogue).filter(({ name }) => name.startsWith('stories-'));
  expect(stories.map(({ entries }) => entries.length)).toEqual(Array.from({ length: 10 }, () => 1000));
  const later = siteOf([...many, article('newest', now.toISOString().slice(0, 10))]);
  const after = sitemapFiles(later).filter(({ name }) => name.startsWith('stories-'));
  expect(after.length).toBe(11);
  const [first, old] = [after[9], stories[9]];
  expect(first && (await sitemapText(first, later, pictures))).toBe(
    old && (await sitemapText(old, catalogue, pictures)),
  );
});
