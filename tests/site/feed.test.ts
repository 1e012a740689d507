import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { isHidden } from '#domain/stories/embargo';
import { readJson, readWithFeedsmith } from '../feeds/clients.ts';
import { jsonFaults, rssFaults } from '../feeds/validity.ts';
import { childrenOf, parseXml } from '../feeds/xml.ts';
import { content } from './content.ts';
import { attribute, elements, files, pageAt, pages, read, tagged } from './dist.ts';

const site = 'https://megaton.ai';
const xml = read('/rss.xml');
const items = parseRssFeed(xml).items ?? [];
const now = new Date();
const stories = [...content.articles, ...content.reviews]
  .filter(({ data }) => !isHidden(data, now))
  .sort((a, b) => (a.data.date < b.data.date ? 1 : -1))
  .slice(0, 50);
const feedFiles = files.filter((file) => /\/(?:rss|changes)(?:\/\d+)?\.xml$/u.test(file));
const jsonFiles = files.filter((file) => /\/(?:feed|changes)(?:\/\d+)?\.json$/u.test(file));
const jsonOf = (rss: string): string =>
  rss.replace(/\/rss\.xml$/u, '/feed.json').replace(/\/changes\.xml$/u, '/changes.json');

describe('/rss.xml', () => {
  it('holds the newest 50 stories, newest first', () => {
    const written = stories.map(({ data }) => new Date(data.date).toISOString());
    expect(items.map(({ pubDate }) => new Date(pubDate ?? '').toISOString())).toEqual(written);
  });

  it('gives each item the permanent id of its story, which is not an address', () => {
    expect(items.map(({ guid }) => guid?.value).sort()).toEqual(stories.map(({ data }) => data.id).sort());
    expect(items.every(({ guid }) => guid?.isPermaLink === false)).toBe(true);
  });

  it('gives section, author, hero as media and full text', () => {
    const item = items.find(({ link }) => link === `${site}/news/artists-stealing-isnt-innovation/`);
    expect(item?.categories?.map(({ name }) => name)).toContain('Culture');
    expect(item?.dc?.creators).toEqual(['Megaton Staff']);
    expect(item?.media?.contents?.[0]).toMatchObject({ type: 'image/webp', medium: 'image', width: 1200, height: 675 });
    expect(item?.content?.encoded).toContain('<h2');
    expect(item?.content?.encoded).toContain('<blockquote>');
    for (const { link, content: body } of items) expect(body?.encoded?.length, link).toBeGreaterThan(2000);
  });

  it('shows pictures that are there, and nothing of the page around the story', () => {
    for (const { link, content: body, media } of items) {
      const html = body?.encoded ?? '';
      const shown = [
        ...html.matchAll(/ src="([^"]*)"/gu),
        ...(media?.contents ?? []).map(({ url }) => ['', url ?? '']),
      ].map(([, address]) => address ?? '');
      expect(
        shown.filter((address) => !files.includes(address.replace(site, ''))),
        link,
      ).toEqual([]);
      // A rank is of the day; a feed reader keeps what it got.
      expect(html, link).not.toMatch(/The rankings, by e-mail|Read more|\(No\. \d|\(tied for No\./u);
    }
  });
});

describe('every feed', () => {
  it('is there for all stories, reviews, corrections, changes, and every topic, tracker, category, author, model, provider and board', () => {
    const expected = [
      '/rss.xml',
      '/reviews/rss.xml',
      '/corrections/rss.xml',
      '/leaderboards/changes.xml',
      ...content.topics.map(({ id }) => `/topics/${id}/rss.xml`),
      ...['lawsuits', 'rules', 'launches', 'prices'].map((id) => `/trackers/${id}/rss.xml`),
      ...content.categories.map(({ id }) => `/categories/${id}/rss.xml`),
      ...content.authors.map(({ id }) => `/authors/${id}/rss.xml`),
      ...content.models.map(({ id }) => `/models/${id}/rss.xml`),
      ...content.providers.map(({ id }) => `/providers/${id}/rss.xml`),
      ...content.boards.map(({ id }) => `/leaderboards/${id}/changes.xml`),
    ];
    expect(feedFiles.filter((file) => !/\/\d+\.xml$/u.test(file))).toEqual(expected.sort());
    expect(jsonFiles.filter((file) => !/\/\d+\.json$/u.test(file))).toEqual(expected.map(jsonOf).sort());
  });

  it('is valid', () => {
    expect(feedFiles.flatMap((file) => rssFaults(read(file)).map((fault) => `${file}: ${fault}`))).toEqual([]);
    expect(jsonFiles.flatMap((file) => jsonFaults(read(file)).map((fault) => `${file}: ${fault}`))).toEqual([]);
  });

  it('says the same as RSS and as JSON, field by field', () => {
    for (const file of feedFiles.filter((path) => !/\/\d+\.xml$/u.test(path)))
      expect(readWithFeedsmith(read(file)), file).toEqual(readJson(read(jsonOf(file))));
  });

  it('says where it lives, and where its archives are', () => {
    for (const file of feedFiles) {
      const channel = childrenOf(parseXml(read(file)), 'channel')[0]!;
      const links = new Map(
        childrenOf(channel, 'link', 'http://www.w3.org/2005/Atom').map(({ attributes }) => [
          attributes['rel'],
          attributes['href'],
        ]),
      );
      expect(links.get('self'), file).toBe(`${site}${file}`);
      const older = links.get('prev-archive')?.replace(site, '');
      if (older !== undefined) expect(files, file).toContain(older);
    }
  });

  it('holds no story that another address of it does not', () => {
    const known = new Set(pages.map(({ path }) => path));
    for (const file of feedFiles)
      for (const { url } of readWithFeedsmith(read(file)))
        expect(known.has(url?.replace(site, '').replace(/#.*$/u, '') ?? ''), `${file}: ${url}`).toBe(true);
  });
});

describe('/feeds/ and its OPML file', () => {
  const newest = feedFiles.filter((file) => !/\/\d+\.xml$/u.test(file));

  it('list every feed', () => {
    const links = new Set(tagged(pageAt('/feeds/').root, 'a').map((link) => attribute(link, 'href')));
    expect(newest.flatMap((file) => [file, jsonOf(file)]).filter((file) => !links.has(file))).toEqual([]);
    expect(links.has('/feeds.opml')).toBe(true);
  });

  it('are the same list, as OPML 2.0', () => {
    const opml = parseXml(read('/feeds.opml'));
    const [head, body] = opml.children;
    expect([opml.name, opml.attributes['version'], head?.name, body?.name]).toEqual(['opml', '2.0', 'head', 'body']);
    const outlines = body?.children.flatMap(({ children }) => children) ?? [];
    expect(outlines.map(({ attributes }) => attributes['xmlUrl']?.replace(site, '')).sort()).toEqual(newest);
    for (const { attributes } of outlines) {
      expect(attributes['type']).toBe('rss');
      expect(attributes['text']).not.toBe('');
    }
  });
});

describe('pages', () => {
  const offered = (path: string): (string | undefined)[] =>
    elements(
      pageAt(path).root,
      (element) => element.tagName === 'link' && attribute(element, 'rel') === 'alternate',
    ).map((link) => attribute(link, 'href'));

  it.each([
    ['/', ['/rss.xml', '/feed.json']],
    ['/categories/culture/', ['/categories/culture/rss.xml', '/categories/culture/feed.json']],
    ['/authors/megaton-staff/', ['/authors/megaton-staff/rss.xml']],
    ['/models/veo-3-1/', ['/models/veo-3-1/rss.xml', '/models/veo-3-1/feed.json']],
    ['/providers/google/', ['/providers/google/rss.xml']],
    ['/reviews/', ['/reviews/rss.xml']],
    ['/leaderboards/', ['/leaderboards/changes.xml', '/leaderboards/changes.json']],
    [
      '/leaderboards/arena-text-to-video/',
      ['/leaderboards/arena-text-to-video/changes.xml', '/leaderboards/arena-text-to-video/changes.json'],
    ],
    ['/leaderboards/arena-text-to-video/2026-09-22/changes/', ['/leaderboards/arena-text-to-video/changes.xml']],
    [
      '/news/artists-stealing-isnt-innovation/',
      ['/rss.xml', '/categories/culture/rss.xml', '/authors/megaton-staff/rss.xml'],
    ],
    ['/reviews/kling-2-6-review/', ['/reviews/rss.xml', '/authors/megaton-staff/rss.xml']],
  ])('%s offers the feeds that concern it', (path, feeds) => {
    expect(offered(path)).toEqual(expect.arrayContaining(feeds));
  });

  it.each([
    '/categories/culture/',
    '/authors/megaton-staff/',
    '/models/veo-3-1/',
    '/providers/google/',
    '/reviews/',
    '/leaderboards/',
    '/leaderboards/arena-text-to-video/',
  ])('%s has a link to its feed that readers see', (path) => {
    const links = tagged(tagged(pageAt(path).root, 'main')[0] as Parameters<typeof tagged>[0], 'a').map((link) =>
      attribute(link, 'href'),
    );
    expect(links.some((href) => href === `${path}rss.xml` || href === `${path}changes.xml`)).toBe(true);
  });
});
