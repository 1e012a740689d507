import { describe, expect, test } from 'vitest';
import { meantWord } from '#domain/search/typing-errors';
import { editDistance } from '#domain/text/edit-distance';

describe('typing errors', () => {
  // The examples of https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance and of Levenshtein's own article.
  test.each([
    ['kling', 'kling', 0],
    ['klign', 'kling', 1],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['seedence', 'seedance', 1],
    ['sedence', 'seedance', 2],
    ['', 'veo', 3],
  ])('from %s to %s', (a, b, errors) => {
    expect([editDistance(a, b, 9), editDistance(b, a, 9)]).toEqual([errors, errors]);
  });

  test('more than are allowed are more, however many', () => {
    expect(editDistance('veo', 'hunyuanvideo', 2)).toBeGreaterThan(2);
  });
});

describe('the word that was meant', () => {
  const names = ['kling', 'seedance', 'hailuo', 'veo', 'pika'].map((term) => ({ term, isName: true }));
  const words = ['sound', 'court', 'copyright', 'read'].map((term) => ({ term, isName: false }));

  test.each([
    ['klign', 'kling'],
    ['sedence', 'seedance'],
    ['haiulo', 'hailuo'],
    ['pikka', 'pika'],
    ['soudn', 'sound'],
    ['copyrihgt', 'copyright'],
  ])('%s is %s', (word, meant) => {
    expect(meantWord(word, [...words, ...names])).toBe(meant);
  });

  test.each(['vex', 'dead', 'xyzzyqq', 'zling2', 'beedence'])('%s is no word that we know', (word) => {
    expect(meantWord(word, [...words, ...names])).toBeUndefined();
  });
});
