import { describe, expect, it } from 'vitest';
import type { Board, BoardRow } from '#domain/ranking/board/leaderboard';
import type { Chart } from '#domain/stories/chart';
import { leadFigure } from '#domain/stories/lead-figure';

const board = {
  rows: ['a', 'b', 'a', 'c', 'd', 'e'].map((modelId, index) => ({ key: `${modelId}-${index}`, modelId }) as BoardRow),
} as Board;

const chart = (kind: Chart['kind'], rows: number, columns = 2): Chart => ({
  kind,
  name: `${kind}-${rows}`,
  title: 'A chart',
  header: Array.from({ length: columns }, (_, index) => `Column ${index}`),
  rows: Array.from({ length: rows }, (_, index) => ({ label: `Row ${index}`, values: [index] })),
  decimals: 0,
});

const keys = (models: string[]): [boolean, string[]] | undefined => {
  const figure = leadFigure({ charts: [], models }, board);
  return figure?.kind === 'board' ? [figure.own, figure.rows.map(({ key }) => key)] : undefined;
};

describe('next to the headline of the lead story', () => {
  it('is its own first chart that is small enough', () => {
    const charts = [chart('bar', 8), chart('line', 100, 5), chart('line', 100, 4), chart('dot', 7)];
    expect(leadFigure({ charts, models: ['a', 'b'] }, board)).toEqual({ kind: 'chart', chart: charts[2] });
    expect(leadFigure({ charts: charts.slice(0, 2), models: ['a', 'b'] }, board)?.kind).toBe('board');
    expect(leadFigure({ charts: [chart('slope', 7, 3)], models: [] }, undefined)?.kind).toBe('chart');
  });

  it('are its models on the board, each by its best row, in the order of the board', () => {
    expect(keys(['d', 'a', 'unranked'])).toEqual([true, ['a-0', 'd-4']]);
    expect(keys(['a', 'b', 'c', 'd', 'e'])).toEqual([true, ['a-0', 'b-1', 'c-3', 'd-4']]);
  });

  it('are the first places where fewer than two of its models are on the board', () => {
    expect(keys(['e'])).toEqual([false, ['a-0', 'b-1', 'a-2', 'c-3']]);
    expect(keys([])).toEqual([false, ['a-0', 'b-1', 'a-2', 'c-3']]);
  });

  it('is nothing without a chart and without a board', () => {
    expect(leadFigure({ charts: [], models: ['a'] }, undefined)).toBeUndefined();
  });
});
