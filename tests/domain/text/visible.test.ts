import { expect, test } from 'vitest';
import { shortened, visible } from '#domain/text/visible';

test.each([
  ['a line break', 'a\nb\r\nc', 'a\\nb\\r\\nc'],
  ['a line break of Unicode', 'a\u2028b\u2029c\u0085d', 'a\\u{2028}b\\u{2029}c\\u{0085}d'],
  ['colours of a terminal', '\u001b[31mred', '\\u{001b}[31mred'],
  ['text that turns around', 'a\u202eb\u2066c', 'a\\u{202e}b\\u{2066}c'],
  ['signs without width', 'a\u200bb\ufeffc\u00add', 'a\\u{200b}b\\u{feff}c\\u{00ad}d'],
  ['letters written in tags', '\u{e0041}', '\\u{e0041}'],
  ['half a character', '\ud83d', '\\u{d83d}'],
  ['a tab', 'a\tb', 'a\\tb'],
  ['letters of any script', 'Ōé 動画 العربية 🎬', 'Ōé 動画 العربية 🎬'],
])('makes visible: %s', (_, text, seen) => {
  expect(visible(text)).toBe(seen);
});

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['🎬🎬🎬', 3, '🎬🎬🎬'],
  ['🎬🎬🎬🎬', 3, '🎬🎬…'],
  ['x'.repeat(1_000_000), 5, 'xxxx…'],
])('shortens %.10s to %i letters', (text, most, short) => {
  expect(shortened(text, most)).toBe(short);
});
