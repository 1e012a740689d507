import { readFileSync } from 'node:fs';
import { randomLcg, randomNormal } from 'd3-random';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rankText } from '#domain/ranking/board/leaderboard';
import { pairChance } from '#domain/ranking/inference/pair-chance';
import {
  confidence,
  estimatesOfIntervals,
  estimatesOfRatings,
  inferRanks,
  rangesAt,
  type Estimates,
} from '#domain/ranking/inference/rank-inference';
import { competitionRanks, type Scored } from '#domain/ranking/board/ranks';
import { rate } from './rate.ts';

/** An edition of Arena as it is in the content. */
function arena(date: string): (Scored & { listed: string })[] {
  const file = new URL(`../../../content/leaderboards/arena-text-to-video/${date}.yaml`, import.meta.url);
  return (parse(readFileSync(file, 'utf8')) as { entries: (Scored & { listed: string })[] }).entries;
}

/**
 * Figures of an independent simulation of the same editions at the published intervals: 4,000 draws, so that a coverage has
 * a standard error of 0.003, and a chance one of 0.008 at most.
 */
const independent = [
  { date: '2025-08-07', coverage: [0.998, 0.993, 0.993, 0.992], first: [0.776, 0.224] },
  { date: '2025-10-16', coverage: [0.995, 0.992, 0.988, 0.985], first: [0.652, 0.226, 0.122] },
  { date: '2026-03-19', coverage: [0.978, 0.97, 0.964, 0.97], first: [0.555, 0.34, 0.086] },
  { date: '2026-04-12', coverage: [0.97, 0.97, 0.968, 0.973], first: [1] },
  { date: '2026-09-22', coverage: [0.958, 0.96, 0.957, 0.962], first: [0.637, 0.349, 0.008] },
];

describe('an edition of Arena', () => {
  test.each(independent)(
    'of $date has the coverage and chances of an independent simulation',
    ({ date, coverage, first }) => {
      const draws = 2000;
      const inference = inferRanks(estimatesOfIntervals(arena(date)), { seed: 7, draws });
      // At the published intervals, which the calibrated ones may not exceed.
      if (inference.factor === 1)
        for (const [index, share] of coverage.entries())
          expect(Math.abs((inference.coverage[index] ?? 0) - share)).toBeLessThan(
            3 * Math.hypot(0.003, error(share, draws)),
          );
      else expect(inference.factor).toBeLessThan(1);
      expect(Math.min(...inference.coverage)).toBeGreaterThanOrEqual(confidence);
      const chances = [...inference.first].sort((a, b) => b - a);
      for (const [index, chance] of first.entries())
        expect(Math.abs((chances[index] ?? 0) - chance)).toBeLessThan(
          3 * Math.hypot(error(chance, 4000), error(chance, draws)) + 0.0005,
        );
    },
  );

  test('of 2025-08-07 gets narrower ranges than its intervals give, since few models need less', () => {
    const estimates = estimatesOfIntervals(arena('2025-08-07'));
    const { factor, ranges } = inferRanks(estimates, { seed: 1, draws: 2000 });
    expect(factor).toBeLessThan(1);
    const width = (of: readonly { best: number; worst: number }[]): number =>
      of.reduce((sum, { best, worst }) => sum + worst - best, 0);
    expect(width(ranges)).toBeLessThanOrEqual(width(rangesAt(estimates, 1)));
  });

  test('of 2026-09-22 has the ranges that its file holds', () => {
    const inference = inferRanks(estimatesOfIntervals(arena('2026-09-22')), { seed: 1, draws: 10_000 });
    const file = new URL(
      '../../../content/leaderboards/arena-text-to-video/2026-09-22.inference.json',
      import.meta.url,
    );
    const held = JSON.parse(readFileSync(file, 'utf8')) as {
      factor: number;
      settled: number;
      groups: number[][];
      entries: { best: number; worst: number; first: number }[];
    };
    expect(inference.factor).toBe(held.factor);
    expect(inference.settled).toBe(held.settled);
    expect(inference.groups).toEqual(held.groups);
    expect(inference.ranges).toEqual(held.entries.map(({ best, worst }) => ({ best, worst })));
    expect(inference.first.map((chance) => Number(chance.toFixed(4)))).toEqual(held.entries.map(({ first }) => first));
  });
});

/** Standard error of a share that so many draws gave. */
const error = (share: number, draws: number): number => Math.sqrt((share * (1 - share)) / draws);

describe('the promise', () => {
  /** Scores as far apart as given, in errors. */
  const spaced = (size: number, step: number): Scored[] =>
    Array.from({ length: size }, (_, index) => ({
      score: index * step,
      lower: index * step - 1.96,
      upper: index * step + 1.96,
    }));

  test.each([
    [5, 0.3],
    [12, 0.3],
    [30, 1],
  ])('holds in new draws: %i models, %f errors apart', (size, step) => {
    const entries = spaced(size, step);
    const { factor } = inferRanks(estimatesOfIntervals(entries), { seed: 1, draws: 4000 });
    const held = shareHeld(entries, factor, 99, 4000);
    expect(held).toBeGreaterThan(confidence - 3 * error(confidence, 4000));
  });

  /** Share of simulated editions all of whose ranges contain the true ranks; shares no line with the tested code. */
  function shareHeld(entries: readonly Scored[], factor: number, seed: number, draws: number): number {
    const normal = randomNormal.source(randomLcg(seed))();
    const truth = competitionRanks(entries.map(({ score }) => score));
    let held = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const seen = entries.map(({ score }) => score + normal());
      const ends = seen.map((score) => [score - factor * 1.96, score + factor * 1.96] as const);
      const all = ends.every(([low, high], index) => {
        const best = 1 + ends.filter(([other]) => other > high).length;
        const worst = ends.length - ends.filter(([, other]) => other < low).length;
        const rank = truth[index] ?? 0;
        return best <= rank && rank <= worst;
      });
      if (all) held += 1;
    }
    return held / draws;
  }

  test('of the paired test is not kept without calibration, and is with it', () => {
    // Equal errors, neighbours 0.3 of an error apart: uncorrected, an independent simulation gives 0.94 for 5 models and 0.71 for 48.
    const ratings = (size: number): Estimates =>
      estimatesOfRatings({
        models: Array.from({ length: size }, (_, index) => ({
          model: `m${index}`,
          rating: -0.3 * index,
          lower: 0,
          upper: 0,
          votes: 1,
        })),
        covariance: Array.from({ length: size }, (_, row) =>
          Array.from({ length: size }, (__, column) => (row === column ? 1 : 0)),
        ),
      });
    const five = inferRanks(ratings(5), { seed: 1, draws: 4000 });
    const many = inferRanks(ratings(48), { seed: 1, draws: 1000 });
    expect(five.factor).toBeGreaterThan(1);
    expect(many.factor).toBeGreaterThan(five.factor);
    expect(Math.min(...many.coverage)).toBeGreaterThanOrEqual(confidence);
  });

  test('cannot be given for scores whose errors mean nothing', () => {
    const estimates: Estimates = {
      scores: [1, 2, 3],
      margin: () => 0,
      error: () => 0,
      drawErrors: (normal) => [normal(), normal(), normal()],
    };
    expect(() => inferRanks(estimates, { seed: 1, draws: 500 })).toThrow('No factor up to 2');
  });
});

test('the same seed gives the same numbers', () => {
  const once = inferRanks(estimatesOfIntervals(arena('2025-10-16')), { seed: 3, draws: 500 });
  const again = inferRanks(estimatesOfIntervals(arena('2025-10-16')), { seed: 3, draws: 500 });
  expect({ ...again, aheadOf: undefined }).toEqual({ ...once, aheadOf: undefined });
});

test('groups are the longest runs in which nobody is ahead', () => {
  // Intervals of half a width of 1: neighbours overlap, ends do not; the last is alone.
  const entries = [10, 9, 8, 7, 0].map((score) => ({ score, lower: score - 1, upper: score + 1 }));
  const { groups, settled, factor } = inferRanks(estimatesOfIntervals(entries), { seed: 1, draws: 500 });
  const reach = Math.floor(2 * factor);
  expect(groups[0]).toEqual([0, reach]);
  expect(groups.at(-1)).toEqual([4, 4]);
  expect(settled).toBe(reach === 0 ? 4 : 1);
});

test.each([
  [0, 1, 0.5],
  [1.96, 1, 0.9750021],
  [-1, 1, 0.1586553],
  [3, 2, 0.9331928],
  [1, 0, 1],
  [-1, 0, 0],
  [0, 0, 0.5],
])('a lead of %f with an error of %f is true with a chance of %f', (lead, deviation, chance) => {
  expect(pairChance(lead, deviation)).toBeCloseTo(chance, 6);
});

test('ratings of votes have chances from the error of their difference', () => {
  const votes = Array.from({ length: 100 }, (_, index) => ({
    left: 'A',
    right: 'B',
    winner: index < 60 ? ('left' as const) : ('right' as const),
  }));
  const inference = inferRanks(estimatesOfRatings(rate(votes)), { seed: 1, draws: 4000 });
  // The log odds ln(1.5) have the standard error 1/√(100 · 0.6 · 0.4), whatever the scale.
  const expected = pairChance(Math.log(1.5), 1 / Math.sqrt(24));
  expect(inference.aheadOf(0, 1)).toBeCloseTo(expected, 6);
  expect(Math.abs((inference.first[0] ?? 0) - expected)).toBeLessThan(3 * error(expected, 4000));
});

describe('ranges by intervals', () => {
  /** `[score, lower, upper]`, or a score alone. */
  type Written = [number, number, number] | number;
  const scored = (written: Written): Scored =>
    typeof written === 'number' ? { score: written } : { score: written[0], lower: written[1], upper: written[2] };
  const ranksOf = (entries: readonly Written[]): string[] =>
    rangesAt(estimatesOfIntervals(entries.map(scored)), 1).map(rankText);

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

  test('are the ranks in the best and in the worst case that the intervals allow', () => {
    const random = randomNumbers(20260123);
    for (let round = 0; round < 200; round += 1) {
      const entries = Array.from({ length: 2 + (round % 7) }, () => {
        const [score, half] = [Math.floor(random() * 40), Math.floor(random() * 8)];
        return { score, lower: score - half, upper: score + half };
      });
      expect(rangesAt(estimatesOfIntervals(entries), 1)).toEqual(entries.map((_, index) => extremes(entries, index)));
    }
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

describe('ranges by the paired test', () => {
  test.each<[string, number[], number[][], number[]]>([
    ['nothing', [], [], []],
    ['one rating', [1000], [[4]], [1]],
    [
      'no doubt at all',
      [30, 10, 20],
      [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      [1, 3, 2],
    ],
    [
      'equal, without doubt',
      [10, 10],
      [
        [0, 0],
        [0, 0],
      ],
      [1, 1],
    ],
    [
      'a difference just above 1.96 errors',
      [19.61, 0],
      [
        [50, 0],
        [0, 50],
      ],
      [1, 2],
    ],
    [
      'a difference of 1.96 errors',
      [19.6, 0],
      [
        [50, 0],
        [0, 50],
      ],
      [1, 1],
    ],
    [
      'errors that go together leave the difference certain',
      [5, 0],
      [
        [50, 49],
        [49, 50],
      ],
      [1, 2],
    ],
    [
      'errors that go apart make it doubtful',
      [25, 0],
      [
        [50, -50],
        [-50, 50],
      ],
      [1, 1],
    ],
    [
      'a chain: the ends are apart, the middle is next to both',
      [30, 15, 0],
      [
        [50, 0, 0],
        [0, 50, 0],
        [0, 0, 50],
      ],
      [1, 1, 2],
    ],
    [
      'rounding below zero',
      [10 + 1e-13, 10],
      [
        [1, 1 + 1e-15],
        [1 + 1e-15, 1],
      ],
      [1, 1],
    ],
  ])('%s', (_, ratings, covariance, ranks) => {
    const models = ratings.map((rating, index) => ({ model: `m${index}`, rating, lower: 0, upper: 0, votes: 1 }));
    expect(rangesAt(estimatesOfRatings({ models, covariance }), 1).map(({ best }) => best)).toEqual(ranks);
  });
});
