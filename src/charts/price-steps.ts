import { extent, max } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { firstDayOf } from '#domain/subjects/timeline';
import { startOfDay } from '#domain/text/dates';
import { round } from './edition-lines.ts';

/** A price on one day. */
export interface PricePoint {
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  iso: string;
  usd: number;
}

/** A price with its position. */
export interface DrawnPrice extends PricePoint {
  /** Percent of the width. */
  x: number;
  /** Pixels from the top. */
  y: number;
}

/** Prices over time as steps: a price holds until the next one is known. */
export interface DrawnSteps {
  points: DrawnPrice[];
  /** Horizontal and vertical parts, from left to right. */
  parts: { x1: number; y1: number; x2: number; y2: number }[];
}

/** Room for a price to the left and to the right, in percent. */
const edge = 8;

/**
 * Draws the prices of one variant.
 * @param points oldest first
 * @param top pixels from the top to the highest price
 * @param bottom pixels from the top to nothing
 */
export function drawSteps(points: readonly PricePoint[], top: number, bottom: number): DrawnSteps {
  const times = points.map(({ iso }) => startOfDay(firstDayOf(iso)));
  const [first = new Date(0), last = first] = extent(times);
  const x = scaleUtc([first, last], [edge, 100 - edge]);
  const y = scaleLinear([0, max(points, ({ usd }) => usd) ?? 1], [bottom, top]);
  const drawn = points.map((point, index) => ({
    ...point,
    x: round(first.getTime() === last.getTime() ? 50 : x(times[index] ?? first)),
    y: round(y(point.usd)),
  }));
  const parts = drawn.slice(1).flatMap((to, index) => {
    const from = drawn[index] ?? to;
    const flat = { x1: from.x, y1: from.y, x2: to.x, y2: from.y };
    return from.y === to.y ? [flat] : [flat, { x1: to.x, y1: from.y, x2: to.x, y2: to.y }];
  });
  return { points: drawn, parts };
}
