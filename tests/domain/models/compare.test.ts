import { cannotBeKnown, compareModels, verdictOn, type ComparedRow, type CompareData } from '#domain/models/compare';
import { toDay } from '#domain/text/dates';
import { describe, expect, it, test } from 'vitest';

const row = (name: string, best: number, worst: number, more: Partial<ComparedRow> = {}): ComparedRow => ({
  name,
  best,
  worst,
  shared: false,
  place: best,
  ...more,
});

describe('what a board says of two models', () => {
  it.each([
    [
      'intervals apart',
      row('A', 1, 1, { score: 11, lower: 10, upper: 12 }),
      row('B', 2, 2, { score: 7, lower: 5, upper: 9 }),
      'A is ahead of B: over 99%.',
    ],
    [
      'intervals apart where less is better',
      row('A', 1, 1, { score: 1, lower: 0.9, upper: 1.1 }),
      row('B', 2, 2, { score: 5, lower: 4, upper: 6 }),
      'A is ahead of B: over 99%.',
    ],
    [
      'intervals that overlap',
      // A lead of 3 with an error of √(2² + 2²) / 1.96: 2.08 errors.
      row('A', 1, 2, { score: 10, lower: 8, upper: 12 }),
      row('B', 1, 3, { score: 7, lower: 5, upper: 9 }),
      'Not decided: A is ahead of B with a chance of 98%.',
    ],
    [
      'scores alone',
      row('A', 2, 2, { score: 1 }),
      row('B', 1, 1, { score: 2 }),
      'B has a better score than A; the board gives no interval.',
    ],
    ['ranks alone', row('A', 2, 2), row('B', 1, 1), 'B is placed above A.'],
    [
      'intervals that allow the same ranks',
      // The place decides who is ahead, since less may be better: a lead of 2 is 1.386 errors of √(2² + 2²) / 1.96.
      row('A', 1, 2, { score: 7, lower: 5, upper: 9, place: 1 }),
      row('B', 1, 2, { score: 5, lower: 3, upper: 7, place: 2 }),
      'Not decided: A is ahead of B with a chance of 92%.',
    ],
    [
      'several boards together',
      row('A', 2, 4, { consensus: {} }),
      row('B', 1, 1, { consensus: {} }),
      'All boards together place B above A.',
    ],
    ['equal ranks', row('A', 1, 1), row('B', 1, 1, { place: 2 }), 'A and B both hold rank 1.'],
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

describe('models side by side', () => {
  const named = (id: string, facts: (string | null)[]) => ({
    id,
    name: id,
    path: `/models/${id}/`,
    aliases: [],
    facts,
  });
  const board = (label: string, ...rows: ComparedRow[]) => ({
    label,
    path: `/leaderboards/${label}/`,
    date: toDay('2026-01-01'),
    rows: Object.fromEntries(rows.map((each) => [each.name, each])),
  });
  const data: CompareData = {
    labels: ['Sound', 'Clip', 'Price', 'Size'],
    models: [
      named('A', ['yes', '8 s', null, null]),
      named('B', ['yes', '10 s', '$1', null]),
      named('C', ['yes', '8 s', '$1', null]),
      named('D', ['no', '8 s', '$1', null]),
      named('E', ['no', '8 s', '$1', '1B']),
    ],
    boards: [
      board('all', row('A', 1, 1), row('B', 2, 2), row('C', 3, 3)),
      board('one', row('A', 1, 1), row('D', 2, 2)),
    ],
  };

  test('differences are apart from what is not published of all, from what agrees, and from what nobody published', () => {
    const { facts, unknown } = compareModels(data, ['A', 'B']);
    expect(facts.differ.map(({ label, values }) => [label, ...values])).toEqual([['Clip', '8 s', '10 s']]);
    expect(facts.partly.map(({ label, values }) => [label, ...values])).toEqual([['Price', null, '$1']]);
    expect(facts.same.map(({ label }) => label)).toEqual(['Sound']);
    expect(unknown).toEqual(['Size']);
  });

  test('a board is there that lists two of them, and answers each pair that it lists', () => {
    expect(
      compareModels(data, ['A', 'B', 'D']).boards.map(({ board: { label }, verdicts }) => [label, verdicts]),
    ).toEqual([
      ['all', ['A is placed above B.']],
      ['one', ['A is placed above D.']],
    ]);
    expect(compareModels(data, ['A', 'B', 'C']).boards[0]?.verdicts).toHaveLength(3);
    expect(compareModels(data, ['C', 'D']).boards).toEqual([]);
  });

  test('what is no model, what is there twice, and a fifth one are left out', () => {
    const ids = (wanted: string[]): string[] => compareModels(data, wanted).models.map(({ id }) => id);
    expect(ids(['A', 'x', 'B', 'A'])).toEqual(['A', 'B']);
    expect(ids(['E', 'D', 'C', 'B', 'A'])).toEqual(['E', 'D', 'C', 'B']);
    expect(ids([''])).toEqual([]);
  });
});
