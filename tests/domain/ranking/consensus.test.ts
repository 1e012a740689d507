import { consensus, type Evidence } from '#domain/ranking/consensus/consensus';
import { describe, expect, it } from 'vitest';

type Row = [model: string, score: number, half?: number];

const board = (publisher: string, date: string, ...rows: Row[]): Evidence => ({
  publisher,
  date,
  scores: new Map(
    rows.map(([model, score, half]) => [
      model,
      {
        score,
        lower: half === undefined ? undefined : score - half,
        upper: half === undefined ? undefined : score + half,
      },
    ]),
  ),
});

const ranks = (evidence: Evidence[]): Record<string, number> =>
  Object.fromEntries(consensus(evidence).placed.map(({ model, rank }) => [model, rank]));

describe('consensus', () => {
  it('puts A ahead of B when more publishers put it decisively ahead', () => {
    expect(
      ranks([
        board('X', '2026-01-01', ['a', 30, 1], ['b', 20, 1]),
        board('Y', '2026-01-01', ['a', 30, 1], ['b', 20, 1]),
        board('Z', '2026-01-01', ['b', 30, 1], ['a', 20, 1]),
      ]),
    ).toEqual({ a: 1, b: 2 });
  });

  it('ties models whose intervals overlap everywhere', () => {
    expect(
      ranks([
        board('X', '2026-01-01', ['a', 30, 10], ['b', 20, 10]),
        board('Y', '2026-01-01', ['a', 21, 5], ['b', 20, 5]),
      ]),
    ).toEqual({ a: 1, b: 1 });
  });

  it('ties models when two publishers disagree', () => {
    expect(
      ranks([board('X', '2026-01-01', ['a', 30], ['b', 20]), board('Y', '2026-01-01', ['b', 30], ['a', 20])]),
    ).toEqual({ a: 1, b: 1 });
  });

  it('lets scores decide where one of two has no interval', () => {
    expect(
      ranks([board('X', '2026-01-01', ['a', 21, 5], ['b', 20]), board('Y', '2026-01-01', ['a', 20, 5], ['b', 20, 5])]),
    ).toEqual({ a: 1, b: 2 });
  });

  it('gives a publisher one voice: its newest edition that lists both', () => {
    const old = board('X', '2026-01-01', ['b', 90, 1], ['a', 10, 1]);
    const fresh = board('X', '2026-02-01', ['a', 30, 1], ['b', 20, 1]);
    const other = board('Y', '2026-01-01', ['a', 20, 5], ['b', 20, 5]);
    expect(ranks([old, fresh, other])).toEqual({ a: 1, b: 2 });
    const partial = board('X', '2026-03-01', ['b', 99, 1]);
    expect(ranks([old, fresh, other, partial])).toEqual({ a: 1, b: 2 });
  });

  it('lists models known to one publisher apart', () => {
    const { placed, notPlaced } = consensus([
      board('X', '2026-01-01', ['a', 3], ['c', 2]),
      board('Y', '2026-01-01', ['a', 3], ['b', 2]),
      board('Y', '2026-02-01', ['b', 2]),
    ]);
    expect(placed.map(({ model }) => model)).toEqual(['a']);
    expect(notPlaced).toEqual(['b', 'c']);
  });

  it('does not reward being comparable with more models', () => {
    // a beats b wherever they meet; b also beats many old models that a never met.
    const old: Row[] = ['o1', 'o2', 'o3', 'o4'].map((model, index): Row => [model, 10 - index]);
    const evidence = [
      board('X', '2026-02-01', ['a', 30, 1], ['b', 20, 1]),
      board('Y', '2026-01-01', ['a', 30, 1], ['b', 20, 1]),
      board('X', '2026-01-01', ['b', 20], ...old),
      board('Z', '2026-01-01', ...old),
    ];
    expect(ranks(evidence)['a']).toBe(1);
    expect(ranks(evidence)['b']).toBe(2);
  });

  it('shows the part of every publisher in every place', () => {
    const { placed } = consensus([
      board('X', '2026-01-01', ['a', 30], ['b', 20], ['c', 10]),
      board('Y', '2026-01-01', ['b', 30], ['a', 20], ['c', 10]),
    ]);
    expect(placed.find(({ model }) => model === 'a')).toEqual({
      model: 'a',
      rank: 1,
      ahead: 1,
      behind: 0,
      compared: 2,
      parts: [
        { publisher: 'X', ahead: 2, behind: 0 },
        { publisher: 'Y', ahead: 1, behind: 1 },
      ],
    });
  });

  it('does not depend on the order of the evidence', () => {
    const evidence = [
      board('X', '2026-01-01', ['a', 30], ['b', 20]),
      board('Y', '2026-02-01', ['a', 20, 3], ['b', 19, 3]),
      board('X', '2026-03-01', ['a', 1], ['b', 2]),
    ];
    const sorted = (result: ReturnType<typeof consensus>) =>
      result.placed.map(({ parts, ...entry }) => ({
        ...entry,
        parts: [...parts].sort((a, b) => (a.publisher < b.publisher ? -1 : 1)),
      }));
    expect(sorted(consensus([...evidence].reverse()))).toEqual(sorted(consensus(evidence)));
  });
});
