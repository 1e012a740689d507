/** An entry with a score and a price. */
interface Priced {
  score?: number | undefined;
  /** US dollars for a second of video. */
  price?: number | undefined;
}

/**
 * The Pareto front of score and price: entries for which no other is both as cheap and better, or as good and cheaper.
 * @param entries any; those without a score or a price are left out
 * @param higherIsBetter false for measures such as errors
 * @returns cheapest first
 * @see https://en.wikipedia.org/wiki/Pareto_front
 */
export function priceFront<E extends Priced>(entries: readonly E[], higherIsBetter = true): E[] {
  const sign = higherIsBetter ? 1 : -1;
  const known = entries.filter(({ score, price }) => score !== undefined && price !== undefined);
  const isWorse = (entry: E, other: E): boolean => {
    const [gain, saving] = [((other.score ?? 0) - (entry.score ?? 0)) * sign, (entry.price ?? 0) - (other.price ?? 0)];
    return gain >= 0 && saving >= 0 && (gain > 0 || saving > 0);
  };
  return known
    .filter((entry) => !known.some((other) => isWorse(entry, other)))
    .sort((a, b) => (a.price ?? 0) - (b.price ?? 0));
}
