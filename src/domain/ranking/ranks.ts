/** The ranks that an entry may hold, from best to worst; both are the same when it is certain. */
export interface RankRange {
  best: number;
  worst: number;
}

/** A score with the ends of its 95 % interval, where it has one. */
export interface Scored {
  score: number;
  lower?: number | undefined;
  upper?: number | undefined;
}

/**
 * Competition ranking ("1224"): equal values share the better place, and the places after them are left out.
 * @param values larger is better
 * @returns the rank of each value, in the order given
 * @see https://en.wikipedia.org/wiki/Ranking#Standard_competition_ranking_(%221224%22_ranking)
 */
export function competitionRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => b - a);
  const first = new Map<number, number>();
  sorted.forEach((value, index) => {
    if (!first.has(value)) first.set(value, index + 1);
  });
  return values.map((value) => first.get(value) ?? 0);
}

/**
 * Checks typed ranks against competition ranking: each rank is its own place in the list, or the rank before it.
 * @param ranks in the order typed, best first
 * @returns the index of the first wrong rank with the ranks that would be right, or undefined when all are
 */
export function findWrongRank(ranks: readonly number[]): { index: number; right: number[] } | undefined {
  for (const [index, rank] of ranks.entries()) {
    const right = index === 0 ? [1] : [ranks[index - 1] ?? 1, index + 1];
    if (!right.includes(rank)) return { index, right };
  }
  return undefined;
}

/**
 * Ranks that scores allow. Without intervals the rank is the competition rank of the displayed score;
 * with intervals the best rank of i is `1 + #{j: lower_j > upper_i}` and the worst `N - #{j: upper_j < lower_i}`.
 * An entry without an interval counts as an interval of no width.
 * @param entries scores, larger is better
 * @param decimals digits after the point that readers see
 * @returns the range of each entry, in the order given
 * @see https://github.com/lm-sys/FastChat (rank by confidence interval), made symmetric
 */
export function rankRanges(entries: readonly Scored[], decimals: number): RankRange[] {
  if (entries.every(({ lower }) => lower === undefined)) {
    const shown = entries.map(({ score }) => Number(score.toFixed(decimals)));
    return competitionRanks(shown).map((rank) => ({ best: rank, worst: rank }));
  }
  return entries.map((entry) => {
    const { lower, upper } = interval(entry);
    const better = entries.filter((other) => interval(other).lower > upper).length;
    const worse = entries.filter((other) => interval(other).upper < lower).length;
    return { best: 1 + better, worst: entries.length - worse };
  });
}

/** Differences of ratings below this, in points, are rounding. */
const noDifference = 1e-9;

/**
 * Ranks by the paired test of ratings that share votes: `1 + #{j: t_j - t_i > 1.96 sqrt(V_jj + V_ii - 2 V_ij)}`,
 * so a model falls behind exactly those that are ahead of it at 95 %. Tests of several pairs are not corrected for their number.
 * @param ratings in points, larger is better
 * @param covariance of the ratings in points squared, in the same order
 * @returns the rank of each rating, in the order given
 * @see https://en.wikipedia.org/wiki/Variance#Addition_and_multiplication_by_a_constant (the variance of a difference)
 * @see https://arxiv.org/abs/2403.04132 (rank as 1 + number of models decisively ahead)
 */
export function pairedRanks(ratings: readonly number[], covariance: readonly (readonly number[])[]): number[] {
  const cell = (row: number, column: number): number => covariance[row]?.[column] ?? Number.NaN;
  return ratings.map((rating, i) => {
    const ahead = ratings.filter((other, j) => {
      // Models that only tied have no variance between them but for rounding, which may be negative.
      const variance = Math.max(0, cell(j, j) + cell(i, i) - 2 * cell(i, j));
      return other - rating > Math.max(noDifference, 1.96 * Math.sqrt(variance));
    });
    return 1 + ahead.length;
  });
}

function interval({ score, lower, upper }: Scored): { lower: number; upper: number } {
  return { lower: lower ?? score, upper: upper ?? score };
}
