import { describe, expect, test } from 'vitest';
import { edition } from '#schemas/boards/edition';

const source = { title: 'The board', publisher: 'Arena', accessed: '2026-11-23' };
const entry = { model: 'veo-3', listed: 'veo-3-audio', name: 'Veo 3 (with sound)', score: 1200 };

/** Where an edition is wrong; undefined when it is right. */
const wrongAt = (value: unknown): string | undefined =>
  edition
    .safeParse(value)
    .error?.issues.map(({ path }) => path.join('.'))
    .join(' ');
const scored = (...changes: object[]): unknown => ({
  kind: 'scored',
  source,
  entries: changes.map((change) => ({ ...entry, ...change })),
});

describe('a scored entry', () => {
  test.each([
    ['a score alone', {}],
    ['an interval', { lower: 1190, upper: 1210 }],
    ['a score at the end of its interval', { lower: 1200, upper: 1210 }],
    ['an interval without width', { lower: 1200, upper: 1200 }],
    ['votes', { votes: 0 }],
    ['a score below zero', { score: -3.5, lower: -4, upper: -3 }],
  ])('may have %s', (_, change) => {
    expect(wrongAt(scored(change))).toBeUndefined();
  });

  test.each([
    ['a score in words', { score: '1200' }, 'score'],
    ['no number as score', { score: Number.NaN }, 'score'],
    ['an endless score', { score: Number.POSITIVE_INFINITY }, 'score'],
    ['one end of an interval', { upper: 1210 }, 'lower'],
    ['the ends swapped', { lower: 1210, upper: 1190 }, 'lower'],
    ['a score above its interval', { lower: 1100, upper: 1199 }, 'score'],
    ['a score below its interval', { lower: 1201, upper: 1300 }, 'score'],
    ['half a vote', { votes: 0.5 }, 'votes'],
    ['fewer than no votes', { votes: -1 }, 'votes'],
    ['a rank of its own', { rank: 1 }, ''],
    ['a fact about the model', { openWeights: true }, ''],
  ])('may not have %s', (_, change, field) => {
    expect(wrongAt(scored({}, change))).toBe(['entries', 1, field].filter((step) => step !== '').join('.'));
  });
});

describe('an editorial entry', () => {
  const editorial = (...entries: object[]): unknown => ({ kind: 'editorial', source, entries });

  test('has a rank and no score', () => {
    expect(wrongAt(editorial({ model: 'veo-3', rank: 1 }))).toBeUndefined();
    expect(wrongAt(editorial({ model: 'veo-3', rank: 1, score: 9 }))).toBe('entries.0');
    expect(wrongAt(editorial({ model: 'veo-3' }))).toBe('entries.0.rank');
  });

  test.each([0, -1, 1.5, '1', '=1', null])('may not have the rank %j', (rank) => {
    expect(wrongAt(editorial({ model: 'veo-3', rank }))).toBe('entries.0.rank');
  });
});

test.each(['scored', 'editorial'])('a %s edition has entries and a source', (kind) => {
  expect(wrongAt({ kind, source, entries: [] })).toBe('entries');
  expect(wrongAt({ kind, source })).toBe('entries');
  expect(wrongAt({ kind, source: { ...source, publisher: '' }, entries: [] })).toBe('source.publisher entries');
});

test.each([undefined, 'guess', null])('there is no edition of the kind %j', (kind) => {
  expect(wrongAt({ kind, source, entries: [{ model: 'veo-3', rank: 1 }] })).toBe('kind');
});
