import { describe, expect, test } from 'vitest';
import { compareData, comparison, wantedPairs } from '#queries/models/compare';
import { modelListing } from '#queries/models/listing';
import { modelPage } from '#queries/models/models';
import { board, catalogueOf, editorial, findRaster, model, provider, review, scored } from './entries.ts';

const models = [
  model('a', {
    released: { value: '2024' },
    provider: 'p',
    aliases: [{ name: 'Alpha', sources: [1] }],
    listedAs: ['a-pro', 'A'],
    sources: [{ title: 'A data sheet', publisher: 'P', accessed: '2026-01-01' }],
  }),
  model('b', { prices: [{ date: '2026-01-01', tier: 'pro', usdPerSecond: 0.2 }] }),
  model('c', { released: { value: '2025-03-01' } }),
  model('d', { status: { value: 'available', asOf: '2026-05-01' } }),
  model('e', { status: { value: 'available', asOf: '2026-06-01' } }),
];
const editions = [
  editorial('top/2026-01-01', ['b', 1], ['a', 2]),
  scored('arena/2026-01-01', ['a-old', 'a', 1200, 1190, 1210], ['c', 'c', 1100, 1090, 1110]),
  scored(
    'arena/2026-02-01',
    ['a-new', 'a', 1100, 1090, 1110],
    ['a-old', 'a', 1000, 990, 1010],
    ['c', 'c', 1300, 1290, 1310],
  ),
];
const catalogue = catalogueOf({
  models,
  providers: [provider('p')],
  boards: [board('top', 1), board('arena', 2, { metric: { name: 'Score', unit: 'points', decimals: 0 } })],
  editions,
  reviews: [review('tested', '2026-01-01', 'd', { models: ['e'] })],
});

describe('the list of models', () => {
  const listing = modelListing(catalogue);

  test('has those of the board of the strip by rank, then the others, newest first', () => {
    expect(listing.board?.label).toBe('Board top');
    expect(listing.ranked.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(listing.unranked.map(({ id }) => id)).toEqual(['c', 'd', 'e']);
    expect(listing.firstTwo).toEqual({ label: 'A and B', path: '/compare/a-vs-b/' });
  });

  test('follows the best entry of each model on the board with most editions', () => {
    expect(listing.trendBoard?.label).toBe('Board arena');
    const trendOf = (id: string) => [...listing.ranked, ...listing.unranked].find((row) => row.id === id)?.trend;
    expect(trendOf('a')?.points.map(({ best }) => best)).toEqual([1, 2]);
    expect(trendOf('c')?.points.map(({ best }) => best)).toEqual([2, 1]);
    expect(trendOf('b')).toBeUndefined();
  });

  test('knows other names and facts for its filters', () => {
    const [b, a] = listing.ranked;
    expect(a?.listed).toMatchObject({ name: 'A', maker: 'p', aliases: ['Alpha', 'a-pro'], best: 2, worst: 2 });
    expect(b?.listed).toMatchObject({ name: 'B', price: 0.2, best: 1 });
  });
});

describe('comparisons', () => {
  test('have the ranked models first, and a day on which a fact was seen is no difference', () => {
    expect(compareData(catalogue).models.map(({ id }) => id)).toEqual(['b', 'a', 'c', 'd', 'e']);
    const { facts } = comparison(['d', 'e'], catalogue);
    expect(facts.differ).toEqual([]);
    expect(facts.same).toEqual([{ label: 'Status', values: ['available', 'available'] }]);
  });

  test('that are often wanted are of the first models and of reviews', () => {
    expect(wantedPairs(5, catalogue).map(({ path }) => path)).toEqual(['/compare/a-vs-b/', '/compare/d-vs-e/']);
  });
});

test('the page of a model has what happened to its best entry in the newest edition', async () => {
  const entry = models[0];
  const page = entry && (await modelPage(entry, catalogue, findRaster));
  expect(page?.changes).toEqual([
    {
      board: { label: 'Board arena', path: '/leaderboards/arena/' },
      date: expect.objectContaining({ iso: '2026-02-01' }) as unknown,
      before: expect.objectContaining({ iso: '2026-01-01' }) as unknown,
      path: '/leaderboards/arena/2026-02-01/changes/',
      change: { kind: 'new', happened: 'new', reason: expect.any(String) as unknown },
    },
  ]);
  expect(page?.trends.map(({ points }) => points.map(({ best, worst }) => [best, worst]))).toEqual([
    [
      [1, 1],
      [2, 2],
    ],
  ]);
  expect(page?.priceChange).toBeUndefined();
});
