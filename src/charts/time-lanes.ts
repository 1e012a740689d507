import { extent } from 'd3-array';
import { scaleUtc } from 'd3-scale';
import { firstDayOf } from '#domain/subjects/timeline';
import { monthName, startOfDay } from '#domain/text/dates';

/** A dated fact in a lane. */
export interface LanePoint {
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  iso: string;
  /** What happened. */
  text: string;
}

/** Facts of one kind or of one thing, on one line of time. */
export interface Lane {
  label: string;
  points: readonly LanePoint[];
  /** A bar from one day to another. */
  span?: readonly [from: string, to: string] | undefined;
}

/** Where a label of the axis or the mark of the present day is. */
export interface AxisMark {
  /** Percent of the width. */
  x: number;
  label: string;
  /** Where its text is anchored, so that none is cut off at an edge. */
  anchor: 'start' | 'middle' | 'end';
}

/** Lanes with positions in percent of the width, so that a chart fits every screen and its words keep their size. */
export interface DrawnLanes {
  ticks: AxisMark[];
  today: AxisMark;
  lanes: {
    label: string;
    span?: { from: number; to: number } | undefined;
    points: { x: number; text: string; ahead: boolean }[];
  }[];
}

/** Free at both ends, in percent: half a mark. */
const margin = 1.5;

/** Labels that fit on the narrowest screen. */
const mostTicks = 4;

/** Two decimals are finer than any screen shows, and the same on every machine. */
const percent = (value: number): number => Math.round(value * 100) / 100;

const anchorAt = (x: number): AxisMark['anchor'] => (x < 12 ? 'start' : x > 88 ? 'end' : 'middle');

/**
 * Places dated facts on a common line of time, from the first of them to the last or to the present day.
 * @param today YYYY-MM-DD in UTC
 */
export function drawLanes(lanes: readonly Lane[], today: string): DrawnLanes {
  const days = lanes.flatMap(({ points, span = [] }) => [...points.map(({ iso }) => firstDayOf(iso)), ...span]);
  const [first = today, last = today] = extent([...days.map(firstDayOf), today]);
  const scale = scaleUtc([startOfDay(first), startOfDay(last)], [margin, 100 - margin]);
  const at = (iso: string): number => percent(first === last ? 50 : scale(startOfDay(firstDayOf(iso))));
  const mark = (x: number, label: string): AxisMark => ({ x, label, anchor: anchorAt(x) });
  return {
    ticks: ticksOf(scale).map((date) => mark(percent(scale(date)), tickLabel(date))),
    today: mark(at(today), 'today'),
    lanes: lanes.map(({ label, points, span }) => ({
      label,
      span: span && { from: at(span[0]), to: at(span[1]) },
      points: points.map(({ iso, text }) => ({ x: at(iso), text, ahead: firstDayOf(iso) > today })),
    })),
  };
}

/** Beginnings of months or years, at most {@link mostTicks}. */
function ticksOf(scale: ReturnType<typeof scaleUtc<number, number>>): Date[] {
  const found = [mostTicks, 3, 2, 1].map((count) => scale.ticks(count)).find((ticks) => ticks.length <= mostTicks);
  return (found ?? []).filter((date) => date.getUTCDate() === 1);
}

/** `2026`, or `April 2026` in short where a tick is no beginning of a year. */
function tickLabel(date: Date): string {
  const [year = '', month = ''] = date.toISOString().split('-');
  return month === '01' ? year : `${monthName(month).slice(0, 3)} ${year}`;
}
