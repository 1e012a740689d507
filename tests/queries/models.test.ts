import { describe, expect, test } from 'vitest';
import type { Entries } from '#queries/catalogue';
import { allModels, allProviders, modelCard, modelPage, providerPage } from '#queries/models/models';
import { article, board, catalogueOf, editorial, findRaster, model, provider, review, scored } from './entries.ts';

const source = { title: 'A data sheet', publisher: 'Kuaishou', accessed: '2026-11-01' };
const kling = model('kling', {
  name: 'Kling 2.6',
  provider: 'kuaishou',
  released: { value: '2025-12-03', sources: [1] },
  status: { value: 'available', asOf: '2026-08-21' },
  modalities: ['text-to-video', 'audio'],
  duration: { value: 10 },
  frameRate: { value: 24 },
  nativeAudio: { value: true },
  openWeights: { value: false, confidence: 'medium', note: 'We found no weights.' },
  prices: [{ date: '2026-08-21', tier: 'pro', usdPerSecond: 0.14, sources: [1] }],
  notes: ['The first with sound.'],
  sources: [source],
});
const kuaishou = provider('kuaishou', {
  name: 'Kuaishou (Kling AI)',
  shortName: 'Kling',
  country: { value: 'CN', sources: [1] },
  founded: { value: 2011 },
  website: 'https://kling.example/',
});
const models = [
  model('veo', { name: 'Veo 3' }),
  kling,
  model('old', { name: 'Old', provider: 'kuaishou', released: { value: '2024' } }),
];
const providers = [kuaishou, provider('alone', { name: 'Alone' })];
const boards = [
  board('top', 1, { name: 'Top Models' }),
  board('arena', 2, { name: 'Arena', metric: { name: 'Score', unit: 'points', decimals: 1 } }),
  board('empty', 3),
];
const editions = [
  editorial('top/2025-12-31', ['veo', 1]),
  editorial('top/2026-01-23', ['kling', 1], ['veo', 1]),
  scored(
    'arena/2026-09-22',
    ['kling-std', 'kling', 1100, 1090, 1110],
    ['veo-fast', 'veo', 1300, 1290, 1310],
    ['kling-pro', 'kling', 1200, 1190, 1210],
  ),
];

const catalogueWith = (entries: Partial<Entries> = {}) =>
  catalogueOf({ models, providers, boards, editions, ...entries });
const factIn = (facts: readonly { label: string; value?: string | undefined }[], label: string): string | undefined =>
  facts.find((fact) => fact.label === label)?.value;

describe('modelCard', () => {
  const card = modelCard('kling', catalogueWith(), 'a test');

  test('joins provider, day and rank', () => {
    expect(card).toMatchObject({
      name: 'Kling 2.6',
      path: '/models/kling/',
      provider: { label: 'Kling', path: '/providers/kuaishou/' },
      released: { iso: '2025-12-03' },
      rank: '=1',
    });
  });

  test.each([
    ['Released', '3 December 2025'],
    ['Status', 'available (as of 21 August 2026)'],
    ['Makes', 'text to video, sound'],
    ['Longest clip', '10 seconds'],
    ['Frame rate', '24 frames a second'],
    ['Native sound', 'yes'],
    ['Open weights', 'no'],
    // Nobody published it.
    ['Resolution', undefined],
  ])('gives the fact %s as %s', (label, value) => {
    expect(factIn(card.facts, label)).toBe(value);
  });

  test('keeps what a fact rests on', () => {
    expect(card.facts.find(({ label }) => label === 'Released')?.sources).toEqual([1]);
    expect(card.facts.find(({ label }) => label === 'Open weights')).toMatchObject({
      confidence: 'medium',
      note: 'We found no weights.',
    });
  });

  test('of a model that does not exist is an error that says where it was named', () => {
    expect(() => modelCard('nowhere', catalogueWith(), 'content/reviews/x/index.md')).toThrow(
      'content/reviews/x/index.md names `nowhere`, which does not exist.',
    );
  });

  test('with a provider that does not exist is an error', () => {
    expect(() => modelCard('kling', catalogueWith({ providers: [] }), 'a test')).toThrow(
      'content/models/kling.yaml names `kuaishou`, which does not exist.',
    );
  });
});

describe('modelPage', () => {
  test('has its place on every board that lists it in its newest edition', async () => {
    const { placings } = await modelPage(kling, catalogueWith(), findRaster);
    expect(
      placings.map(({ board: { label, path }, date, row }) => [label, path, date.iso, row.key, row.best, row.worst]),
    ).toEqual([
      ['Top Models', '/leaderboards/top/', '2026-01-23', 'kling', 1, 1],
      ['Arena', '/leaderboards/arena/', '2026-09-22', 'kling-pro', 2, 2],
      ['Arena', '/leaderboards/arena/', '2026-09-22', 'kling-std', 3, 3],
    ]);
    expect(placings.map(({ unit, decimals }) => [unit, decimals])).toEqual([
      [undefined, 0],
      ['points', 1],
      ['points', 1],
    ]);
  });

  test('has no place when only an older edition lists it', async () => {
    const gone = catalogueWith({
      editions: [editorial('top/2025-12-31', ['kling', 1]), editorial('top/2026-01-23', ['veo', 1])],
    });
    expect((await modelPage(kling, gone, findRaster)).placings).toEqual([]);
  });

  test('has the stories and reviews about it, newest first, and no hidden ones', async () => {
    const catalogue = catalogueWith({
      articles: [
        article('older', '2026-01-01', { models: ['kling', 'veo'] }),
        article('about-veo', '2026-01-02', { models: ['veo'] }),
        article('draft', '2026-01-03', { models: ['kling'], draft: true }),
      ],
      reviews: [review('tested', '2026-02-01', 'kling')],
    });
    expect((await modelPage(kling, catalogue, findRaster)).stories.newest.map(({ path }) => path)).toEqual([
      '/reviews/tested/',
      '/news/older/',
    ]);
  });

  test('gives prices, notes and sources', async () => {
    const page = await modelPage(kling, catalogueWith(), findRaster);
    expect(page.prices.current).toMatchObject([
      { variant: 'pro', usdPerSecond: 0.14, date: { iso: '2026-08-21' }, numbers: [1] },
    ]);
    expect(page.usdPerSecond).toBe(0.14);
    expect(page.notes).toEqual(['The first with sound.']);
    expect(page.sources.map(({ title }) => title)).toEqual(['A data sheet']);
  });
});

describe('providerPage', () => {
  test('has its models, newest first', async () => {
    expect((await providerPage(kuaishou, catalogueWith(), findRaster)).models.map(({ name }) => name)).toEqual([
      'Kling 2.6',
      'Old',
    ]);
  });

  test('puts models of one day in the order of their names, and those without a day last', async () => {
    const mine = ['B', 'C', 'A'].map((name) =>
      model(name.toLowerCase(), { name, provider: 'alone', released: { value: '2026-01-01' } }),
    );
    const undated = ['Z', 'Y'].map((name) => model(name.toLowerCase(), { name, provider: 'alone' }));
    const { models: listed } = await providerPage(
      provider('alone'),
      catalogueWith({ models: [...undated, ...models, ...mine] }),
      findRaster,
    );
    expect(listed.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'Y', 'Z']);
  });

  test('gives its facts in words', async () => {
    const page = await providerPage(kuaishou, catalogueWith(), findRaster);
    expect(page).toMatchObject({
      name: 'Kuaishou (Kling AI)',
      path: '/providers/kuaishou/',
      website: 'https://kling.example/',
    });
    expect([factIn(page.facts, 'Country'), factIn(page.facts, 'Founded')]).toEqual(['China', '2011']);
  });

  test('has the stories about any of its models, each once', async () => {
    const catalogue = catalogueWith({
      articles: [
        article('both', '2026-01-01', { models: ['kling', 'old'] }),
        article('other', '2026-01-02', { models: ['veo'] }),
      ],
      reviews: [review('tested', '2025-01-01', 'old')],
    });
    expect((await providerPage(kuaishou, catalogue, findRaster)).stories.newest.map(({ path }) => path)).toEqual([
      '/news/both/',
      '/reviews/tested/',
    ]);
  });
});

test('allModels is in the order of names', () => {
  expect(allModels(catalogueWith()).map(({ name }) => name)).toEqual(['Kling 2.6', 'Old', 'Veo 3']);
});

test('allProviders is in the order of names, with the number of models', () => {
  expect(allProviders(catalogueWith())).toEqual([
    { name: 'Alone', path: '/providers/alone/', models: 0 },
    { name: 'Kuaishou (Kling AI)', path: '/providers/kuaishou/', models: 2 },
  ]);
});
