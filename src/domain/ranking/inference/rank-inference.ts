import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { randomLcg, randomNormal } from 'd3-random';
import { pairChance } from './pair-chance.ts';
import type { RankRange, Scored } from '../board/ranks.ts';
import type { Ratings } from '../ratings/ratings.ts';

/** Half the width of a 95% interval, in standard errors. */
const halfWidth = 1.96;

/** How sure all ranges of an edition are together. */
export const confidence = 0.95;

/** Estimated scores are spread wider than true ones: the promise is also tested with true scores drawn towards their mean. */
export const shrinks = [1, 0.5, 0.25, 0.1] as const;

/** Factors that are tried: 0.50, 0.55, … 2.00. */
const factors = Array.from({ length: 31 }, (_, step) => (50 + 5 * step) / 100);

/**
 * Scores with their errors, and how far apart two must be before one counts as ahead of the other:
 * i is ahead of j when `score_i - score_j > factor * margin(i, j)`.
 */
export interface Estimates {
  /** Larger is better. */
  scores: readonly number[];
  margin: (ahead: number, behind: number) => number;
  /** Standard error of the difference of two scores. */
  error: (one: number, other: number) => number;
  /** Draws the errors of all scores once, from a source of standard normal numbers. */
  drawErrors: (normal: () => number) => number[];
}

/** What is known of the ranks of an edition, given its scores and their errors alone. */
export interface RankInference {
  /** The smallest factor with which all ranges hold together at 95%. */
  factor: number;
  /** Share of the draws in which all ranges hold, for each of `shrinks`. */
  coverage: number[];
  /** In the order of the scores. */
  ranges: RankRange[];
  /** Chance of each to have the highest true score. */
  first: number[];
  /** Longest runs of neighbours by score, none of whom is ahead of another: first and last place in the order of scores, from 0. */
  groups: [first: number, last: number][];
  /** How many neighbours by score are distinguished: the better one is ahead of the other. */
  settled: number;
  /** Chance that one has a higher true score than another, for two entries. */
  aheadOf: (one: number, other: number) => number;
}

/** How a simulation is run; the same gives the same results on every machine. */
export interface Simulation {
  seed: number;
  draws: number;
}

/** The standard error of a score with a 95% interval; without one, none. */
const errorOf = ({ score, lower, upper }: Scored): number => ((upper ?? score) - (lower ?? score)) / 2 / halfWidth;

/**
 * A score as it might have come out, with an interval of the same width.
 * @param normal source of standard normal numbers
 */
export function drawScore(scored: Scored, normal: () => number): Scored {
  if (scored.lower === undefined || scored.upper === undefined) return scored;
  const move = errorOf(scored) * normal();
  return { score: scored.score + move, lower: scored.lower + move, upper: scored.upper + move };
}

/** Estimates from scores with published intervals: one is ahead when the scaled intervals do not overlap. */
export function estimatesOfIntervals(entries: readonly Scored[]): Estimates {
  const below = entries.map(({ score, lower }) => score - (lower ?? score));
  const above = entries.map(({ score, upper }) => (upper ?? score) - score);
  const errors = entries.map(errorOf);
  return {
    scores: entries.map(({ score }) => score),
    margin: (ahead, behind) => at(below, ahead) + at(above, behind),
    error: (one, other) => Math.hypot(at(errors, one), at(errors, other)),
    drawErrors: (normal) => errors.map((error) => error * normal()),
  };
}

/**
 * Estimates from ratings that share votes: one is ahead by the paired test, whose variance is that of the difference.
 * Only differences count, so the last rating has no error of its own in a draw.
 * @see https://en.wikipedia.org/wiki/Cholesky_decomposition#Monte_Carlo_simulation
 */
export function estimatesOfRatings({ models, covariance }: Ratings): Estimates {
  const cell = (row: number, column: number): number => covariance[row]?.[column] ?? Number.NaN;
  let factor: Matrix | undefined;
  const error = (row: number, column: number): number =>
    Math.sqrt(Math.max(0, cell(row, row) + cell(column, column) - 2 * cell(row, column)));
  return {
    scores: models.map(({ rating }) => rating),
    margin: (ahead, behind) => halfWidth * error(ahead, behind),
    error,
    drawErrors: (normal) => {
      factor ??= rootOf(covariance);
      const numbers = Array.from({ length: models.length - 1 }, normal);
      return [
        ...numbers.map((_, row) =>
          numbers.slice(0, row + 1).reduce((sum, number, column) => sum + (factor?.get(row, column) ?? 0) * number, 0),
        ),
        0,
      ];
    },
  };
}

/** The Cholesky factor of the covariance of all ratings but the last, less the last. */
function rootOf(covariance: Ratings['covariance']): Matrix {
  const cell = (row: number, column: number): number => covariance[row]?.[column] ?? Number.NaN;
  const last = covariance.length - 1;
  const differences = Matrix.zeros(last, last);
  for (let row = 0; row < last; row += 1)
    for (let column = 0; column < last; column += 1)
      differences.set(row, column, cell(row, column) - (cell(row, last) + cell(column, last)) + cell(last, last));
  // Models that only tied have no variance between them, which rounding may make negative.
  const tiny = Math.max(1e-24, (1e-12 * differences.trace()) / last);
  for (let index = 0; index < last; index += 1) differences.set(index, index, differences.get(index, index) + tiny);
  return new CholeskyDecomposition(differences).lowerTriangularMatrix;
}

/**
 * Rank ranges that hold together: margins are scaled by the smallest factor with which, in simulated editions, all ranges
 * contain the true ranks at least 95 times in 100. True scores are taken to be the estimated ones, and these drawn towards
 * their mean by each of `shrinks`; the lowest of the four coverages counts.
 *
 * Klein, Wright and Wieczorek build joint ranges from intervals at a higher level, and Mogstad, Romano, Shaikh and Wilhelm
 * from the bootstrap of differences; both hold whatever the true scores are, and so tend to be wider. Ours is calibrated by simulation at
 * these scores.
 * @see M. Klein, T. Wright and J. Wieczorek (2020), A joint confidence region for an overall ranking of populations, https://doi.org/10.1111/rssc.12402
 * @see M. Mogstad, J. P. Romano, A. M. Shaikh and D. Wilhelm (2024), Inference for ranks, https://doi.org/10.1093/restud/rdad006
 * @throws Error when no factor up to 2 is enough
 */
export function inferRanks(estimates: Estimates, { seed, draws }: Simulation): RankInference {
  const { scores } = estimates;
  const normal = randomNormal.source(randomLcg(seed))();
  const errors = Array.from({ length: draws }, () => estimates.drawErrors(normal));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const settings = shrinks.map((shrink) => scores.map((score) => mean + shrink * (score - mean)));
  const margins = scores.map((_, ahead) => scores.map((__, behind) => estimates.margin(ahead, behind)));
  const coverageAt = (factor: number): number[] => settings.map((truth) => coverage(truth, errors, margins, factor));
  const isEnough = (factor: number): boolean =>
    settings.every((truth) => coverage(truth, errors, margins, factor) >= confidence);
  // Wider margins never make a range narrower, so the factors can be halved.
  let [low, high] = [0, factors.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(factors[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  const factor = factors[low] ?? 0;
  const reached = coverageAt(factor);
  if (Math.min(...reached) < confidence)
    throw new Error(
      'No factor up to 2 makes all rank ranges hold together: the intervals of these scores are not plausible.',
    );
  const firsts = scores.map(() => 0);
  for (const drawn of errors) {
    const best = indexOfMost(scores.map((score, index) => score + at(drawn, index)));
    firsts[best] = at(firsts, best) + 1;
  }
  const isAhead = aheadAt(estimates, factor);
  const order = orderOf(scores);
  return {
    factor,
    coverage: reached,
    ranges: rangesAt(estimates, factor),
    groups: groupsOf(order, isAhead),
    settled: order.filter((one, place) => place > 0 && isAhead(order[place - 1] ?? 0, one)).length,
    first: firsts.map((count) => count / draws),
    aheadOf: (one, other) => pairChance(at(scores, one) - at(scores, other), estimates.error(one, other)),
  };
}

/**
 * Ranks that scores allow: from 1 and the number of those ahead, to all but the number of those behind.
 * @param factor by which margins are scaled
 * @returns the range of each score, in the order given
 */
export function rangesAt(estimates: Estimates, factor: number): RankRange[] {
  const isAhead = aheadAt(estimates, factor);
  const indexes = estimates.scores.map((_, index) => index);
  return indexes.map((index) => ({
    best: 1 + indexes.filter((other) => isAhead(other, index)).length,
    worst: indexes.length - indexes.filter((other) => isAhead(index, other)).length,
  }));
}

function aheadAt({ scores, margin }: Estimates, factor: number): IsAhead {
  const margins = scores.map((_, ahead) => scores.map((__, behind) => margin(ahead, behind)));
  const least = roundingOf(margins);
  return (one, other) => at(scores, one) - at(scores, other) > factor * (margins[one]?.[other] ?? 0) + least;
}

/** Differences that are rounding, next to the margins that an edition has. */
const roundingOf = (margins: readonly (readonly number[])[]): number =>
  Math.max(1e-9, 1e-5 * Math.max(0, ...margins.flat()));

type IsAhead = (one: number, other: number) => boolean;

/** Indexes of scores, largest first. */
export function orderOf(scores: readonly number[]): number[] {
  return scores.map((_, index) => index).sort((a, b) => at(scores, b) - at(scores, a) || a - b);
}

function groupsOf(order: readonly number[], isAhead: IsAhead): [number, number][] {
  const groups: [number, number][] = [];
  for (let first = 0; first < order.length; first += 1) {
    let last = first;
    const fits = (next: number): boolean => order.slice(first, next).every((one) => !isAhead(one, order[next] ?? 0));
    while (last + 1 < order.length && fits(last + 1)) last += 1;
    // A run inside the one before says nothing new.
    if (last > (groups.at(-1)?.[1] ?? -1)) groups.push([first, last]);
  }
  return groups;
}

/** Share of the draws in which every range contains the true rank. Flat arrays, since this runs some hundred million times. */
function coverage(
  truth: readonly number[],
  errors: readonly (readonly number[])[],
  margins: readonly (readonly number[])[],
  factor: number,
): number {
  const size = truth.length;
  const least = roundingOf(margins);
  const needed = Float64Array.from(margins.flat(), (margin) => factor * margin + least);
  const ranks = truth.map((score) => 1 + truth.filter((other) => other > score).length);
  const seen = new Float64Array(size);
  const ahead = new Int32Array(size);
  const behind = new Int32Array(size);
  const held = errors.filter((drawn) => {
    for (let one = 0; one < size; one += 1) seen[one] = at(truth, one) + at(drawn, one);
    ahead.fill(0);
    behind.fill(0);
    for (let one = 0; one < size; one += 1)
      for (let other = 0; other < one; other += 1) {
        const lead = (seen[one] as number) - (seen[other] as number);
        if (lead > (needed[one * size + other] as number)) {
          behind[one] = (behind[one] as number) + 1;
          ahead[other] = (ahead[other] as number) + 1;
        } else if (-lead > (needed[other * size + one] as number)) {
          ahead[one] = (ahead[one] as number) + 1;
          behind[other] = (behind[other] as number) + 1;
        }
      }
    return ranks.every((rank, one) => 1 + (ahead[one] as number) <= rank && rank <= size - (behind[one] as number));
  });
  return held.length / errors.length;
}

function indexOfMost(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > at(values, best) ? index : best), 0);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}
