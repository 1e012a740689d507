import { listed, withCommas } from '../text/numbers.ts';

/** How figures of a story are drawn. */
export const chartKinds = ['bar', 'dot', 'line', 'slope'] as const;

export type ChartKind = (typeof chartKinds)[number];

/** A table as it was written. */
export interface WrittenTable {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A row of a chart: a thing with its figures, or a moment with one figure for each line. */
export interface ChartRow {
  label: string;
  /** Undefined for a figure that is left out, which only lines may have. */
  values: readonly (number | undefined)[];
}

/** A chart in a story. */
export interface Chart {
  kind: ChartKind;
  /** Names its picture in feeds; no other chart of the story has it. */
  name: string;
  /** What the chart shows, as a sentence. */
  title: string;
  /** `$` and the like go before a figure, everything else behind it. */
  unit?: string | undefined;
  /** The label that the title is about. */
  highlight?: string | undefined;
  /** The source of the figures. */
  source?: { label: string; url?: string | undefined } | undefined;
  /** Heads of the columns, that of the labels first. */
  header: readonly string[];
  rows: readonly ChartRow[];
  /** Digits after the point, the most that a figure was written with. */
  decimals: number;
}

/** CSS pixels that the picture of a chart is wide in feeds, with its margins. */
export const chartPictureWidth = 688;

/** What is wrong with a table, at a place in it: row 0 is the header. */
export interface ChartFault {
  row: number;
  column: number;
  what: string;
  write: string;
}

/** What a kind of chart needs. */
interface Shape {
  columns: readonly number[] | { least: number; most: number };
  rows: { least: number; most: number };
  /** The header to write, for the message. */
  example: string;
}

const shapes: Record<ChartKind, Shape> = {
  bar: { columns: [2], rows: { least: 2, most: 20 }, example: 'Model,Price' },
  dot: { columns: [2, 4], rows: { least: 2, most: 20 }, example: 'Model,Score,Lower,Upper' },
  line: { columns: { least: 2, most: 7 }, rows: { least: 2, most: 200 }, example: 'Date,Kling,Veo' },
  slope: { columns: [3], rows: { least: 2, most: 12 }, example: 'Model,April,September' },
};

const number = /^-?\d+(?:\.\d+)?$/u;
/** A year, a month or a day. */
const moment = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;
const isMoment = (text: string): boolean => moment.test(text) && !Number.isNaN(Date.parse(text));

const longestLabel = 60;

/**
 * Reads a table as a kind of chart takes it: labels in the first column, figures in the others.
 * @returns rows with the digits after the point, and everything that is wrong
 */
export function readChartTable(
  kind: ChartKind,
  { header, rows }: WrittenTable,
): { rows: ChartRow[]; decimals: number; faults: ChartFault[] } {
  const { columns, rows: wanted, example } = shapes[kind];
  const faults: ChartFault[] = [];
  const fits =
    'least' in columns
      ? header.length >= columns.least && header.length <= columns.most
      : columns.includes(header.length);
  const allowed = 'least' in columns ? `${columns.least} to ${columns.most}` : columns.join(' or ');
  if (!fits)
    faults.push({
      row: 0,
      column: 0,
      what: `A chart of the kind \`${kind}\` takes ${allowed} columns, and the table has ${header.length}.`,
      write: `Name the columns like \`${example}\`.`,
    });
  if (rows.length < wanted.least || rows.length > wanted.most)
    faults.push({
      row: Math.min(rows.length, wanted.most),
      column: 0,
      what: `A chart of the kind \`${kind}\` takes ${wanted.least} to ${wanted.most} rows, and the table has ${rows.length}.`,
      write:
        rows.length > wanted.most ? 'Keep the rows that the story is about.' : 'Add the rows that it is compared with.',
    });
  if (faults.length > 0) return { rows: [], decimals: 0, faults };
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const [label = ''] = row;
    const fault = faultOfLabel(kind, label, rows[index - 1]?.[0], seen);
    if (fault) faults.push({ row: index + 1, column: 0, ...fault });
    seen.add(label);
    row.slice(1).forEach((text, column) => {
      const wrong = faultOfFigure(kind, text);
      if (wrong) faults.push({ row: index + 1, column: column + 1, ...wrong });
    });
    if (kind === 'dot' && row.length === 4 && !isInside(row.slice(1).map(Number)))
      faults.push({
        row: index + 1,
        column: 1,
        what: `The figure ${row[1]} is not between its ends ${row[2]} and ${row[3]}.`,
        write: 'Write the figure, its lower end and its upper end, in this order.',
      });
  });
  const figures = rows.flatMap((row) => row.slice(1));
  return {
    rows: rows.map(([label = '', ...values]) => ({
      label,
      values: values.map((text) => (text === '' ? undefined : Number(text))),
    })),
    decimals: Math.max(0, ...figures.map((text) => text.split('.')[1]?.length ?? 0)),
    faults,
  };
}

const isInside = ([value = 0, lower = 0, upper = 0]: readonly number[]): boolean => lower <= value && value <= upper;

function faultOfLabel(
  kind: ChartKind,
  label: string,
  before: string | undefined,
  seen: ReadonlySet<string>,
): Pick<ChartFault, 'what' | 'write'> | undefined {
  if (label.trim() === '')
    return { what: 'The row has no label.', write: 'Write what the figures of the row belong to.' };
  if (label.length > longestLabel)
    return {
      what: `The label has more than ${longestLabel} letters.`,
      write: 'Shorten it: the chart shows it next to its figure.',
    };
  if (seen.has(label))
    return { what: `The label \`${label}\` appears twice.`, write: 'Give each row a label of its own.' };
  if (kind !== 'line') return undefined;
  if (!isMoment(label))
    return {
      what: `\`${label}\` is not a date.`,
      write: 'Write a year, a month or a day, like 2026, 2026-04 or 2026-04-12.',
    };
  if (before !== undefined && isMoment(before) && before > label)
    return { what: `\`${label}\` comes after \`${before}\`.`, write: 'Sort the rows by date, the oldest first.' };
  return undefined;
}

function faultOfFigure(kind: ChartKind, text: string): Pick<ChartFault, 'what' | 'write'> | undefined {
  if (text === '' && kind === 'line') return undefined;
  if (!number.test(text))
    return { what: `\`${text}\` is not a number.`, write: 'Write figures only, like 7.91; the unit goes into `unit`.' };
  if (kind === 'bar' && Number(text) < 0)
    return { what: 'A bar begins at zero and cannot be negative.', write: 'Write `kind=dot`.' };
  return undefined;
}

/** A figure of a chart with its unit: `$7.91`, `64%`, `12 clips`. */
export function figureText(value: number, { unit = '', decimals }: Pick<Chart, 'unit' | 'decimals'>): string {
  const text = withCommas(value, decimals);
  if (/^\p{Sc}$/u.test(unit)) return `${unit}${text}`;
  return unit === '' || unit === '%' ? `${text}${unit}` : `${text} ${unit}`;
}

/** The chart in a sentence or two, for those who do not see it. */
export function chartSummary(chart: Chart): string {
  const { kind, header, rows } = chart;
  const text = (value: number | undefined): string => (value === undefined ? 'no figure' : figureText(value, chart));
  if (kind === 'bar' || kind === 'dot') {
    const sorted = rows.toSorted((a, b) => (a.values[0] ?? 0) - (b.values[0] ?? 0));
    const [least, most] = [sorted[0], sorted.at(-1)];
    return `${kind === 'bar' ? 'Bars' : 'Dots'}: ${header[1] ?? ''} of ${rows.length}, from ${text(least?.values[0])} (${least?.label ?? ''}) to ${text(most?.values[0])} (${most?.label ?? ''}).`;
  }
  if (kind === 'slope')
    return `From ${header[1] ?? ''} to ${header[2] ?? ''}: ${listed(rows.map(({ label, values }) => `${label} ${text(values[0])} to ${text(values[1])}`))}.`;
  const lines = header.slice(1).map((name, index) => {
    const known = rows.filter(({ values }) => values[index] !== undefined);
    return `${name} ${text(known[0]?.values[index])} to ${text(known.at(-1)?.values[index])}`;
  });
  return `Lines from ${rows[0]?.label ?? ''} to ${rows.at(-1)?.label ?? ''}: ${listed(lines)}.`;
}
