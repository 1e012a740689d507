import { describe, expect, test } from 'vitest';
import {
  consensus,
  decodeVerdicts,
  encodeVerdicts,
  placeByVoices,
  voicesOf,
  type Evidence,
} from '#domain/ranking/consensus/consensus';
import { inferConsensus } from '#domain/ranking/inference/consensus-inference';

/** Scores with half intervals, by model. */
const board = (publisher: string, scores: Record<string, [score: number, half?: number]>): Evidence => ({
  publisher,
  date: '2026-01-01',
  scores: new Map(
    Object.entries(scores).map(([model, [score, half]]) => [
      model,
      half === undefined ? { score } : { score, lower: score - half, upper: score + half },
    ]),
  ),
});
const simulation = { seed: 1, draws: 400 };

describe('the places of a consensus', () => {
  test('are certain where all publishers agree and have no errors', () => {
    const evidence = [board('X', { a: [3], b: [2], c: [1] }), board('Y', { a: [30], b: [20], c: [10] })];
    expect(inferConsensus(evidence, simulation).chances).toEqual([
      { model: 'a', best: 1, worst: 1, first: 1 },
      { model: 'b', best: 2, worst: 2, first: 0 },
      { model: 'c', best: 3, worst: 3, first: 0 },
    ]);
  });

  test('are open where publishers contradict each other', () => {
    const evidence = [board('X', { a: [3], b: [2] }), board('Y', { a: [20], b: [30] })];
    const { chances, without } = inferConsensus(evidence, simulation);
    expect(chances.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(without).toEqual([
      {
        publisher: 'X',
        ranks: new Map([
          ['b', 1],
          ['a', 2],
        ]),
      },
      {
        publisher: 'Y',
        ranks: new Map([
          ['a', 1],
          ['b', 2],
        ]),
      },
    ]);
  });

  test('have a chance to be first that comes from the errors', () => {
    // One publisher decides the pair, and the other one hardly ever distinguishes them.
    const evidence = [board('X', { a: [1, 1], b: [0, 1] }), board('Y', { a: [5, 100], b: [5, 100] })];
    const { chances } = inferConsensus(evidence, { seed: 1, draws: 4000 });
    // Y puts one ahead when the draws are more than 200 apart, which is 2.77 errors: 0.28% each way. X puts b ahead at 4.16
    // errors, and a at 1.39 errors, which is 8.3%.
    const firstOf = (name: string): number => chances.find(({ model }) => model === name)?.first ?? 0;
    expect(Math.abs(firstOf('a') - (1 - 0.0028))).toBeLessThan(0.003);
    expect(Math.abs(firstOf('b') - (1 - 0.083 - 0.0026))).toBeLessThan(0.013);
  });

  test('leave a model out where the others hardly compare it', () => {
    const evidence = [
      board('X', { a: [5], b: [4], c: [3], d: [2], e: [1] }),
      board('Y', { a: [5], b: [4], c: [3], d: [2], e: [1] }),
      board('Z', { a: [2], z: [1] }),
      board('W', { a: [2], z: [1], b: [0], c: [0], d: [0], e: [0] }),
    ];
    const { without } = inferConsensus(evidence, simulation);
    const withoutW = without.find(({ publisher }) => publisher === 'W');
    // Only Z, which knows no more than a, compares z then.
    expect(withoutW?.ranks.has('z')).toBe(false);
    expect(withoutW?.ranks.get('a')).toBe(1);
  });

  test('never leave out the place itself', () => {
    const evidence = [board('X', { a: [3, 5], b: [2, 5], c: [1, 5] }), board('Y', { a: [3, 5], b: [2, 5], c: [1, 5] })];
    const { placed } = consensus(evidence);
    for (const { model, best, worst } of inferConsensus(evidence, simulation).chances) {
      const rank = placed.find((entry) => entry.model === model)?.rank ?? 0;
      expect(rank).toBeGreaterThanOrEqual(best);
      expect(rank).toBeLessThanOrEqual(worst);
    }
  });
});

describe('voices', () => {
  const evidence = [board('X', { a: [3], b: [2] }), board('Y', { b: [9, 1], c: [8.5, 1] })];
  const models = ['a', 'b', 'c'];
  const voices = voicesOf(evidence, models);

  test('survive as text', () => {
    expect(encodeVerdicts(voices[0]?.verdicts ?? [])).toEqual(['0+.', '-0.', '...']);
    for (const { verdicts } of voices) expect(decodeVerdicts(encodeVerdicts(verdicts))).toEqual(verdicts);
  });

  test('place by their weights', () => {
    const torn = voicesOf([board('X', { a: [2], b: [1] }), board('Y', { a: [1], b: [2] })], ['a', 'b']);
    const first = (weights?: number[]): (string | number)[][] =>
      placeByVoices(['a', 'b'], torn, weights).map(({ model, rank }) => [model, rank]);
    expect(first()).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(first([2, 1])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(first([0, 1])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(placeByVoices(['a', 'b'], torn, [0, 0]).every(({ compared }) => compared === 0)).toBe(true);
  });
});
