import { cannotBeKnown, verdictOn } from '#domain/models/compare';
import type { BoardRow } from '#domain/ranking/leaderboard';
import { describe, expect, it } from 'vitest';

const row = (name: string, best: number, worst: number, more: Partial<BoardRow> = {}): BoardRow => ({
  key: name,
  name,
  modelId: name,
  model: { label: name, path: `/models/${name}/` },
  best,
  worst,
  shared: false,
  provisional: false,
  imageToVideo: false,
  ...more,
});

describe('what a board says of two models', () => {
  it.each([
    [
      'intervals apart',
      row('A', 1, 1, { score: 11, lower: 10, upper: 12 }),
      row('B', 2, 2, { score: 7, lower: 5, upper: 9 }),
      'A is ahead: over 99%.',
    ],
    [
      'intervals apart where less is better',
      row('A', 1, 1, { score: 1, lower: 0.9, upper: 1.1 }),
      row('B', 2, 2, { score: 5, lower: 4, upper: 6 }),
      'A is ahead: over 99%.',
    ],
    [
      'intervals that overlap',
      // A lead of 3 with an error of √(2² + 2²) / 1.96: 2.08 errors.
      row('A', 1, 2, { score: 10, lower: 8, upper: 12 }),
      row('B', 1, 3, { score: 7, lower: 5, upper: 9 }),
      'Not decided: A is ahead with a chance of 98%.',
    ],
    [
      'scores alone',
      row('A', 2, 2, { score: 1 }),
      row('B', 1, 1, { score: 2 }),
      'B has the better score; the board gives no interval.',
    ],
    ['ranks alone', row('A', 2, 2), row('B', 1, 1), 'B is placed higher.'],
    ['equal ranks', row('A', 1, 1), row('B', 1, 1), 'Both hold rank 1.'],
  ])('%s', (_name, a, b, verdict) => {
    expect(verdictOn(a, b)).toBe(verdict);
    expect(verdictOn(b, a)).toBe(verdict);
  });

  it('names who cannot be distinguished', () => {
    expect(cannotBeKnown(row('A', 1, 2, { lower: 8, upper: 12 }), row('B', 1, 3, { lower: 5, upper: 8 }))).toBe(true);
    expect(cannotBeKnown(row('A', 1, 2, { lower: 8.1, upper: 12 }), row('B', 1, 3, { lower: 5, upper: 8 }))).toBe(
      false,
    );
    expect(cannotBeKnown(row('A', 1, 1), row('B', 1, 1))).toBe(true);
  });
});
