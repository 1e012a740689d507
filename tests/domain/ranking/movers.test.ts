import { describe, expect, it } from 'vitest';
import type { Change, ChangeKind, Changes } from '#domain/ranking/movement/changes';
import { movers, whatMoved } from '#domain/ranking/movement/movers';
import { toDay } from '#domain/text/dates';

const change = (key: string, kind: ChangeKind, before?: number, after?: number, pushed = false): Change =>
  ({
    key,
    kind,
    pushed,
    before: before === undefined ? undefined : { best: before, worst: before },
    after: after === undefined ? undefined : { best: after, worst: after },
  }) as Change;

/** In the order of the later ranks, as `listChanges` has them, with those that are gone at the end. */
const list = [
  change('new-first', 'new', undefined, 1),
  change('rose-far', 'up', 9, 2),
  change('new-second', 'new', undefined, 3),
  change('rose', 'up', 5, 4),
  change('same', 'same', 5, 5),
  change('pushed-far', 'down', 1, 8, true),
  change('fell', 'down', 7, 9),
  change('new-last', 'new', undefined, 10),
  change('gone', 'gone', 3),
];
const names = (most: number): string[] => movers(list, most).map(({ key }) => key);

const changes = (board: string, date: string, other: Partial<Changes['board']> = {}, all: Change[] = list): Changes =>
  ({
    board: { id: board, name: board, date: toDay(date), history: false, latest: true, ...other },
    before: { date: toDay('2026-01-01') },
    list: all,
    headline: '',
    summary: '',
  }) as unknown as Changes;

describe('the entries to name', () => {
  it('are one of each kind by turns, the farthest and the best first', () => {
    expect(names(4)).toEqual(['rose-far', 'new-first', 'fell', 'gone']);
    expect(names(7)).toEqual(['rose-far', 'rose', 'new-first', 'new-second', 'fell', 'pushed-far', 'gone']);
  });

  it('are never those that did not move, and all others where there is room', () => {
    expect(names(99)).toHaveLength(8);
    expect(names(99)).not.toContain('same');
    expect(names(0)).toEqual([]);
  });

  it('put what fell by itself before what new entries pushed down, however far', () => {
    expect(names(3)).toContain('fell');
    expect(names(3)).not.toContain('pushed-far');
  });
});

describe('what moved', () => {
  it('is that of the newest edition that can be compared; the others are named', () => {
    const moved = whatMoved(
      [
        changes('method', '2026-03-01', { seriesBreak: 'method' }),
        changes('newer', '2026-02-01'),
        changes('old', '2026-01-15'),
      ],
      2,
    );
    expect(moved?.changes?.board.id).toBe('newer');
    expect(moved?.rows.map(({ key }) => key)).toEqual(['rose-far', 'new-first']);
    expect(moved?.note).toBe('One of those that moved down did so only because new entries are above them.');
    expect(moved?.incomparable.map(({ board }) => board.id)).toEqual(['method']);
  });

  it('names nothing where nothing can be compared', () => {
    const moved = whatMoved([changes('method', '2026-03-01', { seriesBreak: 'method' })], 4);
    expect([moved?.changes, moved?.rows, moved?.note]).toEqual([undefined, [], '']);
    expect(moved?.incomparable).toHaveLength(1);
  });

  it('leaves a method that changed long ago alone', () => {
    const old = changes('method', '2026-01-15', { seriesBreak: 'method', latest: false });
    expect(whatMoved([changes('method', '2026-03-01'), old], 4)?.incomparable).toEqual([]);
  });

  it('is none of boards that are history, and none without a second edition', () => {
    expect(whatMoved([changes('past', '2026-03-01', { history: true })], 4)).toBeUndefined();
    expect(whatMoved([], 4)).toBeUndefined();
  });
});
