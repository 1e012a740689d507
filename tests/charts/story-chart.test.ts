import { describe, expect, test } from 'vitest';
import { readChartTable, type Chart, type ChartKind } from '#domain/stories/chart';
import { drawChart } from '../../src/charts/story/draw.ts';
import { drawPicture } from '../../src/cards/chart-picture.ts';
import { pageColours, widthOf } from '../../src/charts/story/svg.ts';
import { elements, parseHtml } from '../html.ts';

function chart(kind: ChartKind, header: string[], rows: string[][], more: Partial<Chart> = {}): Chart {
  const read = readChartTable(kind, { header, rows });
  expect(read.faults).toEqual([]);
  return { kind, name: 'a', title: 'T', header, rows: read.rows, decimals: read.decimals, ...more };
}
const bars = chart(
  'bar',
  ['Model', 'Price'],
  [
    ['A', '4'],
    ['B', '2'],
    ['C & D', '1'],
  ],
  { highlight: 'B' },
);
const draw = (drawn: Chart, width: number) => drawChart(drawn, { width, colours: pageColours });
/** Marks of one kind with their attributes. */
const marks = (drawn: Chart, width: number, tag: string) =>
  elements(parseHtml(`<svg>${draw(drawn, width).marks}</svg>`))
    .filter(({ tagName }) => tagName === tag)
    .map(({ properties }) => properties);

describe('bars', () => {
  test.each([320, 640])('are as long as their figures, from zero, at %i pixels', (width) => {
    const lengths = marks(bars, width, 'rect').map((bar) => Number(bar.width));
    expect((lengths[1] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(0.5, 1);
    expect((lengths[2] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(0.25, 1);
    expect(new Set(marks(bars, width, 'rect').map((bar) => bar.x)).size).toBe(1);
  });

  test('have the one that the title is about in the signal colour', () => {
    expect(marks(bars, 640, 'rect').map((bar) => bar.fill)).toEqual(['var(--ink)', 'var(--signal)', 'var(--ink)']);
  });

  test('have their labels and figures as text, safely', () => {
    expect(draw(bars, 320).marks).toContain('>C &amp; D</text>');
    expect(draw(bars, 320).marks).toContain('>4</text>');
  });

  test.each([320, 640])('leave room for the figure behind the longest one at %i pixels', (width) => {
    const long = chart(
      'bar',
      ['Model', 'Price'],
      [
        ['A', '1234567'],
        ['B', '2'],
      ],
    );
    const [bar] = marks(long, width, 'rect');
    expect(Number(bar?.x) + Number(bar?.width) + 8 + widthOf('1,234,567')).toBeLessThanOrEqual(width);
  });
});

test('a dot is at its figure, and its interval reaches from end to end', () => {
  const dots = chart(
    'dot',
    ['Model', 'Score', 'Lower', 'Upper'],
    [
      ['A', '10', '0', '20'],
      ['B', '5', '0', '10'],
    ],
  );
  const [a, b] = marks(dots, 640, 'circle').map((dot) => Number(dot.cx));
  const [first, second] = marks(dots, 640, 'path').map((path) => /^M([\d.]+),[\d.]+H([\d.]+)$/u.exec(String(path.d)));
  const ends = [first, second].map((found) => [Number(found?.[1]), Number(found?.[2])]);
  expect(((ends[0]?.[0] ?? 0) + (ends[0]?.[1] ?? 0)) / 2).toBeCloseTo(a ?? 0, 0);
  expect(ends[1]?.[1]).toBeCloseTo(a ?? 0, 0);
  expect(((ends[1]?.[0] ?? 0) + (ends[1]?.[1] ?? 0)) / 2).toBeCloseTo(b ?? 0, 0);
});

describe('lines', () => {
  const lines = chart(
    'line',
    ['Date', 'A', 'B'],
    [
      ['2026-01-01', '1', '4'],
      ['2026-01-11', '3', ''],
      ['2026-01-31', '2', '2'],
    ],
  );

  test('run over time in proportion', () => {
    // B has two points, A three: 10 of 30 days are a third of the way.
    const [first = 0, second = 0, third = 0] = marks(lines, 640, 'circle')
      .map((dot) => Number(dot.cx))
      .filter((_, index) => index < 3);
    expect((second - first) / (third - first)).toBeCloseTo(1 / 3, 1);
  });

  test('have names that do not overlap, in the order of their ends', () => {
    const names = elements(parseHtml(`<svg>${draw(lines, 320).marks}</svg>`))
      .filter(({ tagName }) => tagName === 'text')
      .map(({ properties }) => Number(properties.y))
      .slice(2);
    expect(Math.abs((names[0] ?? 0) - (names[1] ?? 0))).toBeGreaterThanOrEqual(18.9);
  });
});

test('a slope goes from its first figure to its second', () => {
  const slopes = chart(
    'slope',
    ['Model', 'April', 'May'],
    [
      ['A', '1', '3'],
      ['B', '3', '1'],
    ],
  );
  const heights = marks(slopes, 640, 'circle').map((dot) => Number(dot.cy));
  expect(heights[0]).toBe(heights[3]);
  expect(heights[1]).toBe(heights[2]);
  expect(draw(slopes, 640).marks).toContain('>April</text>');
});

test.each([320, 640])('nothing is outside of the drawing at %i pixels', (width) => {
  for (const drawn of [
    bars,
    chart(
      'slope',
      ['Model', 'April', 'May'],
      [
        ['A long name of a model', '1', '3'],
        ['B', '3', '1'],
      ],
    ),
  ]) {
    const { height } = draw(drawn, width);
    for (const text of marks(drawn, width, 'text')) {
      expect(Number(text.y)).toBeLessThanOrEqual(height);
      expect(Number(text.x)).toBeGreaterThanOrEqual(0);
      expect(Number(text.x)).toBeLessThanOrEqual(width);
    }
  }
});

test('a picture is a PNG, and the same each time', async () => {
  const [one, two] = [await drawPicture(bars), await drawPicture(bars)];
  expect(Buffer.from(one).subarray(1, 4).toString()).toBe('PNG');
  expect(Buffer.from(one).readUInt32BE(16)).toBe(1376);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});
