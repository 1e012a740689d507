import { describe, expect, test } from 'vitest';
import { email, line, paragraph, webAddress } from '#schemas/text';

describe('line', () => {
  test.each(['Kling 2.6', 'Meta’s “forum” — 16:9', '视频模型', 'a', 'Genie 🎬'])('%j', (text) => {
    expect(line.parse(text)).toBe(text);
  });

  test.each([
    '',
    ' ',
    '\u00a0',
    ' Kling',
    'Kling ',
    'two\nlines',
    'a\ttab',
    'a\u0000b',
    'a\u0007b',
    'a\u001fb',
    'a\u007fb',
    'a\u0085b',
    'half \ud83c',
    'no\ufffesign',
    'no\uffffsign',
  ])('not %j', (text) => {
    expect(line.safeParse(text).success).toBe(false);
  });
});

describe('paragraph', () => {
  test('line breaks and runs of spaces count as one space', () => {
    expect(paragraph.parse('  One\n  two\t three.\n')).toBe('One two three.');
  });

  test.each(['', ' \n ', 'a\u0008b', 'a\ufffeb'])('not %j', (text) => {
    expect(paragraph.safeParse(text).success).toBe(false);
  });
});

describe('webAddress', () => {
  test.each([
    'https://megaton.ai',
    'http://old.example/page?a=1&b=2#part',
    'https://user.example/%20x',
    'https://例え.jp/',
  ])('%s', (address) => {
    expect(webAddress.safeParse(address).success).toBe(true);
  });

  test.each([
    '',
    'megaton.ai',
    '//megaton.ai',
    '/news/',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'mailto:a@b.example',
    'ftp://a.example',
    'https://',
    'https://a.example/"onclick="x',
    'https://a.example/<script>',
    'https://a.example/a b',
  ])('not %j', (address) => {
    expect(webAddress.safeParse(address).success).toBe(false);
  });
});

test('a web address that a line break cuts is read without it', () => {
  expect(webAddress.parse('https://a.example/long-\nname\n')).toBe('https://a.example/long-name');
});

test.each([
  ['media@megaton.ai', true],
  ['media', false],
  ['media@megaton.ai, other@megaton.ai', false],
  ['media@megaton.ai?cc=x', false],
])('the e-mail address %s is right: %s', (address, right) => {
  expect(email.safeParse(address).success).toBe(right);
});
