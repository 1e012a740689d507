import { describe, expect, test } from 'vitest';
import { chartSummary, figureText, readChartTable, type Chart, type ChartKind } from '#domain/stories/chart';

/** A table as text: lines of values with commas. */
function tableOf(text: string): { header: string[]; rows: string[][] } {
  const [header = [], ...rows] = text.split('\n').map((line) => line.split(','));
  return { header, rows };
}
const chartOf = (kind: ChartKind, text: string, more: Partial<Chart> = {}): Chart => {
  const { rows, decimals, faults } = readChartTable(kind, tableOf(text));
  expect(faults).toEqual([]);
  return { kind, name: 'a-bar', title: 'T', header: tableOf(text).header, rows, decimals, ...more };
};
const faultsOf = (kind: ChartKind, text: string): string[] =>
  readChartTable(kind, tableOf(text)).faults.map(
    ({ row, column, what, write }) => `${row}:${column}  ${what}  ${write}`,
  );

describe('a table', () => {
  test('of bars has labels and figures, and as many digits as the longest figure', () => {
    expect(readChartTable('bar', tableOf('Model,Price\nA,7.91\nB,0.6'))).toEqual({
      rows: [
        { label: 'A', values: [7.91] },
        { label: 'B', values: [0.6] },
      ],
      decimals: 2,
      faults: [],
    });
  });

  test('of lines may leave a figure out', () => {
    expect(readChartTable('line', tableOf('Date,A,B\n2026-04,1,\n2026-05,2,3')).rows).toEqual([
      { label: '2026-04', values: [1, undefined] },
      { label: '2026-05', values: [2, 3] },
    ]);
  });

  test.each<[ChartKind, string, string[]]>([
    [
      'bar',
      'Model,Price,More\nA,1,2\nB,1,2',
      ['0:0  A chart of the kind `bar` takes 2 columns, and the table has 3.  Name the columns like `Model,Price`.'],
    ],
    [
      'dot',
      'Model,Score,Lower\nA,1,2\nB,1,2',
      [
        '0:0  A chart of the kind `dot` takes 2 or 4 columns, and the table has 3.  Name the columns like `Model,Score,Lower,Upper`.',
      ],
    ],
    [
      'bar',
      'Model,Price\nA,1',
      [
        '1:0  A chart of the kind `bar` takes 2 to 20 rows, and the table has 1.  Add the rows that it is compared with.',
      ],
    ],
    [
      'bar',
      `Model,Price${'\nA,1'.repeat(21)}`,
      [
        '20:0  A chart of the kind `bar` takes 2 to 20 rows, and the table has 21.  Keep the rows that the story is about.',
      ],
    ],
    [
      'bar',
      'Model,Price\nA,$1\nB,"1',
      [
        '1:1  `$1` is not a number.  Write figures only, like 7.91; the unit goes into `unit`.',
        '2:1  `"1` is not a number.  Write figures only, like 7.91; the unit goes into `unit`.',
      ],
    ],
    [
      'bar',
      'Model,Price\nA,\nB,1',
      ['1:1  `` is not a number.  Write figures only, like 7.91; the unit goes into `unit`.'],
    ],
    ['bar', 'Model,Price\nA,-1\nB,1', ['1:1  A bar begins at zero and cannot be negative.  Write `kind=dot`.']],
    ['bar', 'Model,Price\nA,1\nA,2', ['2:0  The label `A` appears twice.  Give each row a label of its own.']],
    ['bar', 'Model,Price\n ,1\nB,2', ['1:0  The row has no label.  Write what the figures of the row belong to.']],
    [
      'bar',
      `Model,Price\n${'x'.repeat(61)},1\nB,2`,
      ['1:0  The label has more than 60 letters.  Shorten it: the chart shows it next to its figure.'],
    ],
    [
      'dot',
      'Model,Score,Lower,Upper\nA,5,6,7\nB,5,4,6',
      [
        '1:1  The figure 5 is not between its ends 6 and 7.  Write the figure, its lower end and its upper end, in this order.',
      ],
    ],
    [
      'line',
      'Date,A\nMay,1\n2026-13,2',
      [
        '1:0  `May` is not a date.  Write a year, a month or a day, like 2026, 2026-04 or 2026-04-12.',
        '2:0  `2026-13` is not a date.  Write a year, a month or a day, like 2026, 2026-04 or 2026-04-12.',
      ],
    ],
    [
      'line',
      'Date,A\n2026-05,1\n2026-04,2',
      ['2:0  `2026-04` comes after `2026-05`.  Sort the rows by date, the oldest first.'],
    ],
    [
      'slope',
      'Model,April\nA,1\nB,2',
      [
        '0:0  A chart of the kind `slope` takes 3 columns, and the table has 2.  Name the columns like `Model,April,September`.',
      ],
    ],
  ])('that is no %s is refused at its place: %j', (kind, text, faults) => {
    expect(faultsOf(kind, text)).toEqual(faults);
  });
});

test.each([
  ['$', 2, 7.9, '$7.90'],
  ['%', 0, 64, '64%'],
  ['points', 0, 1234, '1,234 points'],
  [undefined, 1, -0.5, '−0.5'],
])('a figure in %s is written as people write it', (unit, decimals, value, text) => {
  expect(figureText(value, { unit, decimals })).toBe(text);
});

test.each<[ChartKind, string, string]>([
  ['bar', 'Model,Price\nA,7.91\nB,0.6\nC,2', 'Bars: Price of 3, from $0.60 (B) to $7.91 (A).'],
  ['dot', 'Model,Score,Lower,Upper\nA,5,4,6\nB,7,6,8', 'Dots: Score of 2, from $5 (A) to $7 (B).'],
  ['slope', 'Model,April,May\nA,1,2\nB,4,3', 'From April to May: A $1 to $2 and B $4 to $3.'],
  ['line', 'Date,A,B\n2026-04,1,\n2026-05,2,3', 'Lines from 2026-04 to 2026-05: A $1 to $2 and B $3 to $3.'],
])('%s in a sentence', (kind, text, summary) => {
  expect(chartSummary(chartOf(kind, text, { unit: '$' }))).toBe(summary);
});
