import { expect, test } from 'vitest';
import { fractionOf, type BoardRow } from '#domain/ranking/board/leaderboard';
import { scaleBlocks } from '#domain/ranking/board/scale-blocks';

const row = (score: number, half?: number): BoardRow => ({
  key: String(score),
  name: String(score),
  modelId: 'm',
  model: { label: 'M', path: '/models/m/' },
  best: 1,
  worst: 1,
  shared: false,
  provisional: false,
  imageToVideo: false,
  score,
  ...(half !== undefined && { lower: score - half, upper: score + half }),
});

/** Width of the column in pixels. */
const column = 300;

test('no intervals need no scale', () => {
  expect(scaleBlocks([])).toEqual([]);
  expect(scaleBlocks([row(2), row(1)])).toEqual([]);
});

test('rows near each other share one scale that holds all of them', () => {
  const rows = [row(1010, 10), row(1000, 10), row(990, 10)];
  const [block, ...more] = scaleBlocks(rows);
  expect(more).toEqual([]);
  expect(block?.rows).toEqual(rows);
  expect(block?.scale.from).toBeLessThanOrEqual(980);
  expect(block?.scale.to).toBeGreaterThanOrEqual(1020);
});

test('a usual interval is about 40 pixels wide, however far apart the ends of a board are', () => {
  const rows = Array.from({ length: 60 }, (_, index) => row(1500 - index * 9, 15));
  const blocks = scaleBlocks(rows);
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.flatMap((block) => block.rows)).toEqual(rows);
  for (const { scale, rows: shown } of blocks)
    for (const { lower = 0, upper = 0 } of shown) {
      const width = (fractionOf(scale, upper) - fractionOf(scale, lower)) * column;
      // A scale has round ends, and so a little more room than the intervals.
      expect(width).toBeGreaterThan(35);
      expect(fractionOf(scale, lower)).toBeGreaterThanOrEqual(0);
      expect(fractionOf(scale, upper)).toBeLessThanOrEqual(1);
    }
});

test('one interval that is wider than all others has a block', () => {
  expect(scaleBlocks([row(1000, 500), row(999, 10), row(998, 10)]).flatMap(({ rows }) => rows)).toHaveLength(3);
});
