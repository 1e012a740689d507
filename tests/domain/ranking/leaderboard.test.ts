import { describe, expect, test } from 'vitest';
import {
  fractionOf,
  findingOf,
  movementOf,
  rankText,
  scaleOf,
  shortRank,
  spokenRank,
  type BoardRow,
  type Movement,
} from '#domain/ranking/board/leaderboard';
import type { RankRange } from '#domain/ranking/board/ranks';

const range = (best: number, worst = best): RankRange => ({ best, worst });
const row = (name: string, best: number, worst = best): BoardRow => ({
  ...range(best, worst),
  key: name,
  name,
  modelId: name,
  model: { label: name, path: `/models/${name}/` },
  shared: false,
  provisional: false,
  imageToVideo: false,
});

test.each([
  [range(3), false, '3', '3', 'rank 3'],
  [range(1), true, '1', '=1', 'tied for rank 1'],
  [range(1, 4), false, '1–4', '1–4', 'rank 1 to 4'],
  [range(1, 4), true, '1–4', '1–4', 'rank 1 to 4'],
])('the rank %j (shared: %s) is shown as %s and %s, and spoken as %s', (ranks, shared, plain, short, spoken) => {
  expect([rankText(ranks), shortRank({ ...ranks, shared }), spokenRank({ ...ranks, shared })]).toEqual([
    plain,
    short,
    spoken,
  ]);
});

describe('movementOf', () => {
  test.each<[string, RankRange, RankRange | undefined, Movement]>([
    ['not in the edition before', range(3), undefined, { kind: 'new' }],
    ['the same place', range(3), range(3), { kind: 'same' }],
    ['two places up', range(1), range(3), { kind: 'up', places: 2 }],
    ['one place down', range(4), range(3), { kind: 'down', places: 1 }],
    ['a range wholly above the old one', range(1, 2), range(3, 5), { kind: 'up', places: 2 }],
    ['a range wholly below the old one', range(6, 9), range(2, 5), { kind: 'down', places: 4 }],
    ['ranges that touch', range(1, 3), range(3, 5), { kind: 'same' }],
    ['a range within the old one', range(2, 3), range(1, 5), { kind: 'same' }],
    ['a place that the old range allowed', range(1), range(1, 4), { kind: 'same' }],
  ])('%s', (_, after, before, movement) => {
    expect(movementOf(after, before)).toEqual(movement);
  });
});

describe('findingOf', () => {
  test('one first place, by scores and by editors', () => {
    const rows = [row('Veo', 1), row('Sora', 2)];
    expect(findingOf(rows, true)).toEqual({
      finding: 'Veo is first of the two: its score is higher than all others.',
      headline: 'Veo is first',
    });
    expect(findingOf(rows, false)).toEqual({
      finding: 'Veo is first of the two: the editors put no other model next to it.',
      headline: 'Veo is first',
    });
  });

  test('a shared first place', () => {
    expect(findingOf([row('Kling', 1), row('Veo', 1), row('Sora', 3)], false)).toEqual({
      finding: 'Kling and Veo share the first place.',
      headline: 'two models share first place',
    });
  });

  /** Rows with a range and a chance to be first. */
  const withChances = (...rows: [string, number, number, number][]): BoardRow[] =>
    rows.map(([name, best, worst, first]) => ({ ...row(name, best, worst), first }));

  test.each([
    [
      'a probable first place',
      withChances(['A', 1, 3, 0.64], ['B', 1, 3, 0.35], ['C', 1, 4, 0.01], ['D', 3, 4, 0]),
      'A is probably first (64%); B may be (35%). All 4 ranges hold together with 95% confidence.',
      'A is probably first',
    ],
    [
      'an open first place',
      withChances(['A', 1, 3, 0.45], ['B', 1, 3, 0.35], ['C', 1, 3, 0.2]),
      'Three models may be first: A has the best chance (45%); B may be (35%). All 3 ranges hold together with 95% confidence.',
      'three models may be first',
    ],
    [
      'a chance that is hardly one',
      withChances(['A', 1, 2, 0.93], ['B', 1, 2, 0.005], ['C', 3, 3, 0]),
      'A is probably first (93%). All 3 ranges hold together with 95% confidence.',
      'A is probably first',
    ],
    [
      'a settled first place',
      withChances(['A', 1, 1, 0.9999], ['B', 2, 3, 0.0001], ['C', 2, 3, 0]),
      'A is first of the three (over 99%). All 3 ranges hold together with 95% confidence.',
      'A is first',
    ],
    [
      'the better chance of the second by score, whose interval is wider',
      withChances(['A', 1, 2, 0.4], ['B', 1, 2, 0.6]),
      'B is probably first (60%); A may be (40%). All 2 ranges hold together with 95% confidence.',
      'B is probably first',
    ],
  ])('%s', (_, rows, finding, headline) => {
    expect(findingOf(rows, true)).toEqual({ finding, headline });
  });

  test.each([
    [
      [row('A', 1), row('B', 2)],
      /^Of the two models shown, A scores highest\. The board lists 73, /u,
      'A leads the two shown',
    ],
    [[row('A', 1), row('B', 1)], /^Of the two models shown, A and B score highest\. /u, 'A and B lead the two shown'],
  ])('a part of a board claims no place on the whole of it', (rows, sentence, headline) => {
    const found = findingOf(rows, true, 73);
    expect(found.finding).toMatch(sentence);
    expect(found.headline).toBe(headline);
  });
});

describe('scaleOf', () => {
  const boards = {
    'Arena points': [
      { score: 1516.2, lower: 1500.8, upper: 1531.7 },
      { score: 1006.6, lower: 990, upper: 1023.3 },
    ],
    'per cent without intervals': [{ score: 83.27 }, { score: 75.66 }],
    'a single score': [{ score: 42 }],
    'less than one': [
      { score: 0.2, lower: 0.15, upper: 0.3 },
      { score: 0.7, lower: 0.66, upper: 0.71 },
    ],
    'below zero': [{ score: -5, lower: -12, upper: 3 }],
  };

  test.each(Object.entries(boards))('%s: holds every interval, and little more', (_, rows) => {
    const ends = rows.flatMap((entry) => ('lower' in entry ? [entry.lower, entry.upper] : [entry.score]));
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    const scale = scaleOf(rows);
    const [from, to] = [scale?.from ?? Number.NaN, scale?.to ?? Number.NaN];
    expect(from).toBeLessThanOrEqual(low);
    expect(to).toBeGreaterThanOrEqual(high);
    expect(to - from).toBeLessThanOrEqual((high - low) * 1.25 + 1e-6);
  });

  test('has round ends', () => {
    // The span of 541.7 points is cut into about twenty steps of 50.
    expect(scaleOf(boards['Arena points'])).toEqual({ from: 950, to: 1550 });
  });

  test('is undefined without scores', () => {
    expect(scaleOf([{}, {}])).toBeUndefined();
  });
});

test.each([
  [950, 0],
  [1550, 1],
  [1250, 0.5],
])('fractionOf: %d is at %d of the scale', (value, share) => {
  expect(fractionOf({ from: 950, to: 1550 }, value)).toBe(share);
});

test('fractionOf: the middle of a scale without length', () => {
  expect(fractionOf({ from: 5, to: 5 }, 5)).toBe(0.5);
});
