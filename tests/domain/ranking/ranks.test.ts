import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rankText } from '#domain/ranking/leaderboard';
import { competitionRanks, findWrongRank, rankRanges, type Scored } from '#domain/ranking/ranks';

describe('competitionRanks', () => {
  test.each<[string, number[], number[]]>([
    ['nothing', [], []],
    ['one value', [7], [1]],
    ['equal values share the better place, and the next places are left out', [30, 30, 20, 10, 10], [1, 1, 3, 4, 4]],
    ['all equal', [5, 5, 5], [1, 1, 1]],
    ['the order given is kept', [10, 30, 20], [3, 1, 2]],
    ['negative values', [-1, -3, -1], [1, 3, 1]],
  ])('%s', (_, values, ranks) => {
    expect(competitionRanks(values)).toEqual(ranks);
  });

  test('leaves the given list as it is', () => {
    const values = [1, 3, 2];
    competitionRanks(values);
    expect(values).toEqual([1, 3, 2]);
  });
});

describe('findWrongRank', () => {
  test.each([[[]], [[1]], [[1, 2, 3]], [[1, 1, 3, 4, 4]], [[1, 1, 1, 4]], [[1, 2, 2, 4]]])(
    '%j is right',
    (ranks: number[]) => {
      expect(findWrongRank(ranks)).toBeUndefined();
    },
  );

  test.each([
    [[1, 1, 2], 2, [1, 3]],
    [[2], 0, [1]],
    [[0], 0, [1]],
    [[1, 3], 1, [1, 2]],
    [[1, 2, 1], 2, [2, 3]],
    [[1, 2, 2, 3], 3, [2, 4]],
    [[1, 1.5], 1, [1, 2]],
  ])('%j is wrong at index %i, where %j would be right', (ranks: number[], index: number, right: number[]) => {
    expect(findWrongRank(ranks)).toEqual({ index, right });
  });
});

describe('rankRanges', () => {
  /** `[score, lower, upper]`, or a score alone. */
  type Written = [number, number, number] | number;
  const scored = (written: Written): Scored =>
    typeof written === 'number' ? { score: written } : { score: written[0], lower: written[1], upper: written[2] };
  const ranksOf = (entries: readonly Written[], decimals = 0): string[] =>
    rankRanges(entries.map(scored), decimals).map(rankText);

  test.each<[string, Written[], string[]]>([
    ['nothing', [], []],
    ['one entry', [[10, 9, 11]], ['1']],
    [
      'apart',
      [
        [30, 29, 31],
        [20, 19, 21],
        [10, 9, 11],
      ],
      ['1', '2', '3'],
    ],
    [
      'two overlap above a third',
      [
        [11, 10, 12],
        [12, 11, 13],
        [5, 4, 6],
      ],
      ['1–2', '1–2', '3'],
    ],
    [
      'ends that touch overlap',
      [
        [11, 10, 12],
        [13, 12, 14],
      ],
      ['1–2', '1–2'],
    ],
    [
      'a chain: the ends are apart, the middle overlaps both',
      [
        [2, 1, 3],
        [4, 2, 5],
        [5, 4, 6],
      ],
      ['2–3', '1–3', '1–2'],
    ],
    [
      'one wide interval over all',
      [
        [50, 0, 100],
        [90, 89, 91],
        [80, 79, 81],
      ],
      ['1–3', '1–2', '2–3'],
    ],
    [
      'equal intervals',
      [
        [5, 4, 6],
        [5, 4, 6],
        [5, 4, 6],
      ],
      ['1–3', '1–3', '1–3'],
    ],
    ['an entry without an interval has no width', [20, [10, 5, 15], [16, 12, 20]], ['1–2', '2–3', '1–3']],
  ])('%s', (_, entries, ranks) => {
    expect(ranksOf(entries)).toEqual(ranks);
  });

  test('without intervals, scores that look equal are equal', () => {
    expect(ranksOf([83.274, 83.271, 80], 2)).toEqual(['1', '1', '3']);
    expect(ranksOf([83.274, 83.271, 80], 3)).toEqual(['1', '2', '3']);
  });

  test('are the ranks in the best and in the worst case that the intervals allow', () => {
    const random = randomNumbers(20260123);
    for (let round = 0; round < 200; round += 1) {
      const entries = Array.from({ length: 2 + (round % 7) }, () => {
        const [score, half] = [Math.floor(random() * 40), Math.floor(random() * 8)];
        return { score, lower: score - half, upper: score + half };
      });
      expect(rankRanges(entries, 0)).toEqual(entries.map((_, index) => extremes(entries, index)));
    }
  });

  test('Arena, 22 September 2026: the first ten', () => {
    const file = new URL('../../../content/leaderboards/arena-text-to-video/2026-09-22.yaml', import.meta.url);
    const { entries } = parse(readFileSync(file, 'utf8')) as { entries: Scored[] };
    expect(entries).toHaveLength(48);
    expect(rankRanges(entries, 0).slice(0, 10).map(rankText)).toEqual([
      '1–4',
      '1–4',
      '1–7',
      '1–7',
      '3–7',
      '3–9',
      '3–9',
      '6–9',
      '6–9',
      '10',
    ]);
  });
});

/** The rank of an entry when it is at its upper end and all others at their lower ends, and the other way round. */
function extremes(
  entries: readonly { lower: number; upper: number }[],
  index: number,
): { best: number; worst: number } {
  const atBest = entries.map(({ lower, upper }, other) => (other === index ? upper : lower));
  const atWorst = entries.map(({ lower, upper }, other) => (other === index ? lower : upper));
  const fromBelow = competitionRanks(atWorst.map((value) => -value))[index] ?? 0;
  return { best: competitionRanks(atBest)[index] ?? 0, worst: entries.length + 1 - fromBelow };
}

/** The same numbers from 0 to 1 in every run (linear congruential generator of Numerical Recipes). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
