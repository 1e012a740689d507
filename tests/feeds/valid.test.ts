import { describe, expect, test } from 'vitest';
import { archivesOf } from '#domain/site/feed';
import type { Catalogue } from '#queries/catalogue';
import { allFeeds } from '#queries/site/feeds';
import { article, board, editorial, model, provider, review, scored } from '../queries/entries.ts';
import {
  readJson,
  readWithFeedparser,
  readWithFeedReader,
  readWithFeedsmith,
  readWithRssParser,
  type ReadItem,
} from './clients.ts';
import { newestOf, richBody, siteWith } from './newsroom.ts';
import { htmlFaults, jsonFaults, rssFaults } from './validity.ts';

const facts = { models: [model('kling', { name: 'Kling', provider: 'kuaishou' })], providers: [provider('kuaishou')] };
const hero = {
  image: 'hero.webp',
  alt: 'A "camera" & a cat',
  caption: 'Its <lens>',
  credit: 'A & B',
  made: 'photo' as const,
};

/** Titles that break careless feeds. */
const titles = [
  'Tom & Jerry',
  '5 < 6 > 4',
  'The end ]]> of it',
  '<b>Bold</b>',
  '&amp; as written',
  '🎬🎥',
  '👩‍👩‍👧‍👦',
  'الفيديو يتحرك',
  'שלום עולם',
  '日本語の見出し',
  '007',
  '1e3',
  'An “open” quotation',
  '%2F and + and ?',
];

const bad: [name: string, catalogue: () => Catalogue][] = [
  ['no item at all', () => siteWith({})],
  ['one item', () => siteWith({ articles: [article('one', '2026-01-01')] })],
  ['an article without picture and dek', () => siteWith({ articles: [article('bare', '2026-01-01')] }, 'Text.')],
  [
    'two items at the same second',
    () =>
      siteWith({
        articles: [article('a', '2026-01-01'), article('b', '2026-01-01')],
        reviews: [review('c', '2026-01-01', 'kling')],
        ...facts,
      }),
  ],
  [
    'titles with signs, other scripts and only emoji',
    () =>
      siteWith({
        articles: titles.map((title, index) =>
          article(`t${index}`, '2026-01-01', {
            id: `20260101-title${index.toString(36)}`,
            title,
            dek: title,
            tags: ['launches'],
          }),
        ),
      }),
  ],
  [
    'a body with notes, figures, videos, tables and code',
    () =>
      siteWith(
        {
          ...facts,
          articles: [
            article('rich', '2026-01-01', {
              hero,
              dek: 'A & B',
              models: ['kling'],
              updated: '2026-02-01',
              disclosure: 'None & <none>.',
              corrections: [{ date: '2026-02-01', text: 'Not <b> but "c".' }],
              sources: [
                { title: 'S & T', publisher: '<P>', url: 'https://s.example/?a=1&b=2', accessed: '2026-01-01' },
              ],
            }),
          ],
        },
        richBody,
      ),
  ],
  [
    'many items',
    () =>
      siteWith({
        ...facts,
        articles: Array.from({ length: 130 }, (_, index) =>
          article(
            `n${index}`,
            `2025-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
            { models: ['kling'] },
          ),
        ),
      }),
  ],
];

describe.each(bad)('with %s', (_, makeSite) => {
  test('every feed is valid, in both forms', async () => {
    const catalogue = makeSite();
    const faults: string[] = [];
    for (const { rss } of allFeeds(catalogue)) {
      faults.push(...rssFaults(await newestOf(rss, 'rss', catalogue)).map((fault) => `${rss}: ${fault}`));
      faults.push(...jsonFaults(await newestOf(rss, 'json', catalogue)).map((fault) => `${rss} as JSON: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  test('every client reads the same items from RSS as from JSON Feed', async () => {
    const catalogue = makeSite();
    const [xml, json] = await Promise.all([
      newestOf('/rss.xml', 'rss', catalogue),
      newestOf('/rss.xml', 'json', catalogue),
    ]);
    const items = readJson(json);
    expect(readWithFeedsmith(xml)).toEqual(items);
    const clients: [string, ReadItem[], Habit][] = [
      ['rss-parser', await readWithRssParser(xml), (_, text) => text],
      // It takes titles for HTML and strips tags from them.
      [
        'feedparser',
        await readWithFeedparser(xml),
        (field, text) => (field === 'title' ? text.replace(/<\/?[a-z]+>/gu, '') : text),
      ],
      // It resolves the entities of HTML once more in everything, also in HTML.
      ['@rowanmanning/feed-parser', readWithFeedReader(xml), (_, text) => decode(text)],
    ];
    for (const [client, read, habit] of clients) {
      expect(read.length, client).toBe(items.length);
      for (const [index, item] of read.entries()) {
        // A client may read less, and may trim.
        const expected = Object.entries(items[index] ?? {}).filter(([field]) => field in item);
        const understood = expected.map(([field, value]): [string, unknown] => [
          field,
          typeof value === 'string' ? habit(field, value.trim()) : value,
        ]);
        expect(
          Object.fromEntries(
            Object.entries(item).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
          ),
          client,
        ).toEqual(Object.fromEntries(understood));
      }
    }
  });
});

/** What a client is known to do to a text. */
type Habit = (field: string, text: string) => string;

const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const decode = (text: string): string => text.replace(/&(?:amp|lt|gt|quot);/gu, (entity) => signs[entity] ?? entity);

test('titles arrive as they were written', async () => {
  const catalogue = siteWith({
    articles: titles.map((title, index) =>
      article(`t${index}`, `2026-01-${String(titles.length - index + 10)}`, {
        id: `20260101-title${index.toString(36)}`,
        title,
      }),
    ),
  });
  expect(readWithFeedsmith(await newestOf('/rss.xml', 'rss', catalogue)).map(({ title }) => title)).toEqual(titles);
  expect(readJson(await newestOf('/rss.xml', 'json', catalogue)).map(({ title }) => title)).toEqual(titles);
});

describe('with 10,000 articles', () => {
  // As long as a long story of the site: about 1,000 words.
  const body =
    `${'Seven models came out in ten weeks, and the boards moved with each of them, as the intervals of the new edition show. '.repeat(45)}\n\n## Part\n\n`.repeat(
      2,
    );
  const day = (index: number): string =>
    new Date(Date.UTC(2016, 0, 1) + index * 8 * 3_600_000).toISOString().slice(0, 10);
  const articles = (): ReturnType<typeof article>[] =>
    Array.from({ length: 10_000 }, (_, index) =>
      article(`n${index}`, day(index), {
        title: `Article number ${index} & more`,
        dek: 'A dek of a fair length, which says what the headline left out.',
        hero,
        id: `20160101-${index.toString(36).padStart(6, '0')}`,
      }),
    );

  test('the newest page of a feed is valid and has less than 1 MB', async () => {
    const catalogue = siteWith({ articles: articles() }, body);
    const [xml, json] = await Promise.all([
      newestOf('/rss.xml', 'rss', catalogue),
      newestOf('/rss.xml', 'json', catalogue),
    ]);
    expect(rssFaults(xml)).toEqual([]);
    expect(jsonFaults(json)).toEqual([]);
    expect(readJson(json).length).toBe(50);
    expect((readJson(json)[0]?.html ?? '').length).toBeGreaterThan(10_000);
    expect(Buffer.byteLength(xml)).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(json)).toBeLessThan(1_000_000);
  });

  test('archives and the newest page hold every one of them', () => {
    const all = Array.from({ length: 10_000 }, (_, index) => 10_000 - index);
    const archived = archivesOf(all).flat();
    expect(new Set([...all.slice(0, 50), ...archived]).size).toBe(10_000);
    expect(archived.length).toBe(new Set(archived).size);
  });
});

test('a feed of changes reports what moved and why, as a table', async () => {
  const editions = [
    scored('top/2026-01-01', ['a', 'kling', 10, 9, 11], ['b', 'veo', 5, 4, 6]),
    scored('top/2026-02-01', ['a', 'kling', 5, 4, 6], ['b', 'veo', 10, 9, 11]),
  ];
  const catalogue = siteWith({
    models: [model('kling', { name: 'Kling' }), model('veo', { name: 'Veo' })],
    boards: [board('top', 1, { name: 'Top & best', metric: { name: 'Score', unit: 'points', decimals: 0 } })],
    editions,
  });
  const [item] = readJson(await newestOf('/leaderboards/top/changes.xml', 'json', catalogue));
  expect(item).toMatchObject({
    id: 'top/2026-02-01',
    url: 'https://paper.example/leaderboards/top/2026-02-01/changes/',
    published: '2026-02-01T00:00:00.000Z',
  });
  expect(item?.title).toContain('Top & best, 1 February 2026');
  expect(item?.html).toContain(
    '<td><a href="https://paper.example/models/veo/">B</a></td><td>2</td><td>1</td><td>up 1</td>',
  );
  expect(item?.html).toContain('It passed A');
});

test('a feed of corrections has an item for each, with an id of its own', async () => {
  const corrections = [
    { date: '2026-02-01', text: 'First & "second".' },
    { date: '2026-02-01', text: 'Third.' },
    { date: '2026-03-01', text: 'Fourth.' },
  ];
  const catalogue = siteWith({ articles: [article('wrong', '2026-01-01', { id: '20260101-abcdef', corrections })] });
  expect(
    readJson(await newestOf('/corrections/rss.xml', 'json', catalogue)).map(({ id, summary }) => [id, summary]),
  ).toEqual([
    ['20260101-abcdef/correction/2026-03-01', 'Fourth.'],
    ['20260101-abcdef/correction/2026-02-01', 'First & “second”.'],
    ['20260101-abcdef/correction/2026-02-01/2', 'Third.'],
  ]);
});

test('the checks find faults', () => {
  const feed = (inner: string): string =>
    `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title><link>https://a.example/</link><description>D</description><atom:link rel="self" href="https://a.example/rss.xml"/>${inner}</channel></rss>`;
  expect(rssFaults(feed(''))).toEqual([]);
  expect(
    rssFaults(
      feed('<item><title>T</title><link>/x</link><guid>https://a.example/x</guid><pubDate>2026-01-01</pubDate></item>'),
    ).length,
  ).toBe(4);
  expect(() => rssFaults(feed('<item><title>&nbsp;</title></item>'))).toThrow('undefined entity');
  expect(
    jsonFaults('{"version":"https://jsonfeed.org/version/1","title":"","items":[{"id":1,"url":"/x"}]}').length,
  ).toBeGreaterThan(5);
  expect(
    htmlFaults('<a href="/x">x</a><script>1</script><a href="https://a.example/#fn-1">1</a>', 'https://a.example/'),
  ).toEqual(['<script>', 'relative address /x', 'anchor https://a.example/#fn-1']);
});

test('an editorial board has a feed before it has changes', async () => {
  const catalogue = siteWith({
    models: [model('kling')],
    boards: [board('top', 1)],
    editions: [editorial('top/2026-01-01', ['kling', 1])],
  });
  expect(rssFaults(await newestOf('/leaderboards/top/changes.xml', 'rss', catalogue))).toEqual([]);
});
