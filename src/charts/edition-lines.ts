import { scaleUtc, type ScaleContinuousNumeric } from 'd3-scale';
import { line } from 'd3-shape';
import { startOfDay, type Day } from '#domain/text/dates';

/** Sizes of a chart in its own units: the whole, and the margins around the lines. */
export interface ChartSize {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** A value in one edition of a board. */
export interface EditionValue {
  /** Index of the edition, oldest first. */
  edition: number;
  value: number;
}

/** One line of a chart, drawn. */
export interface DrawnLine<Line> {
  line: Line;
  /** The `d` of an SVG path. */
  path: string;
  /** Where the line ends. */
  end: { x: number; y: number };
  /** Where its label goes, which may be moved away from other labels. */
  labelY: number;
}

/** Least distance of two labels. */
const labelGap = 17;

/** One decimal is finer than any screen shows, and the same on every machine. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * The horizontal position of each edition, in proportion to time; with a single day, all at the left.
 * @param editions oldest first
 */
export function editionPositions(editions: readonly Day[], { width, left, right }: ChartSize): number[] {
  const times = editions.map(({ iso }) => startOfDay(iso));
  const [first = new Date(0)] = times;
  const scale = scaleUtc([first, times.at(-1) ?? first], [left, width - right]);
  return times.map((time) => round(times.at(-1)?.getTime() === first.getTime() ? left : scale(time)));
}

/** Indexes of editions whose dates have room for a label: each at least `gap` after the one before. */
export function datedEditions(positions: readonly number[], gap: number): number[] {
  return positions.reduce<number[]>(
    (kept, x, edition) =>
      kept.length === 0 || x - (positions[kept.at(-1) ?? 0] ?? 0) > gap ? [...kept, edition] : kept,
    [],
  );
}

/**
 * Draws lines over editions, from the highest end to the lowest, with labels that do not overlap.
 * @param valuesOf the values of a line, oldest first; editions without one are left out
 * @param positions from `editionPositions`
 * @param y scale of the values
 * @param lowest the last position that a label may take
 */
export function drawLines<Line>(
  lines: readonly Line[],
  valuesOf: (line: Line) => readonly EditionValue[],
  positions: readonly number[],
  y: ScaleContinuousNumeric<number, number>,
  lowest: number,
): DrawnLine<Line>[] {
  const path = line<EditionValue>(
    ({ edition }) => positions[edition] ?? 0,
    ({ value }) => y(value),
  ).digits(1);
  const drawn = lines.flatMap((each) => {
    const values = valuesOf(each);
    const last = values.at(-1);
    return last
      ? [{ line: each, path: path(values) ?? '', end: { x: positions[last.edition] ?? 0, y: round(y(last.value)) } }]
      : [];
  });
  drawn.sort((a, b) => a.end.y - b.end.y);
  const labels = spreadLabels(
    drawn.map(({ end }) => end.y),
    labelGap,
    lowest,
  );
  return drawn.map((each, index) => ({ ...each, labelY: round(labels[index] ?? each.end.y) }));
}

/**
 * Spreads labels so that no two are closer than a gap.
 * @param wanted where each label would be, ascending
 * @param gap least distance between two
 * @param limit the last position that a label may take
 */
export function spreadLabels(wanted: readonly number[], gap: number, limit: number): number[] {
  const positions: number[] = [];
  for (const position of wanted) positions.push(Math.max(position, (positions.at(-1) ?? -Infinity) + gap));
  for (let index = positions.length - 1, most = limit; index >= 0; index -= 1, most -= gap)
    positions[index] = Math.min(positions[index] ?? most, most);
  return positions;
}
