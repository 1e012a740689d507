import { extent } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { figureText, type Chart } from '#domain/stories/chart';
import { toDay } from '#domain/text/dates';
import { spreadLabels } from '../edition-lines.ts';
import { mark, widthOf, words, type Canvas, type Drawing } from './svg.ts';

/** The end of a line, where its name is. */
interface End {
  name: string;
  value: number;
}

/** Lines over time, or slopes between two moments; each line has its name and its last figure at its end. */
export function drawLines(chart: Chart, { width, colours }: Canvas): Drawing {
  const { moments, lines: written } = linesOf(chart);
  // The highest end first, so that labels stay in the order of the ends.
  const lines = written.toSorted((a, b) => (b.points.at(-1)?.value ?? 0) - (a.points.at(-1)?.value ?? 0));
  const ends = lines.map(({ name, points }): End => ({ name, value: points.at(-1)?.value ?? 0 }));
  // A single line needs no name: the title has it.
  const textOf = ({ name, value }: End): string =>
    lines.length === 1 ? figureText(value, chart) : `${name} · ${figureText(value, chart)}`;
  const height = Math.max(220, lines.length * 22 + 60);
  const showsStart = chart.kind === 'slope' || lines.length === 1;
  const starts = showsStart ? lines.map(({ points }) => figureText(points[0]?.value ?? 0, chart)) : [''];
  const left = Math.max(...starts.map((text) => widthOf(text))) + 8;
  const right = Math.min(Math.max(...ends.map((end) => widthOf(textOf(end)))) + 16, width * 0.55);
  const [least = 0, most = 1] = extent(lines.flatMap(({ points }) => points.map(({ value }) => value)));
  const x = scaleUtc(extent(moments) as [Date, Date], [left, width - right]);
  const y = scaleLinear(least === most ? [least - 1, most + 1] : [least, most], [height - 40, 16]);
  const labels = spreadLabels(
    ends.map(({ value }) => y(value)),
    19,
    height - 26,
  );
  const shape = line<{ moment: Date; value: number }>(
    ({ moment }) => x(moment),
    ({ value }) => y(value),
  ).digits(1);
  const drawn = lines.map(({ name, points }, index) => {
    const isChosen = name === chart.highlight || lines.length === 1;
    const colour = isChosen ? colours.signal : colours.main;
    const end = ends[index] as End;
    const last = points.at(-1);
    return [
      mark('path', { d: shape(points) ?? '', fill: 'none', stroke: colour, 'stroke-width': isChosen ? 3 : 1.6 }),
      ...points.map(({ moment, value }) =>
        mark('circle', { cx: x(moment), cy: y(value), r: isChosen ? 4 : 3, fill: colour }),
      ),
      last === undefined
        ? ''
        : mark('path', {
            d: `M${(x(last.moment) + 6).toFixed(1)},${y(last.value).toFixed(1)}L${width - right + 8},${(labels[index] ?? 0).toFixed(1)}`,
            stroke: colours.hairline,
          }),
      words(
        width - right + 12,
        (labels[index] ?? 0) + 5,
        textOf(end),
        colours.main,
        isChosen ? { 'font-weight': 650 } : {},
      ),
      showsStart && points[0]
        ? words(left - 8, y(points[0].value) + 5, figureText(points[0].value, chart), colours.soft, {
            'text-anchor': 'end',
          })
        : '',
    ].join('');
  });
  const [first, last] = [moments[0] as Date, moments.at(-1) as Date];
  const [from, to] = endsOfAxis(chart, x(last) - x(first));
  const axis = [
    words(x(first), height - 6, from, colours.soft),
    words(x(last), height - 6, to, colours.soft, { 'text-anchor': 'end' }),
    mark('path', { d: `M${left},${height - 24}H${width - right}`, stroke: colours.hairline }),
  ];
  return { height, marks: [...axis, ...drawn].join('') };
}

/** A slope is a line between its two columns; lines have a column each. */
function linesOf({ kind, header, rows }: Chart): {
  moments: Date[];
  lines: { name: string; points: { moment: Date; value: number }[] }[];
} {
  if (kind === 'slope') {
    const moments = [new Date(0), new Date(1)];
    return {
      moments,
      lines: rows.map(({ label, values }) => ({
        name: label,
        points: moments.map((moment, index) => ({ moment, value: values[index] ?? 0 })),
      })),
    };
  }
  const moments = rows.map(({ label }) => new Date(label));
  return {
    moments,
    lines: header.slice(1).map((name, index) => ({
      name,
      points: rows.flatMap(({ values }, row) => {
        const value = values[index];
        return value === undefined ? [] : [{ moment: moments[row] as Date, value }];
      }),
    })),
  };
}

/** What is below the ends of the axis: days with their months in three letters, or as much of them as the room allows. */
function endsOfAxis({ kind, header, rows }: Chart, room: number): [from: string, to: string] {
  if (kind === 'slope') return [header[1] ?? '', header[2] ?? ''];
  const labels = [rows[0]?.label ?? '', rows.at(-1)?.label ?? ''];
  const days = labels.map((label) =>
    label.length === 10 ? toDay(label).text.replace(/ (\w{3})\w* /u, ' $1 ') : label,
  );
  const forms = [days, days.map((day) => day.replace(/^\d{1,2} /u, '')), labels.map((label) => label.slice(0, 4))];
  const fits = (texts: readonly string[]): boolean => texts.reduce((sum, text) => sum + widthOf(text), 12) <= room;
  return (forms.find(fits) ?? ['', labels[1]]) as [string, string];
}
