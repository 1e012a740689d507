import { boardCardOf, boardImage, cropWithin, modelCardOf, sectionImage } from '#domain/site/card';
import type { Board } from '#domain/ranking/board/leaderboard';
import type { Placing } from '#domain/models/model';
import { describe, expect, it, test } from 'vitest';

const day = { iso: '2026-01-23', text: '23 January 2026' };
const row = (name: string, score: number) => ({
  name,
  modelId: name.toLowerCase(),
  score,
  lower: score - 10,
  upper: score + 10,
  best: 1,
  worst: 3,
  shared: true,
});
const board = {
  id: 'arena',
  path: '/leaderboards/arena/',
  name: 'Arena',
  headline: 'three models may be first',
  date: day,
  rows: ['A', 'B', 'C', 'D', 'E', 'F'].map((name, index) => row(name, 1500 - index * 10)),
} as unknown as Board;

describe('what a card says', () => {
  it('of a model: its first rank on each board, at most three', () => {
    const placing = (label: string, best: number, worst: number, shared = false): Placing => ({
      board: { label, path: `/${label}/` },
      date: day,
      of: '',
      decimals: 0,
      row: {
        key: `${label}${best}`,
        name: 'X',
        modelId: 'x',
        model: { label: 'X', path: '/x/' },
        best,
        worst,
        shared,
        provisional: false,
        imageToVideo: false,
      },
    });
    const placings = [
      placing('A', 1, 4),
      placing('A', 7, 9),
      placing('B', 2, 2, true),
      placing('C', 3, 3),
      placing('D', 4, 4),
    ];
    const figures = [
      { value: '1–4', label: 'A' },
      { value: '=2', label: 'B' },
      { value: '3', label: 'C' },
    ];
    expect(modelCardOf('x', { name: 'X' }, placings)).toEqual({
      kind: 'model',
      id: 'x',
      name: 'X',
      figures,
      foot: 'Facts, prices and ranks, with sources',
    });
  });

  it('of a board: its finding and the intervals of its first five on one scale', () => {
    const card = boardCardOf(board);
    if (card.kind !== 'board') throw new Error('This is no card of a board.');
    expect([card.headline, card.foot]).toEqual([
      'Three models may be first',
      '23 January 2026 · Bars are 95% intervals',
    ]);
    expect(card.rows.map(({ rank, id, name }) => `${rank} ${id} ${name}`)).toEqual([
      '1–3 a A',
      '1–3 b B',
      '1–3 c C',
      '1–3 d D',
      '1–3 e E',
    ]);
    for (const { interval } of card.rows) {
      expect(interval?.from).toBeGreaterThanOrEqual(0);
      expect(interval?.to).toBeLessThanOrEqual(1);
      expect(interval?.from).toBeLessThan(interval?.score ?? 0);
    }
    expect(card.rows[0]?.interval?.score).toBeGreaterThan(card.rows[4]?.interval?.score ?? 1);
  });
});

test('a drawn card is a PNG file at an address made from that of its page', () => {
  const size = { type: 'image/png', width: 1200, height: 630 };
  expect(boardImage(board)).toEqual({
    ...size,
    path: '/cards/leaderboards/arena.png',
    alt: 'Arena: three models may be first',
  });
  expect(sectionImage({ label: 'Policy', path: '/categories/policy/' })).toEqual({
    ...size,
    path: '/cards/categories/policy.png',
    alt: 'Policy',
  });
});

test.each([
  ['1920 by 1080', 1920, 1080, 1200, 630],
  ['exactly as large', 1200, 630, 1200, 630],
  ['too low', 1200, 315, 600, 315],
  ['too narrow', 600, 2000, 600, 315],
  ['one row short of the size', 1200, 629, 1198, 629],
])('a hero that is %s is cut and never enlarged', (_, width, height, cutWidth, cutHeight) => {
  expect(cropWithin({ width, height })).toEqual({ width: cutWidth, height: cutHeight });
});
