import ScoreHistory from '#components/leaderboard/history/ScoreHistory.astro';
import { toDay } from '#domain/text/dates';
import { describe, expect, it } from 'vitest';
import { parseHtml, tagged, textOf } from '../html.ts';
import { render } from './container.ts';

const history = {
  board: { label: 'Board', path: '/leaderboards/board/' },
  editions: ['2026-01-01', '2026-02-01', '2026-03-01'].map(toDay),
  finding: '',
  lines: [
    {
      key: 'a',
      label: 'A',
      path: '/models/a/',
      points: [
        { edition: 0, best: 1, worst: 1, score: 80 },
        { edition: 2, best: 1, worst: 1, score: 85.5 },
      ],
    },
    { key: 'b', label: 'B', path: '/models/b/', points: [{ edition: 1, best: 2, worst: 2, score: 70 }] },
  ],
};

describe('scores over time', () => {
  it('are drawn and set in a table for entries of several editions', async () => {
    const root = parseHtml(
      await render(ScoreHistory, { history, metric: { name: 'Total', unit: 'per cent', decimals: 1 } }),
    );
    expect(tagged(root, 'path').length).toBe(1);
    const rows = tagged(root, 'tr')
      .slice(1)
      .map((row) => [...tagged(row, 'th'), ...tagged(row, 'td')].map((cell) => textOf(cell).trim()));
    expect(rows).toEqual([['A', '80.0', 'not listed', '85.5']]);
  });
});
