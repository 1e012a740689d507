import type { Board, BoardRow } from '#domain/ranking/board/leaderboard';
import { bestEntry, rankTrend, trendText } from '#domain/ranking/movement/trend';
import { toDay } from '#domain/text/dates';
import { expect, test } from 'vitest';

const row = (modelId: string, best: number, worst: number): BoardRow => ({
  key: `${modelId}-${best}`,
  name: modelId,
  modelId,
  model: { label: modelId, path: `/models/${modelId}/` },
  best,
  worst,
  shared: false,
  provisional: false,
  imageToVideo: false,
});
const edition = (date: string, ...rows: BoardRow[]): Board =>
  ({ name: 'Arena', path: '/leaderboards/arena/', date: toDay(date), rows }) as Board;
const boards = [
  edition('2026-09-22', row('veo', 11, 19), row('veo', 11, 17), row('kling', 20, 20)),
  edition('2026-04-12', row('kling', 1, 1)),
  edition('2026-03-19', row('veo', 1, 6)),
];

test('the best entry of a model has the best rank, and of those the better worst one', () => {
  expect(bestEntry(boards[0]?.rows ?? [], 'veo')).toMatchObject({ best: 11, worst: 17 });
  expect(bestEntry(boards[1]?.rows ?? [], 'veo')).toBeUndefined();
});

test('a trend goes from the oldest edition to the newest, without those that do not list the model', () => {
  const trend = rankTrend(boards, 'veo');
  expect(trend?.points).toEqual([
    { edition: 0, best: 1, worst: 6 },
    { edition: 2, best: 11, worst: 17 },
  ]);
  expect(trend?.board).toEqual({ label: 'Arena', path: '/leaderboards/arena/' });
  expect(trend && trendText(trend)).toBe('1–6 on 19 March 2026, 11–17 on 22 September 2026');
});

test('one edition is no trend, nor is a model that no edition lists', () => {
  expect(rankTrend(boards.slice(0, 1), 'veo')).toBeUndefined();
  expect(rankTrend(boards, 'sora')).toBeUndefined();
});
