import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { digestOfAll, storyKeys } from '#queries/keys';
import { article, catalogueOf } from './entries.ts';

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

describe('the key of a story', () => {
  beforeEach(() => void vi.stubEnv('DEV', false));
  afterEach(() => void vi.unstubAllEnvs());

  const keyOn = async (now: string, date: string): Promise<string | undefined> => {
    const entry = {
      ...article('genie', '2026-11-23', { date }),
      references: { model: [], facts: false, board: [], picture: [], table: [], updates: [] },
    };
    return (await storyKeys(entry, catalogueOf({ articles: [entry] }, { now: new Date(now) })))?.page;
  };

  test('differs when the hour is no longer shown', async () => {
    const date = '2026-11-23T09:05Z';
    const [noon, evening, tomorrow] = ['2026-11-23T12:00Z', '2026-11-23T23:59Z', '2026-11-24T00:00Z'];
    expect(await keyOn(noon, date)).toBe(await keyOn(evening, date));
    expect(await keyOn(noon, date)).not.toBe(await keyOn(tomorrow, date));
  });

  test('stays for a story that never showed its hour', async () => {
    const date = '2026-11-20T09:05Z';
    expect(await keyOn('2026-11-23T12:00Z', date)).toBe(await keyOn('2026-11-24T00:00Z', date));
  });
});
