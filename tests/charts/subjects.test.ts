import { describe, expect, test } from 'vitest';
import { drawSteps } from '../../src/charts/price-steps.ts';
import { drawLanes } from '../../src/charts/time-lanes.ts';

describe('lanes of time', () => {
  const lane = {
    label: 'A',
    points: [
      { iso: '2026-01-01', text: 'x' },
      { iso: '2026-04-11', text: 'y' },
    ],
  };

  test('place facts in proportion to time, between margins of 1.5 percent', () => {
    // 50 of 100 days: the middle of the 97 percent between the margins.
    const { today, lanes } = drawLanes([lane], '2026-02-20');
    expect(lanes[0]?.points.map(({ x, ahead }) => [x, ahead])).toEqual([
      [1.5, false],
      [98.5, true],
    ]);
    expect(today.x).toBe(50);
  });

  test('have beginnings of years or months as labels, few enough for a phone', () => {
    const { ticks } = drawLanes([{ label: 'A', points: [{ iso: '2023-01', text: 'x' }] }], '2026-11-28');
    expect(ticks.map(({ label }) => label)).toEqual(['2023', '2024', '2025', '2026']);
    const short = drawLanes([lane], '2026-04-01').ticks;
    expect(short.length).toBeLessThanOrEqual(4);
    expect(short.map(({ label }) => label)).toContain('Feb 2026');
  });

  test('end at the present day, also with a single fact of that day', () => {
    expect(drawLanes([{ label: 'A', points: [{ iso: '2026-11-28', text: 'x' }] }], '2026-11-28').today.x).toBe(50);
    expect(
      drawLanes([{ label: 'A', points: [], span: ['2026-01', '2026-11-28'] }], '2026-11-28').lanes[0]?.span,
    ).toEqual({
      from: 1.5,
      to: 98.5,
    });
  });

  test('keep labels at the edges inside of the chart', () => {
    expect(drawLanes([lane], '2026-04-11').today.anchor).toBe('end');
  });
});

describe('steps of a price', () => {
  test('hold a price until the next one, and rise from nothing', () => {
    const { points, parts } = drawSteps(
      [
        { iso: '2026-01', usd: 0.2 },
        { iso: '2026-10-08', usd: 0.1 },
      ],
      20,
      120,
    );
    // The highest price is at the top; half of it is half-way down to nothing.
    expect(points.map(({ x, y }) => [x, y])).toEqual([
      [8, 20],
      [92, 70],
    ]);
    expect(parts).toEqual([
      { x1: 8, y1: 20, x2: 92, y2: 20 },
      { x1: 92, y1: 20, x2: 92, y2: 70 },
    ]);
  });

  test('are one line where the price stayed', () => {
    expect(
      drawSteps(
        [
          { iso: '2026-01', usd: 1 },
          { iso: '2026-02', usd: 1 },
        ],
        0,
        10,
      ).parts,
    ).toEqual([{ x1: 8, y1: 0, x2: 92, y2: 0 }]);
  });
});
