import type { Cost } from './measure.ts';

/** The median of each figure for itself. */
export function medianCost(costs: readonly Cost[]): Cost {
  return {
    cpu: medianOf(costs.map(({ cpu }) => cpu)),
    wall: medianOf(costs.map(({ wall }) => wall)),
    peak: medianOf(costs.map(({ peak }) => peak)),
  };
}

/** The middle of the sorted numbers, or the mean of the two in the middle; NaN for none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low = NaN, high = NaN] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}
