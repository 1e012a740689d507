import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '#loading/files/front-matter';

describe('splitFrontMatter', () => {
  test('takes a file apart, and knows on which lines the parts begin', () => {
    expect(splitFrontMatter('---\ntitle: A\ndate: B\n---\nText.\n---\nMore.\n')).toEqual({
      yaml: 'title: A\ndate: B\n',
      yamlLine: 2,
      body: 'Text.\n---\nMore.\n',
      bodyLine: 5,
    });
  });

  test.each([
    ['line ends of Windows', '---\r\ntitle: A\r\n---\r\nText.\r\n', 'Text.\r\n'],
    ['a byte order mark', '\uFEFF---\ntitle: A\n---\nText.\n', 'Text.\n'],
    ['spaces behind the hyphens', '---  \ntitle: A\n--- \t\nText.\n', 'Text.\n'],
    ['no text', '---\ntitle: A\n---', ''],
    ['no fields', '---\n---\nText.', 'Text.'],
  ])('%s', (_, file, body) => {
    expect(splitFrontMatter(file)?.body).toBe(body);
  });

  test('hyphens within a field do not end the fields', () => {
    expect(splitFrontMatter('---\ntitle: a --- b\ndek: ----\n---\nText.')?.body).toBe('Text.');
  });

  test.each([
    ['nothing', ''],
    ['text alone', 'Text.\n'],
    ['fields that do not end', '---\ntitle: A\n'],
    ['an empty line first', '\n---\ntitle: A\n---\n'],
    ['four hyphens', '----\ntitle: A\n---\n'],
  ])('%s is no front matter', (_, file) => {
    expect(splitFrontMatter(file)).toBeUndefined();
  });

  test('the first line of the text is the line that is said', () => {
    const file = '---\na: 1\nb: 2\nc: 3\n---\n\nFirst.\n';
    const { body, bodyLine } = splitFrontMatter(file) ?? { body: '', bodyLine: 0 };
    expect(
      file
        .split('\n')
        .slice(bodyLine - 1)
        .join('\n'),
    ).toBe(body);
  });
});
