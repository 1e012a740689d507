import { describe, expect, test } from 'vitest';
import { digestOfAll } from '#queries/keys';

describe('a digest', () => {
  const card = { title: 'One', authors: [{ label: 'Ann' }], hero: undefined as object | undefined };

  test('is the same for equal things, whichever objects they are', () => {
    expect(digestOfAll([{ ...card }, 3, 'x', undefined, null])).toBe(
      digestOfAll([structuredClone(card), 3, 'x', undefined, null]),
    );
  });

  test.each<[string, unknown[], unknown[]]>([
    ['a word', [{ ...card }], [{ ...card, title: 'Two' }]],
    ['something deep inside', [{ ...card }], [{ ...card, authors: [{ label: 'Bob' }] }]],
    ['the order', ['a', 'b'], ['b', 'a']],
    ['where one thing ends', ['a b'], ['a', 'b']],
    ['what is there', [undefined], [null]],
    ['a number and its text', [1], ['1']],
    [
      'an item of a list',
      [{ number: 1, items: [{ title: 'a' }, { title: 'b' }] }],
      [{ number: 1, items: [{ title: 'a' }, { title: 'c' }] }],
    ],
    ['the page of a list', [{ number: 1, items: [{ title: 'a' }] }], [{ number: 2, items: [{ title: 'a' }] }]],
    ['an entry of a map', [{ ranks: new Map([['a', 1]]) }], [{ ranks: new Map([['a', 2]]) }]],
    ['a member of a set', [{ tags: new Set(['a']) }], [{ tags: new Set(['b']) }]],
  ])('differs by %s', (_name, one, other) => {
    expect(digestOfAll(one)).not.toBe(digestOfAll(other));
  });

  test('cannot be made of a function', () => {
    expect(() => digestOfAll([{ keep: () => true }])).toThrow('A key cannot hold the function `keep`.');
  });
});
