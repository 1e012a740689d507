/**
 * The chance that one of two scores has the higher true value: `Φ(lead / error)`.
 * @param lead first score less the second, where larger is better
 * @param error standard error of the difference; of independent scores the root of the sum of squares
 * @returns from 0 to 1
 * @see https://en.wikipedia.org/wiki/Sum_of_normally_distributed_random_variables
 */
export function pairChance(lead: number, error: number): number {
  if (error === 0) return lead === 0 ? 0.5 : lead > 0 ? 1 : 0;
  return normalShare(lead / error);
}

/**
 * The share of a standard normal distribution below a value, with an error of at most 1.5e-7.
 * @see Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 7.1.26
 */
function normalShare(value: number): number {
  const x = Math.abs(value) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const upper = (series * Math.exp(-x * x)) / 2;
  return value > 0 ? 1 - upper : upper;
}
