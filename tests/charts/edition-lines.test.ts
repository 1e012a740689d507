import { scaleLinear } from 'd3-scale';
import { describe, expect, test } from 'vitest';
import { datedEditions, drawLines, editionPositions, spreadLabels } from '../../src/charts/edition-lines.ts';
import { toDay } from '#domain/text/dates';

const size = { width: 120, height: 100, top: 0, right: 20, bottom: 0, left: 0 };
const days = (...dates: string[]) => dates.map(toDay);

describe('positions of editions', () => {
  test('are in proportion to time', () => {
    // 10 and 30 of 40 days, on 100 units.
    expect(editionPositions(days('2026-01-01', '2026-01-11', '2026-01-31', '2026-02-10'), size)).toEqual([
      0, 25, 75, 100,
    ]);
  });

  test('are at the left for a single day, and for two editions of one day', () => {
    expect(editionPositions(days('2026-01-01'), { ...size, left: 7 })).toEqual([7]);
    expect(editionPositions(days('2026-01-01', '2026-01-01'), { ...size, left: 7 })).toEqual([7, 7]);
  });

  test('keep one decimal', () => {
    expect(editionPositions(days('2026-01-01', '2026-01-02', '2026-01-04'), size)).toEqual([0, 33.3, 100]);
  });

  test('have a date only where the one before leaves room', () => {
    expect(datedEditions([0, 10, 80, 100, 170], 78)).toEqual([0, 2, 4]);
    expect(datedEditions([], 78)).toEqual([]);
  });
});

describe('lines', () => {
  // Rank 1 at the top, rank 11 at the bottom.
  const y = scaleLinear([1, 11], [0, 100]);
  const draw = (lines: [name: string, ...values: [edition: number, value: number][]][]) =>
    drawLines(lines, ([, ...values]) => values.map(([edition, value]) => ({ edition, value })), [0, 50, 100], y, 100);

  test('go from edition to edition, and leave out those without a value', () => {
    expect(draw([['a', [0, 1], [2, 6]]])).toEqual([
      { line: ['a', [0, 1], [2, 6]], path: 'M0,0L100,50', end: { x: 100, y: 50 }, labelY: 50 },
    ]);
  });

  test('of one value are a point, and without any are left out', () => {
    expect(draw([['one', [1, 11]], ['none']]).map(({ path, end }) => [path, end])).toEqual([
      ['M50,100Z', { x: 50, y: 100 }],
    ]);
  });

  test('are ordered by their ends, and a tie does not put two labels in one position', () => {
    const drawn = draw([
      ['low', [0, 1], [2, 8]],
      ['high', [0, 9], [2, 3]],
      ['tied', [0, 5], [2, 3]],
    ]);
    expect(drawn.map(({ line: [name], labelY }) => [name, labelY])).toEqual([
      ['high', 20],
      ['tied', 37],
      ['low', 70],
    ]);
  });

  test('of equal or negative scores stay inside', () => {
    const scores = scaleLinear([-20, -20], [100, 0]);
    expect(
      drawLines(
        [[-20, -20]],
        (values) => values.map((value, edition) => ({ edition, value })),
        [0, 100],
        scores,
        100,
      )[0]?.path,
    ).toBe('M0,50L100,50');
    const negative = scaleLinear([-30, -10], [100, 0]);
    expect(
      drawLines(
        [[-30, -10]],
        (values) => values.map((value, edition) => ({ edition, value })),
        [0, 100],
        negative,
        100,
      )[0]?.path,
    ).toBe('M0,100L100,0');
  });
});

describe('labels', () => {
  test.each([
    [
      [10, 40, 90],
      [10, 40, 90],
    ],
    [
      [10, 12, 14],
      [10, 27, 44],
    ],
    [
      [95, 96, 98],
      [66, 83, 100],
    ],
    [[], []],
  ])('wanted at %j are at %j', (wanted, positions) => {
    expect(spreadLabels(wanted, 17, 100)).toEqual(positions);
  });
});
