/** The ranks that an entry may hold, from best to worst; both are the same when it is certain. */
export interface RankRange {
  best: number;
  worst: number;
}

/** A score with the ends of its 95% interval, where it has one. */
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
 * A score turned so that larger is better.
 * @param higherIsBetter false for measures such as errors
 */
export function towardsHigher({ score, lower, upper }: Scored, higherIsBetter: boolean): Scored {
  const turned = (value: number | undefined): number | undefined => (value === undefined ? undefined : -value);
  return higherIsBetter ? { score, lower, upper } : { score: -score, lower: turned(upper), upper: turned(lower) };
}

/**
 * Ranks of scores without errors: those of the scores that readers see.
 * @param entries scores, larger is better
 * @param decimals digits after the point that readers see
 * @returns the range of each entry, in the order given
 */
function ranksOfShown(entries: readonly Scored[], decimals: number): RankRange[] {
  const ranks = competitionRanks(entries.map(({ score }) => Number(score.toFixed(decimals))));
  return ranks.map((rank) => ({ best: rank, worst: rank }));
}

/** What is inferred of the rank of an entry. */
export interface InferredRange extends RankRange {
  /** The name of the entry on its board. */
  listed: string;
  /** Chance to have the highest true score. */
  first: number;
}

/**
 * Rank ranges of the entries of an edition: those inferred from the intervals of all, else the ranks of the shown scores.
 * @param entries in any order
 * @param inferred none for an edition without intervals
 * @param decimals digits after the point that readers see
 * @returns the range of each entry, in the order given
 */
export function rangesOfEntries(
  entries: readonly (Scored & { listed: string })[],
  inferred: readonly InferredRange[],
  higherIsBetter: boolean,
  decimals: number,
): (RankRange & { first?: number | undefined })[] {
  const known = new Map(inferred.map(({ listed, best, worst, first }) => [listed, { best, worst, first }]));
  const shown = ranksOfShown(
    entries.map((entry) => towardsHigher(entry, higherIsBetter)),
    decimals,
  );
  return shown.map((range, index) => known.get(entries[index]?.listed ?? '') ?? range);
}
