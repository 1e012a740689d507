import { expect, test } from 'vitest';
import { slugOf } from '#domain/text/slug';

test.each([
  ['Kling 2.6 hears itself', 'kling-2-6-hears-itself'],
  ['“Stealing isn’t innovation”', 'stealing-isnt-innovation'],
  ['Café Ünïcode & more', 'cafe-unicode-more'],
  ['  --Dashes--  ', 'dashes'],
  ['ﬁrst ½', 'first-1-2'],
  ['日本語', ''],
  ['🎬🎬', ''],
  ['', ''],
])('%j becomes %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('a long headline is cut between words', () => {
  const slug = slugOf('The quick brown fox jumps over the lazy dog and then over another lazy dog');
  expect(slug).toBe('the-quick-brown-fox-jumps-over-the-lazy-dog-and-then-over');
  expect(slugOf('x'.repeat(200))).toHaveLength(60);
});
