import { expect, test } from 'vitest';
import { paginate } from '#domain/stories/pagination';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

test.each([
  [0, [0]],
  [1, [1]],
  [19, [19]],
  [20, [20]],
  [21, [20, 1]],
  [40, [20, 20]],
  [41, [20, 20, 1]],
])('%i items, 20 on a page, are pages of %j', (count: number, sizes: number[]) => {
  const pages = paginate(numbers(count), 20);
  expect(pages.map(({ items }) => items.length)).toEqual(sizes);
  expect(pages.map(({ number }) => number)).toEqual(sizes.map((_, index) => index + 1));
  expect(pages.every(({ last }) => last === sizes.length)).toBe(true);
});

test('10,000 items are on 500 pages, each once and in order', () => {
  const pages = paginate(numbers(10_000), 20);
  expect(pages).toHaveLength(500);
  expect(pages.flatMap(({ items }) => items)).toEqual(numbers(10_000));
});
