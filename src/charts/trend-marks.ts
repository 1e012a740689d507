import { scaleLinear, scaleUtc } from 'd3-scale';
import type { RankTrend, TrendPoint } from '#domain/ranking/movement/trend';
import { startOfDay } from '#domain/text/dates';
import { round } from './edition-lines.ts';

/** The ranks of one edition, drawn. */
export interface TrendMark {
  point: TrendPoint;
  /** In the units of {@link TrendBox.left}. */
  x: number;
  /** Upper and lower end of the range, and its middle. */
  y1: number;
  y2: number;
  middle: number;
}

/** Where a trend is drawn: positions of the first and the last edition, of rank 1 and of the worst rank. */
export interface TrendBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The rank at the bottom. */
  worst: number;
}

/** By how much a single rank is drawn upwards and downwards, so that it can be seen. */
const halfMark = 1.5;

/** Ranges of ranks from left to right, in proportion to time; rank 1 is at the top. */
export function trendMarks(
  { editions, points }: RankTrend,
  { left, right, top, bottom, worst }: TrendBox,
): TrendMark[] {
  const times = editions.map(({ iso }) => startOfDay(iso));
  const [first = new Date(0)] = times;
  const x = scaleUtc([first, times.at(-1) ?? first], [left, right]);
  const y = scaleLinear([1, worst], [top, bottom]);
  return points.map((point) => ({
    point,
    x: round(x(times[point.edition] ?? first)),
    y1: round(y(point.best) - halfMark),
    y2: round(y(point.worst) + halfMark),
    middle: round(y((point.best + point.worst) / 2)),
  }));
}
