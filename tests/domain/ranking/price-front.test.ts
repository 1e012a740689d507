import { expect, test } from 'vitest';
import { priceFront } from '#domain/ranking/consensus/price-front';

const entry = (name: string, score: number | undefined, price: number | undefined) => ({ name, score, price });

test.each([
  ['nothing', [], ''],
  ['without price or score', [entry('a', 5, undefined), entry('b', undefined, 1)], ''],
  ['the cheapest and all that are better for more', [entry('a', 3, 3), entry('b', 1, 1), entry('c', 2, 2)], 'b c a'],
  ['not what is worse for more', [entry('a', 3, 1), entry('b', 2, 2)], 'a'],
  ['not what is worse for as much', [entry('a', 3, 1), entry('b', 2, 1)], 'a'],
  ['not what is as good for more', [entry('a', 3, 1), entry('b', 3, 2)], 'a'],
  ['both of two that are equal', [entry('a', 3, 1), entry('b', 3, 1)], 'a b'],
])('%s', (_, entries, front) => {
  expect(
    priceFront(entries)
      .map(({ name }) => name)
      .join(' '),
  ).toBe(front);
});

test('where less is better', () => {
  expect(priceFront([entry('a', 3, 1), entry('b', 2, 2), entry('c', 4, 3)], false).map(({ name }) => name)).toEqual([
    'a',
    'b',
  ]);
});
