import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Ratings } from '#domain/ranking/ratings/ratings';
import { rate } from './rate.ts';
import { isWinner, RatingError, type Vote, type Winner } from '#domain/ranking/ratings/votes';

/** Rows of a fixture without quoted fields, by column. */
function readRows(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(new URL(`../../fixtures/votes/${name}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [columns[index] ?? '', value])));
}

function readVotes(name: string): Vote[] {
  return readRows(name).map(({ left = '', right = '', winner = '' }) => {
    if (!isWinner(winner)) throw new Error(`The fixture has the winner ${winner}.`);
    return { left, right, winner };
  });
}

/** Votes from counts such as `{ 'A>B': 3, 'A=B': 1 }`. */
function votesFrom(counts: Record<string, number>): Vote[] {
  return Object.entries(counts).flatMap(([pair, count]) => {
    const [left = '', sign = '', right = ''] = pair.split(/([<>=])/u);
    const winner: Winner = sign === '=' ? 'tie' : sign === '>' ? 'left' : 'right';
    return Array.from({ length: count }, () => ({ left, right, winner }));
  });
}

const wikipedia = readRows('wikipedia_bt_counts').flatMap(({ a = '', b = '', wins_a, wins_b }) =>
  votesFrom({ [`${a}>${b}`]: Number(wins_a), [`${a}<${b}`]: Number(wins_b) }),
);
const simple = readVotes('evalica_simple');
const food = readVotes('evalica_food');
const llmfao = readVotes('llmfao_gpt4_votes');

/** Ratings as strengths: 400 points are a factor of ten. */
const strengthsOf = ({ models }: Ratings): Map<string, number> =>
  new Map(models.map(({ model, rating }) => [model, 10 ** ((rating - 1000) / 400)]));

function withSumOne(strengths: ReadonlyMap<string, number>): Map<string, number> {
  const sum = [...strengths.values()].reduce((total, value) => total + value, 0);
  return new Map([...strengths].map(([model, value]) => [model, value / sum]));
}

/**
 * Strengths by Zermelo's iteration, slow and simple: `s_i = W_i / Σ_j n_ij / (s_i + s_j)`, geometric mean 1.
 * It shares no line with the tested code.
 * @param weights how often each vote counts
 * @see https://doi.org/10.1214/aos/1079120141
 */
function zermelo(votes: readonly Vote[], weights: readonly number[] = []): Map<string, number> {
  const names = [...new Set(votes.flatMap(({ left, right }) => [left, right]))];
  const index = new Map(names.map((name, place) => [name, place]));
  const wins = names.map(() => 0);
  const met = names.map(() => names.map(() => 0));
  votes.forEach(({ left, right, winner }, vote) => {
    const weight = weights[vote] ?? 1;
    const [a, b] = [index.get(left) ?? -1, index.get(right) ?? -1];
    for (const [one, other, side] of [
      [a, b, 'left'],
      [b, a, 'right'],
    ] as const) {
      wins[one] = (wins[one] ?? 0) + (winner === side ? weight : winner === 'tie' ? weight / 2 : 0);
      const row = met[one] ?? [];
      row[other] = (row[other] ?? 0) + weight;
    }
  });
  let strengths = names.map(() => 1);
  for (let change = 1, round = 0; change > 1e-13 && round < 1_000_000; round += 1) {
    const raw = strengths.map(
      (own, i) =>
        (wins[i] ?? 0) /
        (met[i] ?? []).reduce((sum, count, j) => sum + (count === 0 ? 0 : count / (own + (strengths[j] ?? 0))), 0),
    );
    const mean = Math.exp(raw.reduce((sum, value) => sum + Math.log(value), 0) / raw.length);
    const next = raw.map((value) => value / mean);
    change = Math.max(...next.map((value, i) => Math.abs(value / (strengths[i] ?? 1) - 1)));
    strengths = next;
  }
  return new Map(names.map((name, place) => [name, strengths[place] ?? Number.NaN]));
}

/** The same numbers from 0 to 1 in every run (linear congruential generator of Numerical Recipes). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = randomNumbers(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const otherSide: Record<Winner, Winner> = { left: 'right', right: 'left', tie: 'tie' };
const swapSides = ({ left, right, winner }: Vote): Vote => ({ left: right, right: left, winner: otherSide[winner] });
const copies = (votes: readonly Vote[], count: number): Vote[] => Array.from({ length: count }, () => votes).flat();
const halfWidths = ({ models }: Ratings): number[] => models.map(({ lower, upper }) => (upper - lower) / 2);

function expectClose(received: Iterable<number>, expected: Iterable<number>, tolerance = 1e-9): void {
  const [actual, wanted] = [[...received], [...expected]];
  expect(actual).toHaveLength(wanted.length);
  actual.forEach((value, index) =>
    expect(
      Math.abs(value - (wanted[index] ?? Number.NaN)),
      `value ${index}: ${value}, not ${wanted[index]}`,
    ).toBeLessThan(tolerance),
  );
}

describe('known ratings', () => {
  test.each(['evalica_simple', 'evalica_food'])('%s: strengths with the sum 1, to 1e-9', (name) => {
    const golden = readRows(`${name}_golden`).filter(({ algorithm }) => algorithm === 'bradley_terry');
    const strengths = withSumOne(strengthsOf(rate(readVotes(name))));
    expect([...strengths.keys()]).toEqual(golden.map(({ item }) => item));
    expectClose(
      strengths.values(),
      golden.map(({ score }) => Number(score)),
    );
  });

  test('the worked example of Wikipedia: strengths with the geometric mean 1', () => {
    const strengths = strengthsOf(rate(wikipedia));
    expect(['A', 'B', 'C', 'D'].map((model) => strengths.get(model)?.toFixed(3))).toEqual([
      '0.640',
      '1.043',
      '0.660',
      '2.270',
    ]);
  });

  test('LLMFAO: the published order and votes, and scores within 12 points of a solver that was stopped early', () => {
    const published = readRows('llmfao_gpt4_published_scores');
    const ratings = rate(llmfao);
    const strengths = withSumOne(strengthsOf(ratings));
    expect(ratings.models.map(({ model, votes }) => `${model}: ${votes}`)).toEqual(
      published.map(({ model, comparisons }) => `${model}: ${comparisons}`),
    );
    for (const { model = '', bt_score_sum_to_one } of published) {
      const points = 400 * Math.log10((strengths.get(model) ?? Number.NaN) / Number(bt_score_sum_to_one));
      expect(Math.abs(points), model).toBeLessThan(12);
    }
  });

  test('two models: the odds are the wins, and the variance of their difference is 1 / n p q', () => {
    const ratings = rate(votesFrom({ 'A>B': 30, 'A<B': 10 }));
    const [half, scale] = [200 * Math.log10(3), 400 / Math.LN10];
    expectClose(
      ratings.models.map(({ rating }) => rating),
      [1000 + half, 1000 - half],
    );
    const variance = scale ** 2 / (40 * 0.75 * 0.25);
    expectClose(
      ratings.covariance.flat(),
      [variance, -variance, -variance, variance].map((value) => value / 4),
    );
    expectClose(halfWidths(ratings), [1.96 * Math.sqrt(variance / 4), 1.96 * Math.sqrt(variance / 4)]);
  });
});

describe('against a slow solver of its own', () => {
  test.each([
    ['the worked example', wikipedia],
    ['simple', simple],
    ['food', food],
    ['LLMFAO', llmfao],
  ])('%s: to 1e-9', (_, votes) => {
    const slow = zermelo(votes);
    const ratings = rate(votes);
    expectClose(
      ratings.models.map(({ rating }) => rating),
      ratings.models.map(({ model }) => 1000 + 400 * Math.log10(slow.get(model) ?? Number.NaN)),
    );
  });

  test('the ratings have the mean 1000', () => {
    const { models } = rate(llmfao);
    expectClose([models.reduce((sum, { rating }) => sum + rating, 0) / models.length], [1000]);
  });

  // The sandwich is the sum over votes of the squared effect that a little more weight of the vote has.
  test.each([
    ['the worked example', wikipedia],
    ['simple', simple],
    ['food', food],
  ])('%s: the covariance is that of the infinitesimal jackknife', (_, votes) => {
    const { models, covariance } = rate(votes);
    const little = 1e-4;
    const pointsWith = (vote: number, weight: number): number[] => {
      const strengths = zermelo(
        votes,
        votes.map((__, index) => (index === vote ? weight : 1)),
      );
      return models.map(({ model }) => 400 * Math.log10(strengths.get(model) ?? Number.NaN));
    };
    const effects = votes.map((__, vote) => {
      const [more, less] = [pointsWith(vote, 1 + little), pointsWith(vote, 1 - little)];
      return more.map((points, index) => (points - (less[index] ?? 0)) / (2 * little));
    });
    models.forEach((__, i) =>
      models.forEach((___, j) => {
        const expected = effects.reduce((sum, effect) => sum + (effect[i] ?? 0) * (effect[j] ?? 0), 0);
        expect(Math.abs((covariance[i]?.[j] ?? Number.NaN) / expected - 1)).toBeLessThan(1e-4);
      }),
    );
  });
});

describe('properties', () => {
  const sets = [
    ['the worked example', wikipedia],
    ['simple', simple],
    ['food', food],
    ['LLMFAO', llmfao],
  ] as const;

  test.each(sets)('%s: the order of votes, and so of names, changes no bit', (_, votes) => {
    const expected = JSON.stringify(rate(votes));
    for (const seed of [1, 2, 3]) expect(JSON.stringify(rate(shuffled(votes, seed)))).toBe(expected);
  });

  test.each(sets)('%s: swapping sides changes no bit', (_, votes) => {
    const expected = JSON.stringify(rate(votes));
    expect(JSON.stringify(rate(votes.map(swapSides)))).toBe(expected);
    expect(JSON.stringify(rate(votes.map((vote, index) => (index % 3 === 0 ? swapSides(vote) : vote))))).toBe(expected);
  });

  test.each(sets)('%s: other names give the same ratings', (_, votes) => {
    const names = [...new Set(votes.flatMap(({ left, right }) => [left, right]))];
    const renamed = new Map(shuffled(names, 7).map((name, index) => [name, `model ${index}`]));
    const rename = (name: string): string => renamed.get(name) ?? '';
    const original = rate(votes);
    const ratings = new Map(
      rate(votes.map(({ left, right, winner }) => ({ left: rename(left), right: rename(right), winner }))).models.map(
        (entry) => [entry.model, entry],
      ),
    );
    for (const entry of original.models) {
      const other = ratings.get(rename(entry.model));
      expectClose(
        [other?.rating ?? 0, other?.lower ?? 0, other?.upper ?? 0, other?.votes ?? 0],
        [entry.rating, entry.lower, entry.upper, entry.votes],
      );
    }
  });

  test.each(sets)('%s: k copies of all votes leave ratings and divide intervals by the root of k', (_, votes) => {
    const once = rate(votes);
    for (const count of [2, 9, 25]) {
      const often = rate(copies(votes, count));
      expect(often.models.map(({ model, votes: was }) => [model, was])).toEqual(
        once.models.map(({ model, votes: was }) => [model, was * count]),
      );
      expectClose(
        often.models.map(({ rating }) => rating),
        once.models.map(({ rating }) => rating),
      );
      expectClose(
        halfWidths(often),
        halfWidths(once).map((width) => width / Math.sqrt(count)),
      );
    }
  });

  test.each(sets)('%s: an anchor only shifts', (_, votes) => {
    const free = rate(votes);
    const model = free.models[2]?.model ?? '';
    const anchored = rate(votes, { model, rating: 1234.5 });
    const shift = 1234.5 - (free.models[2]?.rating ?? 0);
    expect(anchored.models[2]?.rating).toBeCloseTo(1234.5, 9);
    for (const field of ['rating', 'lower', 'upper'] as const)
      expectClose(
        anchored.models.map((entry) => entry[field]),
        free.models.map((entry) => entry[field] + shift),
      );
    expect(anchored.covariance).toEqual(free.covariance);
  });

  test('votes given are left as they are', () => {
    const votes = simple.map((vote) => Object.freeze({ ...vote }));
    expect(() => rate(Object.freeze(votes) as Vote[])).not.toThrow();
  });
});

describe('extremes', () => {
  test('nothing but ties: all equal, without any doubt', () => {
    const ratings = rate(votesFrom({ 'A=B': 3, 'B=C': 1 }));
    expect(ratings.models).toEqual(
      ['A', 'B', 'C'].map((model, index) => ({
        model,
        rating: 1000,
        lower: 1000,
        upper: 1000,
        votes: [3, 4, 1][index],
      })),
    );
  });

  test('one loss in a million', () => {
    const [winner] = rate(votesFrom({ 'A>B': 999_999, 'A<B': 1 })).models;
    expect(winner?.rating).toBeCloseTo(1000 + 200 * Math.log10(999_999), 8);
  });

  test('a chain of 200 models, each fifty to one against the next', () => {
    const votes = Array.from({ length: 199 }, (_, index) =>
      votesFrom({ [`m${index}>m${index + 1}`]: 50, [`m${index}<m${index + 1}`]: 1 }),
    ).flat();
    const { models } = rate(votes);
    expect((models[0]?.rating ?? 0) - (models[199]?.rating ?? 0)).toBeCloseTo(199 * 400 * Math.log10(50), 6);
  });

  test('names that mean something to JavaScript', () => {
    const votes = votesFrom({ '__proto__>constructor': 2, '__proto__<constructor': 1 });
    expect(rate(votes).models.map(({ model }) => model)).toEqual(['__proto__', 'constructor']);
  });

  test('59 models and some thousand votes take well under a second', () => {
    const start = performance.now();
    rate(copies(llmfao, 5));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('errors', () => {
  const odd = (vote: Record<'left' | 'right' | 'winner', string> & { line?: number }): Vote => vote as Vote;

  test.each<[string, readonly Vote[], string]>([
    [
      'no votes',
      [],
      'Ratings need at least two models, and there are no votes. Give votes between two or more models.',
    ],
    [
      'an unknown winner',
      [...simple, odd({ left: 'A', right: 'B', winner: 'lfet', line: 18 })],
      'Line 18: The winner `lfet` is unknown. Write left, right or tie.',
    ],
    [
      'an unknown winner without a line',
      [odd({ left: 'A', right: 'B', winner: '' })],
      'The winner `` is unknown. Write left, right or tie.',
    ],
    [
      'a model against itself',
      [odd({ left: 'A', right: 'A', winner: 'tie', line: 2 })],
      'Line 2: The model `A` is voted against itself. Name two different models.',
    ],
    [
      'only wins and only losses',
      votesFrom({ 'A>B': 3 }),
      '`A` has only wins, and `B` has only losses: no finite rating fits. Add votes with another outcome, or leave these models out.',
    ],
    [
      'only wins',
      votesFrom({ 'A>B': 3, 'A>C': 1, 'B>C': 1, 'C>B': 1 }),
      '`A` has only wins: no finite rating fits. Add votes with another outcome, or leave these models out.',
    ],
    [
      'only losses, twice',
      votesFrom({ 'A>B': 3, 'A<B': 1, 'A>C': 1, 'B>D': 1 }),
      '`C` and `D` have only losses: no finite rating fits. Add votes with another outcome, or leave these models out.',
    ],
    [
      'two pieces',
      votesFrom({ 'A=B': 1, 'C=D': 1 }),
      'The votes fall into two separate groups, with no vote between them: one has `A`, another `C`. Add votes between the groups, or rate each group alone.',
    ],
    [
      'three pieces',
      votesFrom({ 'E=A': 1, 'F=B': 1, 'C>D': 1 }),
      'The votes fall into three separate groups, with no vote between them: one has `A`, another `B`, another `C`. Add votes between the groups, or rate each group alone.',
    ],
    [
      'a group that never won',
      votesFrom({ 'A=B': 5, 'C=D': 5, 'D>A': 1, 'C>B': 2 }),
      'The group of two models around `A` has never won or tied a vote against the models outside it, such as `C`: no finite ratings fit. Add votes with another outcome between the two, or rate each group alone.',
    ],
    [
      'a group that never lost',
      votesFrom({ 'A=B': 5, 'C=D': 5, 'D<A': 1, 'C<B': 2 }),
      'The group of two models around `A` has never lost or tied a vote against the models outside it, such as `C`: no finite ratings fit. Add votes with another outcome between the two, or rate each group alone.',
    ],
  ])('%s', (_, votes, message) => {
    expect(() => rate(votes)).toThrow(RatingError);
    expect(() => rate(votes)).toThrow(expect.objectContaining({ message }));
  });

  test.each([
    [
      'is unknown',
      { model: 'Pizzza', rating: 1000 },
      'The anchor `Pizzza` is not among the models of the votes. Did you mean `Pizza`?',
    ],
    [
      'is like no other',
      { model: 'Broccoli', rating: 1000 },
      'The anchor `Broccoli` is not among the models of the votes. Name a model that has votes.',
    ],
    [
      'has no number',
      { model: 'Pizza', rating: Number.NaN },
      'The rating of the anchor `Pizza` is not a number. Write the rating in points, for example 1000.',
    ],
  ])('an anchor that %s', (_, anchor, message) => {
    expect(() => rate(food, anchor)).toThrow(expect.objectContaining({ name: 'RatingError', message }));
  });
});
