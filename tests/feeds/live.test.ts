import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { storyMarkdown } from '#feeds/markdown/story-markdown';
import { feedKey, newestFiles } from '#feeds/feed-files';
import { sitemapFiles, sitemapText } from '#feeds/sitemap-files';
import type { Catalogue, Entries } from '#queries/catalogue';
import { article, catalogueOf } from '../queries/entries.ts';
import {
  readJson,
  readWithFeedparser,
  readWithFeedReader,
  readWithFeedsmith,
  readWithRssParser,
  type ReadItem,
} from './clients.ts';
import { archivesAt, newestOf, pictures, siteWith, withBody } from './newsroom.ts';
import { jsonFaults, rssFaults } from './validity.ts';

const body = `What we know. [^1]

:::update{at="2026-11-22T11:00+01:00" title="The first & *oldest* one"}
It began.[^1]

:::

::::update{at="2026-11-22T23:30+01:00" title="The newest one"}
It ended, says [a page](/method/).

:::figure{src=inside.webp alt="A hall" credit="Ann" made=photo}
The hall.
:::
::::

:::update{at="2026-11-22T18:00Z" title="The middle"}
It went on.
:::

[^1]: The note.
`;
const updates = ['2026-11-22T10:00:00Z', '2026-11-22T22:30:00Z', '2026-11-22T18:00:00Z'];
const references = { model: [], facts: false, board: [], picture: ['inside.webp'], table: [], updates };

/** A site with a live story and others of its day, as an editor sees it. */
function liveSite(changes: Parameters<typeof article>[2] = {}, others: Entries['articles'] = []): Catalogue {
  const fields = { id: '20261122-aaaaaa', title: 'A day in court', date: '2026-11-22T09:00Z', ...changes };
  const noon = article('noon', '2026-11-22', { date: '2026-11-22T12:00Z' });
  const entries = withBody([article('live', '2026-11-22', fields)], body).map((entry) => ({ ...entry, references }));
  return catalogueOf({ articles: [...entries, ...withBody([noon, ...others], 'Text.')] }, { preview: true });
}

const live = 'https://paper.example/news/live/';
const inOrder = [
  [
    '20261122-aaaaaa/update/20261122-2230',
    `${live}#update-20261122-2230`,
    'The newest one',
    '2026-11-22T22:30:00.000Z',
  ],
  ['20261122-aaaaaa/update/20261122-1800', `${live}#update-20261122-1800`, 'The middle', '2026-11-22T18:00:00.000Z'],
  ['20261122-noon00', 'https://paper.example/news/noon/', 'Article noon', '2026-11-22T12:00:00.000Z'],
  [
    '20261122-aaaaaa/update/20261122-1000',
    `${live}#update-20261122-1000`,
    'The first & *oldest* one',
    '2026-11-22T10:00:00.000Z',
  ],
  ['20261122-aaaaaa', live, 'A day in court', '2026-11-22T09:00:00.000Z'],
];
const shown = (items: readonly ReadItem[]) => items.map(({ id, url, title, published }) => [id, url, title, published]);

describe('each update is an item, at its moment among the stories', () => {
  test.each<[string, (xml: string) => ReadItem[] | Promise<ReadItem[]>]>([
    ['feedsmith', readWithFeedsmith],
    ['rss-parser', readWithRssParser],
    ['feedparser', readWithFeedparser],
    ['@rowanmanning/feed-parser', readWithFeedReader],
  ])('in RSS, as %s reads it', async (_, read) => {
    const xml = await newestOf('/rss.xml', 'rss', liveSite());
    expect(rssFaults(xml)).toEqual([]);
    expect(shown(await read(xml))).toEqual(inOrder);
  });

  test('in JSON Feed', async () => {
    const json = await newestOf('/rss.xml', 'json', liveSite());
    expect(jsonFaults(json)).toEqual([]);
    expect(shown(readJson(json))).toEqual(inOrder);
  });

  test('in the feeds of the category and the author too', async () => {
    for (const feed of ['/categories/technology/rss.xml', '/authors/desk/rss.xml'])
      expect(shown(readWithFeedsmith(await newestOf(feed, 'rss', liveSite())))).toEqual(inOrder);
  });

  test('with its text alone, absolute addresses, and a way to the whole story', async () => {
    const [newest] = readWithFeedsmith(await newestOf('/rss.xml', 'rss', liveSite()));
    expect(newest?.html).toContain('It ended, says <a href="https://paper.example/method/">a page</a>.');
    expect(newest?.html).toContain(`<a href="${live}">A day in court</a>`);
    expect(newest?.html).toMatch(/<img src="https:\/\/paper\.example\/_astro\/[^"]*inside\.webp\.webp" alt="A hall"/u);
    expect(newest?.html).not.toContain('It went on.');
  });

  test.each([
    ['a draft', { draft: true }],
    ['under embargo', { publishAt: '2027-01-01T00:00:00Z' }],
  ])('in no feed while the story is %s', async (_, changes) => {
    const items = readWithFeedsmith(await newestOf('/rss.xml', 'rss', liveSite(changes)));
    expect(items.map(({ title }) => title)).toEqual(['Article noon']);
  });
});

test('the item of the story has its updates, newest first, and the moment of the newest one as its last change', async () => {
  const item = readWithFeedsmith(await newestOf('/rss.xml', 'rss', liveSite())).at(-1);
  expect(item?.updated).toBe('2026-11-22T22:30:00.000Z');
  expect(
    [...(item?.html ?? '').matchAll(/<h2>(.*?)<\/h2><p><time datetime="([^"]*)">(.*?)<\/time>/gu)].map(
      ([, ...all]) => all,
    ),
  ).toEqual([
    ['The newest one', '2026-11-22T22:30:00Z', '22 November 2026, 22:30 UTC'],
    ['The middle', '2026-11-22T18:00:00Z', '22 November 2026, 18:00 UTC'],
    ['The first &amp; *oldest* one', '2026-11-22T10:00:00Z', '22 November 2026, 10:00 UTC'],
  ]);
});

test('an update leaves full archives as they are', async () => {
  const old = Array.from({ length: 80 }, (_, index) =>
    article(`old-${index}`, '2026-10-01', { date: `2026-10-01T${String(index % 24).padStart(2, '0')}:00Z` }),
  );
  const [before, after] = [siteWith({ articles: old }), liveSite({}, old)];
  const [archives, later] = [await archivesAt('/rss.xml', 'rss', before), await archivesAt('/rss.xml', 'rss', after)];
  const ids = (xml: string): (string | undefined)[] => readWithFeedsmith(xml).map(({ id }) => id);
  expect(archives.length).toBe(2);
  expect(later.slice(0, 2).map(ids)).toEqual(archives.map(ids));
});

test('the sitemap has the moment of the newest update', async () => {
  const catalogue = liveSite();
  const file = sitemapFiles(catalogue).find(({ name }) => name === 'stories-1');
  const xml = file && (await sitemapText(file, catalogue, pictures));
  expect(xml).toContain(`<loc>${live}</loc><lastmod>2026-11-22T22:30:00Z</lastmod>`);
});

test('the key of a feed differs by an update', async () => {
  vi.stubEnv('DEV', false);
  onTestFinished(() => void vi.unstubAllEnvs());
  const keyOf = async (catalogue: Catalogue): Promise<string | undefined> =>
    feedKey(newestFiles(catalogue, 'rss')[0]!, catalogue, pictures);
  const known = (site: Catalogue, moments: string[]): Catalogue => ({
    ...site,
    articles: site.articles.map((entry) => ({
      ...entry,
      references: { ...references, picture: [], table: [], updates: entry.id === 'live' ? moments : [] },
    })),
  });
  const site = liveSite();
  expect(await keyOf(known(site, updates))).toBe(await keyOf(known(site, updates)));
  expect(await keyOf(known(site, updates))).not.toBe(await keyOf(known(site, updates.slice(1))));
});

test('the Markdown version has the summary, the newest update first, and each with its own picture', async () => {
  const catalogue = liveSite();
  const [, story] = catalogue.articles;
  const text = await storyMarkdown(story!, catalogue, pictures);
  const pieces = [
    'What we know. [^1]\n\n[^1]: The note.\n\n## The newest one\n\n22 November 2026, 22:30 UTC\n\nIt ended, says [a page](https://paper.example/method/).\n\n![A hall]',
    'The hall. Photograph: Ann\n\n## The middle\n\n22 November 2026, 18:00 UTC\n\nIt went on.\n\n## The first & \\*oldest\\* one\n\n22 November 2026, 10:00 UTC\n\nIt began.[^1]',
  ];
  for (const piece of pieces) expect(text).toContain(piece);
  expect(text).not.toContain(':::');
});
