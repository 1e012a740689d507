import { expect, test } from 'vitest';
import { toDay } from '#domain/text/dates';
import { countWords, dayText, wordsWithoutAnswer } from '#client/search-words.ts';

test.each(['2026-01-23', '2026-11-01', '2025-12', '2025', ''])(
  'the day %j has the words that it has on the pages',
  (iso) => {
    expect(dayText(iso)).toBe(toDay(iso).text);
  },
);

test('counts are given with the query', () => {
  expect([countWords(1, 'kling'), countWords(2, 'kling'), countWords(9200, '')]).toEqual([
    '1 result for “kling”',
    '2 results for “kling”',
    '9,200 results',
  ]);
});

test('headlines are called so, and the page says that they are not all, whether the rest is late or cannot be had', () => {
  expect(wordsWithoutAnswer('awaited', 3, 'kling')).toMatch(/Headlines that match\. Searching full texts/u);
  expect(wordsWithoutAnswer('late', 3, 'kling')).toMatch(/Headlines only.+not come yet/u);
  expect(wordsWithoutAnswer('failed', 3, 'kling')).toMatch(/Only recent headlines were searched.+cannot be reached/u);
  for (const how of ['late', 'failed'] as const)
    expect(wordsWithoutAnswer(how, 0, 'zebra')).toContain('No recent headline matches “zebra”');
});

test('nothing is said before there is something to say', () => {
  expect([
    wordsWithoutAnswer('awaited', 0, 'zebra'),
    wordsWithoutAnswer('awaited', 'unable', 'kling'),
    wordsWithoutAnswer('awaited', 'none', ''),
  ]).toEqual([undefined, undefined, undefined]);
});
