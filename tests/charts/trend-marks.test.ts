import { trendMarks } from '../../src/charts/trend-marks.ts';
import { toDay } from '#domain/text/dates';
import { expect, test } from 'vitest';

test('ranks are drawn in proportion to time, rank 1 at the top, and a single rank can be seen', () => {
  const trend = {
    board: { label: 'Arena', path: '/' },
    editions: ['2026-01-01', '2026-01-11', '2026-02-10'].map(toDay),
    points: [
      { edition: 0, best: 1, worst: 1 },
      // 10 of 40 days.
      { edition: 1, best: 2, worst: 4 },
      { edition: 2, best: 5, worst: 5 },
    ],
  };
  // Ranks 1 to 5 in 40 units: ten units a rank.
  const marks = trendMarks(trend, { left: 0, right: 100, top: 10, bottom: 50, worst: 5 });
  expect(marks.map(({ x, y1, y2, middle }) => [x, y1, y2, middle])).toEqual([
    [0, 8.5, 11.5, 10],
    [25, 18.5, 41.5, 30],
    [100, 48.5, 51.5, 50],
  ]);
});
