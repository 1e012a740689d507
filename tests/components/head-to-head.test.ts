import HeadToHead from '#components/leaderboard/pairs/HeadToHead.astro';
import { winChance } from '#domain/ranking/ratings/head-to-head';
import { describe, expect, it } from 'vitest';
import { tagged, textOf, parseHtml } from '../html.ts';
import { render } from './container.ts';

describe('head to head', () => {
  it('gives even chances to equals, ten to one at 400 points, and always sums to one', () => {
    expect(winChance(1000, 1000)).toBe(0.5);
    expect(winChance(1400, 1000)).toBeCloseTo(10 / 11, 12);
    expect(winChance(1234, 1100) + winChance(1100, 1234)).toBeCloseTo(1, 12);
  });

  it('shows the chance of the row against the column', async () => {
    const html = await render(HeadToHead, {
      board: {
        rows: [
          { name: 'A', score: 1200 },
          { name: 'B', score: 1000 },
        ],
      },
    });
    const rows = tagged(parseHtml(html), 'tr')
      .slice(1)
      .map((row) => tagged(row, 'td').map((cell) => textOf(cell).trim()));
    // 1 / (1 + 10^(-200/400)) = 0.7597
    expect(rows).toEqual([
      ['', '76%'],
      ['24%', ''],
    ]);
  });
});
