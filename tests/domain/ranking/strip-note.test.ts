import { expect, test } from 'vitest';
import type { BoardRow, Movement } from '#domain/ranking/board/leaderboard';
import { movementNote } from '#domain/ranking/movement/strip-note';
import { toDay } from '#domain/text/dates';

const rows = (...movements: (Movement | undefined)[]): BoardRow[] =>
  movements.map((movement) => ({ movement })) as BoardRow[];
const board = { id: 'top', date: toDay('2026-10-07'), before: toDay('2026-09-07'), seriesBreak: undefined };
const path = '/leaderboards/top/2026-10-07/changes/';

test('the first edition of a board has no note', () => {
  expect(movementNote({ ...board, before: undefined, rows: rows(undefined) }, 5)).toBeUndefined();
});

test('a changed method is the reason why there are no arrows', () => {
  expect(movementNote({ ...board, seriesBreak: 'method', rows: rows(undefined) }, 5)).toEqual({
    text: 'No arrows: method changed after 7 September 2026',
    path,
  });
});

test('a board of which only a part is known has no arrows for that reason', () => {
  expect(movementNote({ ...board, seriesBreak: 'part', rows: rows(undefined) }, 5)?.text).toBe(
    'No arrows: only a part of the board is known',
  );
});

test('arrows are counted from a date, and only those of the rows shown', () => {
  const moved = rows({ kind: 'same' }, { kind: 'up', places: 2 });
  expect(movementNote({ ...board, rows: moved }, 2)).toEqual({ text: 'Movement since 7 September 2026', path });
  expect(movementNote({ ...board, rows: moved }, 1)).toEqual({ text: 'No sure move since 7 September 2026', path });
});
