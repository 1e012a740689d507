import { describe, expect, test } from 'vitest';
import { bracketsOf, groupSentence } from '#domain/ranking/inference/groups';
import type { BoardRow } from '#domain/ranking/board/leaderboard';

const row = (name: string, best: number, worst: number): BoardRow => ({
  key: name,
  name,
  modelId: name,
  model: { label: name, path: `/models/${name}/` },
  best,
  worst,
  shared: false,
  provisional: false,
  imageToVideo: false,
});

describe('brackets', () => {
  test('of groups that overlap are in different lanes', () => {
    expect(
      bracketsOf(
        [
          [0, 1],
          [1, 2],
          [3, 3],
        ],
        4,
      ),
    ).toEqual([
      [{ lane: 0, starts: true, ends: false }],
      [
        { lane: 0, starts: false, ends: true },
        { lane: 1, starts: true, ends: false },
      ],
      [{ lane: 1, starts: false, ends: true }],
      [],
    ]);
  });

  test('take the first free lane again', () => {
    const pieces = bracketsOf(
      [
        [0, 1],
        [2, 3],
      ],
      4,
    );
    expect(pieces.flat().map(({ lane }) => lane)).toEqual([0, 0, 0, 0]);
  });

  test('are left out where there is no lane left', () => {
    const groups = [0, 1, 2, 3].map((first) => [first, first + 4] as const);
    expect(
      new Set(
        bracketsOf(groups, 8)
          .flat()
          .map(({ lane }) => lane),
      ),
    ).toEqual(new Set([0, 1, 2]));
    expect(bracketsOf(groups, 8)[7]).toEqual([]);
  });
});

describe('a group in a sentence', () => {
  const rows = [row('A', 1, 2), row('B', 1, 3), row('C', 2, 5), row('D', 3, 5), row('E', 3, 6), row('F', 6, 6)];

  test.each([
    [[0, 1], 'A and B: places 1 to 3. None of the two is ahead of another.'],
    [[1, 4], 'B, C, D and E: places 1 to 6. None of the four is ahead of another.'],
    [[0, 4], 'A, B, C and two others: places 1 to 6. None of the five is ahead of another.'],
    [[5, 5], 'F is apart from its neighbours, in place 6.'],
  ] as const)('%j', (group, sentence) => {
    expect(groupSentence(group, rows)).toBe(sentence);
  });
});
