import type { Cost, Measured } from './measure.ts';

/** The median of each figure for itself. */
export function medianCost(costs: readonly Cost[]): Cost {
  return { cpu: median(costs.map(({ cpu }) => cpu)), wall: median(costs.map(({ wall }) => wall)), peak: median(costs.map(({ peak }) => peak)) };
}

/** The build with the median of processor time; of an even number, the lower one in the middle. */
export function medianBuild(builds: readonly Measured[]): Measured | undefined {
  return builds.toSorted((a, b) => a.cost.cpu - b.cost.cpu)[Math.floor((builds.length - 1) / 2)];
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low = NaN, high = NaN] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}
