import { expect, test } from 'vitest';
import { readingMinutes } from '#domain/stories/reading-time';

const words = (count: number, word = 'word'): string => Array.from({ length: count }, () => word).join(' ');

test.each([
  ['nothing', '', 1],
  ['a few words', words(10), 1],
  ['238 words', words(238), 1],
  ['one and a half minutes', words(357), 2],
  ['five minutes', words(5 * 238), 5],
  ['a word with hyphens is one word', words(2 * 238, 'text-to-video'), 2],
  ['a word with an apostrophe is one word', words(2 * 238, 'don’t'), 2],
  ['a number with a point or commas is one word', words(2 * 238, '26,576.5'), 2],
  ['signs and punctuation are no words', `${words(238)} ${words(1000, '— …')}`, 1],
  ['Chinese, read by the sign', '视'.repeat(4 * 255), 4],
  ['Japanese kana', 'あア'.repeat(255), 2],
  ['words and signs together', `${words(238)}${'频'.repeat(255)}`, 2],
])('%s', (_, text, minutes) => {
  expect(readingMinutes(text)).toBe(minutes);
});
