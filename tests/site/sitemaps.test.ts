import { describe, expect, it } from 'vitest';
import { lastChange } from '#domain/stories/story-dates';
import { childrenOf, parseXml, type XmlElement } from '../feeds/xml.ts';
import { content } from './content.ts';
import { attribute, elements, files, pages, read } from './dist.ts';

const site = 'https://megaton.ai';
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const images = 'http://www.google.com/schemas/sitemap-image/1.1';

const text = (parent: XmlElement, name: string, of = space): string | undefined =>
  childrenOf(parent, name, of)[0]?.text;
const index = childrenOf(parseXml(read('/sitemap.xml')), 'sitemap', space);
const sitemaps = files.filter((file) => file.startsWith('/sitemaps/'));
const urls = sitemaps
  .flatMap((file) => childrenOf(parseXml(read(file)), 'url', space))
  .map((url) => ({ path: text(url, 'loc')?.replace(site, '') ?? '', changed: text(url, 'lastmod'), url }));

describe('sitemaps', () => {
  it('are all in the index, but for an empty one of news, with the day of their newest change', () => {
    const listed = index.map((entry) => text(entry, 'loc')?.replace(site, ''));
    const filled = sitemaps.filter((file) => childrenOf(parseXml(read(file)), 'url', space).length > 0);
    expect(listed.sort()).toEqual(filled);
    expect(sitemaps.filter((file) => !filled.includes(file)).every((file) => file === '/sitemaps/news.xml')).toBe(true);
    for (const entry of index) {
      const days = childrenOf(parseXml(read(text(entry, 'loc')?.replace(site, '') ?? '')), 'url', space).flatMap(
        (url) => text(url, 'lastmod') ?? [],
      );
      expect(text(entry, 'lastmod')).toBe(days.sort().at(-1));
    }
  });

  it('hold every page that search engines may show, once, but for the later pages of lists', () => {
    const hidden = (path: string): boolean =>
      elements(
        pages.find((page) => page.path === path)?.root ?? { type: 'root', children: [] },
        (element) => attribute(element, 'name') === 'robots' && attribute(element, 'content') === 'noindex',
      ).length > 0;
    // A story in its first two days is in the news sitemap too.
    const paths = [...new Set(urls.map(({ path }) => path))];
    const expected = pages
      .map(({ path }) => path)
      .filter(
        (path) =>
          !hidden(path) &&
          !/\/page\/\d+\/$/u.test(path) &&
          !['/404.html', '/subscribed/', '/corrections/'].includes(path),
      );
    expect(paths).toContain('/corrections/');
    expect(paths.filter((path) => path !== '/corrections/').sort()).toEqual(expected.sort());
    const outsideNews = sitemaps
      .filter((file) => file !== '/sitemaps/news.xml')
      .flatMap((file) => childrenOf(parseXml(read(file)), 'url', space).map((url) => text(url, 'loc')));
    expect(new Set(outsideNews).size).toBe(outsideNews.length);
  });

  it('keep to the limits and forms of the protocol', () => {
    for (const file of sitemaps) {
      const root = parseXml(read(file));
      expect([root.name, root.space]).toEqual(['urlset', space]);
      expect(root.children.length).toBeLessThanOrEqual(1000);
      expect(read(file).length).toBeLessThan(50_000_000);
    }
    for (const { path, changed } of urls) {
      expect(path).toMatch(/^\/(?:[a-z0-9-]+\/)*$/u);
      // A day, or a moment with its zone: https://www.w3.org/TR/NOTE-datetime
      if (changed !== undefined) expect(changed, path).toMatch(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/u);
    }
  });

  it('have the true day of the last change of stories, lists and boards', () => {
    const changed = new Map(urls.map((entry) => [entry.path, entry.changed]));
    for (const { id, data } of content.articles) expect(changed.get(`/news/${id}/`), id).toBe(lastChange(data));
    for (const { id, data } of content.reviews) expect(changed.get(`/reviews/${id}/`), id).toBe(lastChange(data));
    const culture = content.articles
      .filter(({ data }) => data.category === 'culture')
      .map(({ data }) => lastChange(data));
    expect(changed.get('/categories/culture/')).toBe(culture.sort().at(-1));
    expect(changed.get('/leaderboards/arena-text-to-video/')).toBe('2026-09-22');
    for (const { id, data } of content.pages.filter((page) => page.id !== 'subscribed'))
      expect(changed.get(`/${id}/`), id).toBe(data.updated);
  });

  it('name the pictures of stories, which are there', () => {
    const shown = urls
      .filter(({ path }) => /^\/news\/[^/]+\/$/u.test(path))
      .map(({ url }) => childrenOf(childrenOf(url, 'image', images)[0]!, 'loc', images)[0]?.text.replace(site, ''));
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.filter((path) => path === undefined || !files.includes(path))).toEqual([]);
  });
});
