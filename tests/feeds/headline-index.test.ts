import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { headlineLimit, type IndexedPage } from '#domain/site/headline-index';
import { headlineIndex } from '#feeds/data/headline-index';
import { readHeadlines } from '#client/headlines.ts';
import { standingPages, storyPages } from '#queries/site/headlines';
import { corpusArticle } from '../../scripts/bench/corpus/corpus.ts';
import { wrongHeadlines } from '../../src/integrations/verify/headlines.ts';
import type { BuiltSite } from '../../src/integrations/verify/site.ts';
import type { Collections } from '#loading/content';
import { article, board, catalogueOf, editorial, model, now, provider, review } from '../queries/entries.ts';

const page = (title: string, changes: Partial<IndexedPage> = {}): IndexedPage => ({
  title,
  path: `/${title}/`,
  day: '2026-01-01',
  section: 'Model',
  names: [],
  ...changes,
});

describe('the text', () => {
  test('has the form that its contract shows', () => {
    const standing = [page('Veo 3.1', { path: '/models/veo-3-1/', day: '2025-10-15', names: ['Veo'] })];
    const stories = [
      page('A headline', {
        path: '/news/a-headline/',
        day: '2026-01-23',
        section: 'Policy',
        names: ['Veo 3.1', 'Veo'],
      }),
    ];
    expect(headlineIndex(standing, stories)).toBe(
      '{"names":["Model","Veo","Policy","Veo 3.1"],\n"pages":[\n["Veo 3.1","/models/veo-3-1/","2025-10-15",0,1],\n["A headline","/news/a-headline/","2026-01-23",2,3,1]\n]}\n',
    );
  });

  test('is read back as it was, each page with its section and names', () => {
    const pages = [
      page('“Quoted” \\ <b>', { names: ['Kling 2.6', 'Kling'] }),
      page('视频', { section: 'Culture', day: '' }),
    ];
    const read = readHeadlines(headlineIndex([], pages));
    expect(
      read.map(({ title, path, day, section, names }) => ({ title, path, day, section, names: names.length })),
    ).toEqual(
      pages.map(({ title, path, day, section, names }) => ({ title, path, day, section, names: names.length + 1 })),
    );
    expect(read[0]?.names[1]?.map(({ text }) => text)).toEqual(['kling', '2.6']);
  });

  test('of a site with nothing is an index of nothing', () => {
    expect(readHeadlines(headlineIndex([], []))).toEqual([]);
  });

  test('has each page on a line of its own, so that a new story changes one', () => {
    const lines = (...stories: IndexedPage[]): string[] => headlineIndex([page('M')], stories).split('\n');
    const before = new Set(lines(page('A'), page('B')));
    expect(lines(page('New'), page('A'), page('B')).filter((line) => !before.has(line))).toEqual([
      '["New","/New/","2026-01-01",0],',
    ]);
  });

  test('has all standing pages, and the newest stories as far as there is room', () => {
    const standing = Array.from({ length: 10 }, (_, index) => page(`m${index}`));
    const stories = Array.from({ length: headlineLimit }, (_, index) => page(`s${index}`));
    const titles = readHeadlines(headlineIndex(standing, stories)).map(({ title }) => title);
    expect(titles).toEqual([...standing, ...stories.slice(0, headlineLimit - 10)].map(({ title }) => title));
  });

  test.each(['{}', '[]', '<!doctype html>', '{"names":[]}', ''])('%j is refused by who reads it', (text) => {
    expect(() => readHeadlines(text)).toThrow();
  });
});

test('a thousand pages weigh at most 60 kB, by brotli and by gzip', () => {
  const names = Array.from({ length: 60 }, (_, index) => `Model ${index} of ${index % 20}.${index % 7}`);
  const ids = {
    authors: ['desk'],
    boards: ['top'],
    categories: ['technology', 'business', 'policy', 'culture', 'research'],
    models: names,
  };
  const stories = Array.from({ length: headlineLimit }, (_, index) => {
    const { slug, text } = corpusArticle(index, 1, ids);
    const {
      title,
      date,
      category,
      models = [],
    } = parse(text.split('---')[1] ?? '') as { title: string; date: string; category: string; models?: string[] };
    return page(title, { path: `/news/${slug}/`, day: date, section: category, names: models });
  });
  const text = headlineIndex(
    names.map((name) => page(name)),
    stories.sort((a, b) => (a.day < b.day ? 1 : -1)),
  );
  expect(readHeadlines(text).length).toBe(headlineLimit);
  expect(brotliCompressSync(text).length).toBeLessThanOrEqual(60_000);
  expect(gzipSync(text).length).toBeLessThanOrEqual(60_000);
});

describe('the pages', () => {
  const entries = {
    models: [
      model('kling', {
        name: 'Kling 2.6',
        provider: 'kuaishou',
        released: { value: '2025-12-03', sources: [1] },
        sources: [{ title: 'S', publisher: 'P', accessed: '2026-01-01' }],
      }),
      model('veo', { name: 'Veo 3' }),
    ],
    providers: [provider('kuaishou', { shortName: 'Kling' })],
    boards: [board('top', 1, { name: 'Top Models' }), board('empty', 2)],
    editions: [editorial('top/2026-01-23', ['kling', 1], ['veo', 2])],
    articles: [
      article('old', '2025-01-01', { title: `It's "old"` }),
      article('new', '2026-01-01', { category: 'policy', models: ['kling', 'veo'] }),
      article('draft', '2026-01-02', { draft: true }),
      article('later', '2026-01-03', { publishAt: '2026-11-24T00:00:00Z' }),
    ],
    reviews: [review('tested', '2025-06-01', 'kling')],
  };

  test('are models and boards that have an edition', () => {
    expect(standingPages(catalogueOf(entries))).toEqual([
      { title: 'Kling 2.6', path: '/models/kling/', day: '2025-12-03', section: 'Model', names: ['Kling'] },
      { title: 'Veo 3', path: '/models/veo/', day: '', section: 'Model', names: [] },
      { title: 'Top Models', path: '/leaderboards/top/', day: '2026-01-23', section: 'Leaderboard', names: [] },
    ]);
  });

  test.each([false, true])(
    'and public stories, newest first and typeset, with their models; in a preview (%s) no others',
    (preview) => {
      expect(storyPages(catalogueOf(entries, { preview }))).toEqual([
        {
          title: 'Article new',
          path: '/news/new/',
          day: '2026-01-01',
          section: 'Policy',
          names: ['Kling 2.6', 'Kling', 'Veo 3'],
        },
        {
          title: 'Review tested',
          path: '/reviews/tested/',
          day: '2025-06-01',
          section: 'Review',
          names: ['Kling 2.6', 'Kling'],
        },
        { title: 'It’s “old”', path: '/news/old/', day: '2025-01-01', section: 'Technology', names: [] },
      ]);
    },
  );
});

test('more stories than there is room for are cut where the verification expects it, in the midst of a day too', () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-03'];
  const entries = {
    models: [model('veo')],
    articles: Array.from({ length: 900 }, (_, index) => article(`s${(index * 7919) % 1009}`, days[index % 3] ?? '')),
    reviews: Array.from({ length: 300 }, (_, index) =>
      review(`r${(index * 7919) % 1009}`, days[index % 3] ?? '', 'veo'),
    ),
  };
  const catalogue = catalogueOf(entries);
  const text = headlineIndex(standingPages(catalogue), storyPages(catalogue));
  const site = { has: () => true, text: () => text } as unknown as BuiltSite;
  const content = { boards: [], editions: [], ...entries } as unknown as Collections;
  expect(wrongHeadlines({ site, content, now })).toEqual([]);
  expect(readHeadlines(text).length).toBe(headlineLimit);
});
