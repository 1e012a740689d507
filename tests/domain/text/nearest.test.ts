import { expect, test } from 'vitest';
import { nearest, suggestions } from '#domain/text/nearest';

const models = ['kling-2-6', 'kling-2-5-turbo', 'veo-3', 'veo-3-1', 'pixverse-v5-5'];

test.each([
  ['a letter too many', 'kling-2-66', models, 'kling-2-6'],
  ['a letter missing', 'kling-2-', models, 'kling-2-6'],
  ['a wrong letter', 'pixverse-v5-6', models, 'pixverse-v5-5'],
  ['two letters changed about', 'titel', ['title', 'dek'], 'title'],
  ['capitals', 'KLING-2-6', models, 'kling-2-6'],
  ['the very word', 'veo-3', models, 'veo-3'],
  ['the nearest of several', 'veo-3-2', models, 'veo-3-1'],
  ['the first of equals', 'bat', ['cat', 'rat'], 'cat'],
  ['a third of a long word', 'kling-two-5-turbo', ['kling-2-5-turbo'], 'kling-2-5-turbo'],
  ['a short word with one other letter', 'dec', ['dek'], 'dek'],
  ['nothing is near', 'sora', models, undefined],
  ['a short word with nothing in common', 'xy', ['id'], undefined],
  ['an empty word', '', ['id'], undefined],
  ['nothing is known', 'veo-3', [], undefined],
])('%s', (_, word: string, known: string[], found: string | undefined) => {
  expect(nearest(word, known)).toBe(found);
});

test('a word of more than 100 letters is not compared', () => {
  const comparedWith: string[] = [];
  const known = {
    *[Symbol.iterator]() {
      comparedWith.push('read');
      yield 'x'.repeat(100);
    },
  };
  expect(nearest('x'.repeat(100), known)).toBe('x'.repeat(100));
  expect(nearest('x'.repeat(101), known)).toBeUndefined();
  expect(comparedWith).toEqual(['read']);
  expect(nearest('x'.repeat(99), ['x'.repeat(101)])).toBeUndefined();
});

test('the words of one file get fifty suggestions', () => {
  const suggest = suggestions();
  const found = Array.from({ length: 60 }, () => suggest('veo-4', models));
  expect(found.filter((word) => word === 'veo-3')).toHaveLength(50);
  expect(suggestions()('veo-4', models)).toBe('veo-3');
});
