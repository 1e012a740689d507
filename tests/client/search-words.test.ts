import { expect, test } from 'vitest';
import { toDay } from '#domain/text/dates';
import { countWords, dayText, partialWords, wordsWithoutAnswer } from '#client/search/words.ts';

test.each(['2026-01-23', '2026-11-01', '2025-12', '2025', ''])(
  'the day %j has the words that it has on the pages',
  (iso) => {
    expect(dayText(iso)).toBe(toDay(iso).text);
  },
);

test('counts are given with the query, those of names and of full texts apart, since a page may be in both', () => {
  expect([
    countWords({ named: 1, texts: 0 }, 'rss'),
    countWords({ named: 0, texts: 2 }, 'kling'),
    countWords({ named: 0, texts: 9200 }, ''),
    countWords({ named: 12, texts: 47 }, 'kling'),
  ]).toEqual(['1 result for “rss”', '2 results for “kling”', '9,200 results', '12 results for “kling”, 47 full texts']);
});

test('pages that lack words are called so', () => {
  expect(partialWords.most).toMatch(/No page has all the words; these have most of them/u);
  expect(partialWords.some).toMatch(/some of them/u);
  expect(partialWords.all).toBe('');
});

test('names and headlines are called so, and the page says that they are not all, whether the rest is late or cannot be had', () => {
  expect(wordsWithoutAnswer('awaited', 3, 'kling')).toMatch(/Pages that match\. Searching full texts/u);
  expect(wordsWithoutAnswer('late', 3, 'kling')).toMatch(/Headlines only: full texts are still loading/u);
  expect(wordsWithoutAnswer('failed', 3, 'kling')).toMatch(
    /Only names and recent headlines were searched.+cannot be reached/u,
  );
  for (const how of ['late', 'failed'] as const)
    expect(wordsWithoutAnswer(how, 0, 'zebra')).toContain('No name or recent headline matches “zebra”');
});

test('nothing is said before there is something to say', () => {
  expect([
    wordsWithoutAnswer('awaited', 0, 'zebra'),
    wordsWithoutAnswer('awaited', 'unable', 'kling'),
    wordsWithoutAnswer('awaited', 'none', ''),
  ]).toEqual([undefined, undefined, undefined]);
});
