import { describe, expect, test } from 'vitest';
import { rankText } from '#domain/ranking/board/leaderboard';
import { competitionRanks, findWrongRank, rangesOfEntries, towardsHigher } from '#domain/ranking/board/ranks';

describe('competitionRanks', () => {
  test.each<[string, number[], number[]]>([
    ['nothing', [], []],
    ['one value', [7], [1]],
    ['equal values share the better place, and the next places are left out', [30, 30, 20, 10, 10], [1, 1, 3, 4, 4]],
    ['all equal', [5, 5, 5], [1, 1, 1]],
    ['the order given is kept', [10, 30, 20], [3, 1, 2]],
    ['negative values', [-1, -3, -1], [1, 3, 1]],
  ])('%s', (_, values, ranks) => {
    expect(competitionRanks(values)).toEqual(ranks);
  });

  test('leaves the given list as it is', () => {
    const values = [1, 3, 2];
    competitionRanks(values);
    expect(values).toEqual([1, 3, 2]);
  });
});

describe('findWrongRank', () => {
  test.each([[[]], [[1]], [[1, 2, 3]], [[1, 1, 3, 4, 4]], [[1, 1, 1, 4]], [[1, 2, 2, 4]]])(
    '%j is right',
    (ranks: number[]) => {
      expect(findWrongRank(ranks)).toBeUndefined();
    },
  );

  test.each([
    [[1, 1, 2], 2, [1, 3]],
    [[2], 0, [1]],
    [[0], 0, [1]],
    [[1, 3], 1, [1, 2]],
    [[1, 2, 1], 2, [2, 3]],
    [[1, 2, 2, 3], 3, [2, 4]],
    [[1, 1.5], 1, [1, 2]],
  ])('%j is wrong at index %i, where %j would be right', (ranks: number[], index: number, right: number[]) => {
    expect(findWrongRank(ranks)).toEqual({ index, right });
  });
});

test('scores that look equal are equal', () => {
  const ranksOf = (decimals: number): string[] =>
    rangesOfEntries(
      [83.274, 83.271, 80].map((score) => ({ listed: String(score), score })),
      [],
      true,
      decimals,
    ).map(rankText);
  expect(ranksOf(2)).toEqual(['1', '1', '3']);
  expect(ranksOf(3)).toEqual(['1', '2', '3']);
});

test('a score is turned with its interval', () => {
  expect(towardsHigher({ score: 5, lower: 4, upper: 8 }, true)).toEqual({ score: 5, lower: 4, upper: 8 });
  expect(towardsHigher({ score: 5, lower: 4, upper: 8 }, false)).toEqual({ score: -5, lower: -8, upper: -4 });
  expect(towardsHigher({ score: 5 }, false)).toEqual({ score: -5, lower: undefined, upper: undefined });
});

test('what is inferred of an entry counts before its score', () => {
  const entries = [
    { listed: 'a', score: 1 },
    { listed: 'b', score: 2 },
  ];
  expect(rangesOfEntries(entries, [{ listed: 'a', best: 1, worst: 2, first: 0.3 }], true, 0)).toEqual([
    { best: 1, worst: 2, first: 0.3 },
    { best: 1, worst: 1 },
  ]);
  expect(rangesOfEntries(entries, [], false, 0).map(rankText)).toEqual(['1', '2']);
});
