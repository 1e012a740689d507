import { extent } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { figureText, type Chart, type ChartRow } from '#domain/stories/chart';
import { mark, wide, widthOf, words, type Canvas, type Drawing } from './svg.ts';

/**
 * Bars from zero, or dots with intervals: a row each, in the order of the table, with its figure next to it. Labels are left of
 * the marks, on a phone above them.
 */
export function drawRows(chart: Chart, canvas: Canvas): Drawing {
  const { width, colours } = canvas;
  const isWide = width >= wide;
  const longest = Math.max(...chart.rows.map(({ label }) => widthOf(label)));
  const left = isWide ? Math.min(longest + 14, width * 0.42) : 0;
  const rowHeight = isWide ? 30 : 46;
  const right = Math.max(...chart.rows.map(({ values }) => widthOf(figureText(values[0] ?? 0, chart)))) + 12;
  const x = scaleOf(chart, left, width - right);
  const rows = chart.rows.map((row, index) => {
    const top = index * rowHeight;
    const middle = top + (isWide ? rowHeight / 2 : 32);
    const isChosen = row.label === chart.highlight;
    const colour = isChosen ? colours.signal : colours.main;
    const end = endOf(row, x);
    return [
      isWide
        ? words(left - 14, middle + 5, row.label, colours.main, { 'text-anchor': 'end', ...weight(isChosen) })
        : words(0, top + 15, row.label, colours.main, weight(isChosen)),
      chart.kind === 'bar'
        ? mark('rect', { x: x(0), y: middle - 8, width: Math.max(1, end - x(0)), height: 16, fill: colour })
        : interval(row, x, middle, colour, canvas),
      words(end + 8, middle + 5, figureText(row.values[0] ?? 0, chart), colours.main, weight(true)),
    ].join('');
  });
  const height = chart.rows.length * rowHeight;
  const axis = chart.kind === 'bar' && isWide ? mark('path', { d: `M${x(0)},0V${height}`, stroke: colours.main }) : '';
  return { height, marks: [...rows, axis].join('') };
}

const weight = (strong: boolean): Record<string, number> => (strong ? { 'font-weight': 650 } : {});

function scaleOf({ kind, rows }: Chart, left: number, right: number): ScaleLinear<number, number> {
  const values = rows.flatMap((row) => row.values.filter((value) => value !== undefined));
  const [least = 0, most = 0] = extent(values);
  // A bar shows its length, so it begins at zero; a dot for its place.
  if (kind === 'bar') return scaleLinear([0, most === 0 ? 1 : most], [left, right]);
  return scaleLinear(least === most ? [least - 1, most + 1] : [least, most], [left + 8, right - 8]);
}

const endOf = ({ values }: ChartRow, x: ScaleLinear<number, number>): number => x(values[2] ?? values[0] ?? 0);

function interval(
  { values: [value = 0, lower, upper] }: ChartRow,
  x: ScaleLinear<number, number>,
  middle: number,
  colour: string,
  { colours }: Canvas,
): string {
  const bar =
    lower === undefined || upper === undefined
      ? ''
      : mark('path', {
          d: `M${x(lower).toFixed(1)},${middle}H${x(upper).toFixed(1)}`,
          stroke: colours.bar,
          'stroke-width': 6,
        });
  return `${bar}${mark('circle', { cx: x(value), cy: middle, r: 5, fill: colour })}`;
}
