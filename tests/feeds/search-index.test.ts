import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { destinationKinds, storyLimit, type Destination } from '#domain/search/destination';
import { searchIndex } from '#feeds/data/search-index';
import { readIndex } from '#client/search/index-file.ts';
import { destinations } from '#queries/site/destinations';
import { corpusArticle } from '../../scripts/bench/corpus/corpus.ts';
import { wrongSearchIndex } from '../../src/integrations/verify/search-index.ts';
import type { BuiltSite } from '../../src/integrations/verify/site.ts';
import type { Collections } from '#loading/content';
import { article, board, catalogueOf, editorial, model, now, page, provider, review } from '../queries/entries.ts';

const destination = (title: string, changes: Partial<Destination> = {}): Destination => ({
  kind: 'story',
  title,
  path: `/${title}/`,
  day: '2026-01-01',
  section: 'Policy',
  aliases: [],
  keywords: [],
  ...changes,
});

describe('the text', () => {
  test('has the form that its contract shows', () => {
    expect(
      searchIndex([
        destination('Veo 3.1', {
          kind: 'model',
          path: '/models/veo-3-1/',
          day: '2025-10-15',
          section: 'Model',
          keywords: ['Google'],
          aliases: ['veo-3.1'],
        }),
        destination('A headline', { path: '/news/a-headline/', day: '2026-01-23', keywords: ['Veo 3.1', 'Google'] }),
      ]),
    ).toBe(
      '{"names":["Model","Google","veo-3.1","Policy","Veo 3.1"],\n"pages":{\n"model":[\n["Veo 3.1","/models/veo-3-1/","2025-10-15",0,[1],[2]]],\n"story":[\n["A headline","/news/a-headline/","2026-01-23",3,[4,1]]]\n}}\n',
    );
  });

  test('is read back as it was', () => {
    const pages = [
      destination('Kling 2.6', { kind: 'model', aliases: ['可灵'] }),
      destination('“Quoted” \\ <b>', { keywords: ['Kling 2.6', 'Kling'] }),
      destination('视频', { section: 'Culture', day: '' }),
    ];
    expect(readIndex(searchIndex(pages))).toEqual(pages);
  });

  test('of a site with nothing is an index of nothing', () => {
    expect(readIndex(searchIndex([]))).toEqual([]);
  });

  test('has each page on a line of its own, so that a new story changes one', () => {
    const lines = (...titles: string[]): string[] => searchIndex(titles.map((title) => destination(title))).split('\n');
    const before = new Set(lines('A', 'B', 'C'));
    expect(lines('A', 'New', 'B', 'C').filter((line) => !before.has(line))).toEqual([
      '["New","/New/","2026-01-01",0],',
    ]);
  });

  test.each(['[]', '<!doctype html>', '{"names":[],"pages":"none"}', '{"names":[]}', ''])(
    '%j is refused by who reads it',
    (text) => {
      expect(() => readIndex(text)).toThrow();
    },
  );
});

test('as many stories as the index holds and the pages of a catalogue weigh at most 60 kB, by brotli and by gzip', () => {
  const names = Array.from({ length: 60 }, (_, index) => `Model ${index} of ${index % 20}.${index % 7}`);
  const ids = {
    authors: ['desk'],
    boards: ['top'],
    categories: ['technology', 'business', 'policy', 'culture', 'research'],
    models: names,
  };
  const stories = Array.from({ length: storyLimit }, (_, index) => {
    const { slug, text } = corpusArticle(index, 1, ids);
    const {
      title,
      date,
      category,
      models = [],
      tags = [],
    } = parse(text.split('---')[1] ?? '') as {
      title: string;
      date: string;
      category: string;
      models?: string[];
      tags?: string[];
    };
    return destination(title, { path: `/news/${slug}/`, day: date, section: category, keywords: [...models, ...tags] });
  });
  const catalogue = names.map((name, index) =>
    destination(name, {
      kind: 'model',
      path: `/models/${index}/`,
      section: 'Model',
      aliases: [`${name} (2026-01-01)`],
    }),
  );
  const text = searchIndex([...catalogue, ...stories.sort((a, b) => (a.day < b.day ? 1 : -1))]);
  expect(readIndex(text).length).toBe(storyLimit + names.length);
  expect(brotliCompressSync(text).length).toBeLessThanOrEqual(60_000);
  expect(gzipSync(text).length).toBeLessThanOrEqual(60_000);
});

describe('the pages', () => {
  const entries = {
    models: [
      model('kling', {
        name: 'Kling 2.6',
        aliases: [{ name: '可灵', language: 'zh', sources: [1] }],
        listedAs: ['kling-2.6-pro', 'Kling 2.6'],
        nativeAudio: { value: true, sources: [1] },
        provider: 'kuaishou',
        released: { value: '2025-12-03', sources: [1] },
        sources: [{ title: 'S', publisher: 'P', accessed: '2026-01-01' }],
      }),
      model('veo', { name: 'Veo 3' }),
    ],
    providers: [
      provider('kuaishou', {
        name: 'Kuaishou (Kling AI)',
        shortName: 'Kling',
        aliases: [{ name: '快手', language: 'zh', sources: [1] }],
        sources: [{ title: 'S', publisher: 'P', accessed: '2026-01-01' }],
      }),
    ],
    pages: [page('about', { title: 'About us', keywords: ['team'] }), page('subscribed', { title: 'Thanks' })],
    boards: [board('top', 1, { name: 'Top Models' }), board('empty', 2)],
    editions: [editorial('top/2026-01-23', ['kling', 1], ['veo', 2])],
    articles: [
      article('old', '2025-01-01', { title: `It's "old"` }),
      article('new', '2026-01-01', { category: 'policy', models: ['kling', 'veo'], tags: ['courts'] }),
      article('draft', '2026-01-02', { draft: true }),
      article('later', '2026-01-03', { publishAt: '2026-11-24T00:00:00Z' }),
    ],
    reviews: [review('tested', '2025-06-01', 'kling')],
  };

  const of = (kind: Destination['kind'], build = {}): Destination[] =>
    destinations(catalogueOf(entries, build)).filter((each) => each.kind === kind);

  test('are models with their other names, and with the facts by which they are looked for', () => {
    expect(of('model')).toEqual([
      {
        kind: 'model',
        title: 'Kling 2.6',
        path: '/models/kling/',
        day: '2025-12-03',
        section: 'Model',
        aliases: ['kling-2.6-pro', '可灵', '可灵 2.6'],
        keywords: ['Kuaishou (Kling AI)', 'Kling', 'sound'],
      },
      { kind: 'model', title: 'Veo 3', path: '/models/veo/', day: '', section: 'Model', aliases: [], keywords: [] },
    ]);
  });

  test('are providers by all parts of their names', () => {
    expect(of('provider').map(({ title, path, aliases, keywords }) => ({ title, path, aliases, keywords }))).toEqual([
      {
        title: 'Kuaishou (Kling AI)',
        path: '/providers/kuaishou/',
        aliases: ['Kling', 'Kuaishou', 'Kling AI', '快手'],
        keywords: ['Kling 2.6'],
      },
    ]);
  });

  test('are boards that have an edition', () => {
    expect(of('board').map(({ title, path, day }) => [title, path, day])).toEqual([
      ['Top Models', '/leaderboards/top/', '2026-01-23'],
    ]);
  });

  test('are standing pages, but for those that only a step leads to', () => {
    const paths = of('page').map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/about/', '/feeds/', '/corrections/', '/newsletter/', '/compare/']));
    expect(paths).not.toContain('/subscribed/');
  });

  test('are categories and comparisons', () => {
    expect(of('category').map(({ path }) => path)).toEqual(['/categories/policy/', '/categories/technology/']);
    expect(of('comparison').map(({ path }) => path)).toEqual(['/compare/kling-vs-veo/']);
  });

  test('are of kinds that the reader of the index knows, each page once', () => {
    const all = destinations(catalogueOf(entries));
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
    expect(readIndex(searchIndex(all)).length).toBe(all.length);
    for (const { kind } of all) expect(destinationKinds).toContain(kind);
  });

  test.each([false, true])(
    'are public stories, newest first and typeset, with their models and tags; in a preview (%s) no others',
    (preview) => {
      expect(
        of('story', { preview }).map(({ title, path, day, section, keywords }) => ({
          title,
          path,
          day,
          section,
          keywords,
        })),
      ).toEqual([
        {
          title: 'Article new',
          path: '/news/new/',
          day: '2026-01-01',
          section: 'Policy',
          keywords: ['Kling 2.6', 'Kling', 'Veo 3', 'courts'],
        },
        {
          title: 'Review tested',
          path: '/reviews/tested/',
          day: '2025-06-01',
          section: 'Review',
          keywords: ['Kling 2.6', 'Kling'],
        },
        { title: 'It’s “old”', path: '/news/old/', day: '2025-01-01', section: 'Technology', keywords: [] },
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
  const text = searchIndex(destinations(catalogueOf(entries)));
  const site = { has: () => true, text: () => text } as unknown as BuiltSite;
  const content = { boards: [], editions: [], providers: [], ...entries } as unknown as Collections;
  expect(wrongSearchIndex({ site, content, now })).toEqual([]);
  expect(readIndex(text).filter(({ kind }) => kind === 'story').length).toBe(storyLimit);
});
