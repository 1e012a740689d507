import { describe, expect, it } from 'vitest';
import { changesBetween, type Changes } from '#domain/ranking/movement/changes';
import { toDay } from '#domain/text/dates';
import type { Board, BoardRow } from '#domain/ranking/board/leaderboard';
import { estimatesOfIntervals, rangesAt } from '#domain/ranking/inference/rank-inference';
import { competitionRanks, rangesOfEntries } from '#domain/ranking/board/ranks';

/** An entry of a hand-made board: name, score, half of its interval, model. */
type Entry = [name: string, score: number, half?: number, model?: string];

function boardOf(date: string, entries: Entry[], change: Partial<Board> = {}): Board {
  const scores = entries.map(([, score, half]) =>
    half === undefined ? { score } : { score, lower: score - half, upper: score + half },
  );
  const measured = entries.some(([, , half]) => half !== undefined);
  const ranges = measured
    ? rangesAt(estimatesOfIntervals(scores), 1)
    : rangesOfEntries(
        scores.map((score, index) => ({ ...score, listed: String(index) })),
        [],
        true,
        0,
      );
  const rows = entries.map(([name, , , model = name], index) =>
    rowOf(name, model, { ...scores[index], ...(ranges[index] ?? { best: 1, worst: 1 }) }),
  );
  return madeBoard(date, rows, change);
}

/** A board of ranks alone. */
const ranked = (date: string, entries: [name: string, rank: number][]): Board =>
  madeBoard(
    date,
    entries.map(([name, rank]) => rowOf(name, name, { best: rank, worst: rank })),
    { kind: 'editorial', metric: undefined },
  );

const rowOf = (
  name: string,
  modelId: string,
  rest: Pick<BoardRow, 'best' | 'worst'> & Partial<BoardRow>,
): BoardRow => ({
  key: name,
  name,
  modelId,
  model: { label: modelId, path: `/models/${modelId}/` },
  shared: false,
  provisional: false,
  imageToVideo: false,
  ...rest,
});

function madeBoard(date: string, rows: BoardRow[], change: Partial<Board>): Board {
  return {
    id: 'board',
    file: `content/leaderboards/board/${date}.yaml`,
    name: 'Board',
    shortName: 'Board',
    path: '/leaderboards/board/',
    date: toDay(date),
    kind: 'scored',
    measures: '',
    method: '',
    by: { name: 'By', url: 'https://example.org/' },
    metric: { name: 'Score', unit: 'points', decimals: 0 },
    rows: rows.sort((a, b) => a.best - b.best || a.worst - b.worst),
    finding: '',
    headline: '',
    source: { title: '', publisher: '', read: 'direct' },
    comparable: false,
    licence: { name: 'CC BY 4.0', credit: '', redistribute: true },
    history: false,
    editions: [],
    latest: true,
    evidence: [],
    notPlaced: [],
    ...change,
  };
}

const of = ({ list }: Changes, name: string): [kind: string, happened: string, reason: string] => {
  const change = list.find(({ key }) => key === name);
  return [change?.kind ?? '', change?.happened ?? '', change?.reason ?? ''];
};

const before = boardOf('2026-01-01', [
  ['A', 100, 5],
  ['B', 80, 5],
  ['C', 60, 5],
  ['D', 40, 5],
]);

describe('an entry', () => {
  it('that holds its ranks is the same, without a reason', () => {
    expect(of(changesBetween(before, before), 'B')).toEqual(['same', 'same', '']);
  });

  it('is new, with what it is above', () => {
    const after = boardOf('2026-02-01', [
      ['N', 120, 5],
      ['A', 100, 5],
      ['B', 80, 5],
      ['C', 60, 5],
      ['D', 40, 5],
    ]);
    const changes = changesBetween(after, before);
    expect(of(changes, 'N')).toEqual(['new', 'new', 'not listed before; it is clear above four others']);
    expect(of(changes, 'A')).toEqual(['down', 'down 1', 'N, which is new, is above it']);
    expect(changes.list.filter(({ pushed }) => pushed).map(({ key }) => key)).toEqual(['A', 'B', 'C', 'D']);
    expect(changes.headline).toBe('one new, four down');
    expect(changes.summary).toBe(
      'On 1 January 2026 A was first; on 1 February 2026 N is first. Of the five entries, one is new and four moved down. All of those that moved down did so only because new entries are above them.',
    );
  });

  it('that is last and new is above none', () => {
    const after = boardOf('2026-02-01', [
      ['A', 100, 5],
      ['B', 80, 5],
      ['C', 60, 5],
      ['D', 40, 5],
      ['N', 20, 5],
    ]);
    expect(of(changesBetween(after, before), 'N')[2]).toBe('not listed before');
  });

  it('goes down by ten new entries', () => {
    const entries = Array.from({ length: 10 }, (_, index): Entry => [`N${index}`, 200 + 20 * index, 5]);
    const after = boardOf('2026-02-01', [...entries, ['A', 100, 5], ['B', 80, 5], ['C', 60, 5], ['D', 40, 5]]);
    expect(of(changesBetween(after, before), 'B')).toEqual(['down', 'down 10', 'ten new entries are above it']);
  });

  it('goes down when others pass it, and those go up', () => {
    const after = boardOf('2026-02-01', [
      ['B', 100, 5],
      ['C', 80, 5],
      ['D', 60, 5],
      ['A', 40, 5],
    ]);
    const changes = changesBetween(after, before);
    expect(of(changes, 'A')).toEqual(['down', 'down 3', 'B and two others passed it']);
    expect(of(changes, 'D')).toEqual(['up', 'up 1', 'it passed A']);
    expect(changes.list.some(({ pushed }) => pushed)).toBe(false);
    expect(changes.summary).toBe(
      'On 1 January 2026 A was first; on 1 February 2026 B is first. Of the four entries, three moved up and one moved down.',
    );
  });

  it('has not moved for certain when its equals pull clear of it', () => {
    const level = boardOf('2026-01-01', [
      ['A', 100, 5],
      ['B', 99, 5],
      ['C', 98, 5],
    ]);
    const after = boardOf('2026-02-01', [
      ['A', 100, 2],
      ['B', 95, 2],
      ['C', 90, 2],
    ]);
    expect(of(changesBetween(after, level), 'C')).toEqual([
      'same',
      'no sure move',
      'A and B pulled clear of it; its interval shrank',
    ]);
  });

  it('goes up when those above it are gone, and these are reported', () => {
    const after = boardOf('2026-02-01', [
      ['B', 80, 5],
      ['C', 60, 5],
    ]);
    const changes = changesBetween(after, before);
    expect(of(changes, 'B')).toEqual(['up', 'up 1', 'one entry above it is gone']);
    expect(of(changes, 'D')).toEqual(['gone', 'gone', 'the board no longer lists it']);
    expect(changes.list.map(({ key }) => key)).toEqual(['B', 'C', 'A', 'D']);
    expect(changes.summary).toContain('Two are gone.');
  });

  it('that is gone names what remains of its model', () => {
    const old = boardOf('2026-01-01', [
      ['A 720p', 100, 5, 'a'],
      ['B', 80, 5],
    ]);
    const after = boardOf('2026-02-01', [
      ['A 1080p', 100, 5, 'a'],
      ['B', 80, 5],
    ]);
    expect(of(changesBetween(after, old), 'A 720p')[2]).toBe(
      'the board no longer lists it; of the same model it lists A 1080p',
    );
  });

  it('has not moved when its interval grew over its neighbours', () => {
    const after = boardOf('2026-02-01', [
      ['A', 100, 5],
      ['B', 80, 30],
      ['C', 60, 5],
      ['D', 40, 5],
    ]);
    expect(of(changesBetween(after, before), 'B')).toEqual([
      'same',
      'no sure move',
      'it caught up with A; its interval grew',
    ]);
  });

  it('has not moved when its interval shrank between them', () => {
    const wide = boardOf('2026-01-01', [
      ['A', 100, 5],
      ['B', 80, 30],
      ['C', 60, 5],
      ['D', 40, 5],
    ]);
    expect(of(changesBetween(before, wide), 'B')).toEqual([
      'same',
      'no sure move',
      'A pulled clear of it; its interval shrank',
    ]);
  });
});

describe('boards', () => {
  it('without intervals compare the scores that readers see', () => {
    const old = boardOf('2026-01-01', [
      ['A', 100],
      ['B', 90.4],
      ['C', 90.3],
    ]);
    const after = boardOf('2026-02-01', [
      ['B', 110],
      ['A', 100],
      ['C', 90.3],
    ]);
    expect(of(changesBetween(after, old), 'B')).toEqual(['up', 'up 1', 'it passed A; it pulled clear of C']);
    expect(of(changesBetween(after, old), 'A')).toEqual(['down', 'down 1', 'B passed it']);
  });

  it('on which less is better are recognised by their order', () => {
    const lower = (date: string, entries: [string, number][]): Board => {
      const ranks = competitionRanks(entries.map(([, score]) => -score));
      return madeBoard(
        date,
        entries.map(([name, score], index) =>
          rowOf(name, name, { score, best: ranks[index] ?? 1, worst: ranks[index] ?? 1 }),
        ),
        {},
      );
    };
    const changes = changesBetween(
      lower('2026-02-01', [
        ['B', 1],
        ['A', 2],
      ]),
      lower('2026-01-01', [
        ['A', 2],
        ['B', 3],
      ]),
    );
    expect(of(changes, 'A')).toEqual(['down', 'down 1', 'B passed it']);
  });

  it('of ranks alone compare ranks', () => {
    const changes = changesBetween(
      ranked('2026-02-01', [
        ['B', 1],
        ['A', 2],
        ['C', 2],
      ]),
      ranked('2026-01-01', [
        ['A', 1],
        ['B', 1],
        ['C', 3],
      ]),
    );
    expect(of(changes, 'A')).toEqual(['down', 'down 1', 'B pulled clear of it; C caught up with it']);
    expect(of(changes, 'C')).toEqual(['up', 'up 1', 'it caught up with A']);
    expect(changes.summary).toBe(
      'On 1 January 2026 A and B shared the first place; on 1 February 2026 B is first. Of the three entries, one moved up, one moved down and one did not move for certain.',
    );
  });

  it('whose ranks come from another rule compare the ranges of ranks', () => {
    // The paired test distinguishes B and C although their intervals overlap.
    const paired = (date: string, best: number): Board => {
      const board = boardOf(date, [
        ['A', 100, 5],
        ['B', 80, 12],
        ['C', 70, 12],
      ]);
      return {
        ...board,
        rows: board.rows.map((row) =>
          row.key === 'A'
            ? row
            : { ...row, best: row.key === 'B' ? best : 5 - best, worst: row.key === 'B' ? best : 5 - best },
        ),
      };
    };
    expect(of(changesBetween(paired('2026-02-01', 3), paired('2026-01-01', 2)), 'B')).toEqual([
      'down',
      'down 1',
      'C passed it',
    ]);
  });

  it('that did not change say so', () => {
    const changes = changesBetween({ ...before, date: toDay('2026-02-01') }, before);
    expect(changes.headline).toBe('nothing moved for certain');
    expect(changes.summary).toBe('In both editions A is first. None of the four entries moved for certain.');
  });

  it('made in another way are no longer comparable, but still report what is new and gone', () => {
    const after = boardOf('2026-02-01', [
      ['B', 100, 5],
      ['A', 80, 5],
      ['N', 60, 5],
    ]);
    const changes = changesBetween(after, before, 'method');
    expect(of(changes, 'A')).toEqual(['apart', 'no longer comparable', 'the two editions were made in different ways']);
    expect(changes.list.map(({ kind }) => kind)).toEqual(['apart', 'apart', 'new', 'gone', 'gone']);
    expect(changes.headline).toBe('no longer comparable, one new, two gone');
    expect(changes.summary).toBe(
      'The two editions were made in different ways, so their ranks are no longer comparable. Of the three entries, one is new. Two are gone.',
    );
  });

  it('of which only a part is known are not comparable either, and say so', () => {
    const changes = changesBetween({ ...before, date: toDay('2026-02-01') }, before, 'part');
    expect(of(changes, 'A')[2]).toBe('only some entries of the two editions are known');
    expect(changes.summary).toMatch(/^Only some entries of the two editions are known, so their ranks/u);
  });
});
