import { describe, expect, test } from 'vitest';
import { parseHtml, textOf } from '../html.ts';
import { htmlOf, kindsOf, render } from './rendering.ts';

/** A paragraph of so many letters, which begins with a mark of its own. */
const paragraph = (letters: number, mark = 'x'): string => mark + 'a'.repeat(letters - mark.length);
const body = (...blocks: string[]): string => blocks.join('\n\n');
const ten = (letters: number): string[] => Array.from({ length: 10 }, () => paragraph(letters));

/** The letters before and after the half mark, and the HTML on both sides of it. */
function split(source: string) {
  const { blocks } = render(source);
  const index = blocks.findIndex(({ kind }) => kind === 'half');
  const [before, after] = [blocks.slice(0, index), blocks.slice(index + 1)].map((part) =>
    htmlOf({ blocks: part, headings: [], text: '' }),
  );
  return { marks: blocks.filter(({ kind }) => kind === 'half').length, before: before ?? '', after: after ?? '' };
}

const letters = (html: string): number => textOf(parseHtml(html)).replaceAll('\n', '').length;

describe('the half mark', () => {
  test('is before the first paragraph after half of the text', () => {
    const { marks, before, after } = split(body(...ten(300)));
    expect(marks).toBe(1);
    expect([letters(before), letters(after)]).toEqual([1500, 1500]);
  });

  test('waits for the end of the paragraph that holds the middle', () => {
    const { before } = split(body(paragraph(1000), paragraph(1000), paragraph(1000)));
    expect(letters(before)).toBe(2000);
  });

  test('may be before a heading', () => {
    const { before, after } = split(body(...ten(300).slice(5), '## Next', ...ten(300).slice(5)));
    // 1,500 of 3,004 letters are not half: the mark waits for the paragraph behind the next one.
    expect(letters(before)).toBe(1804);
    expect(after).toMatch(/^<p>/u);
    expect(split(body(paragraph(1600), '## Next', paragraph(1000))).after).toMatch(/^<h2 id="next">/u);
  });

  test.each(['##', '###', '####'])('never is behind a heading with %s', (signs) => {
    const { before } = split(
      body(paragraph(1490), `${signs} ${'b'.repeat(40)}`, paragraph(100, 'first'), paragraph(1400, 'second')),
    );
    expect(before).toMatch(/<p>firsta*<\/p>$/u);
  });

  test('never cuts a list, a table, a quotation or a directive', () => {
    const list = Array.from({ length: 8 }, () => `- ${paragraph(300)}`).join('\n');
    for (const block of [
      list,
      `> ${paragraph(2000)}`,
      `| a |\n|---|\n| ${paragraph(2000)} |`,
      `:::aside{title="T"}\n${paragraph(1000)}\n\n${paragraph(1000)}\n:::`,
    ]) {
      const { before, after } = split(body(paragraph(100, 'first'), block, paragraph(300, 'last')));
      expect(before).toMatch(/^<p>first/u);
      expect(after).toMatch(/^<p>last/u);
    }
  });

  test('does not count notes', () => {
    const { before } = split(body(...ten(300).slice(4), `Note[^1].\n\n[^1]: ${paragraph(3000)}`));
    expect(letters(before)).toBe(1200);
  });

  test('is next to directives without losing one', () => {
    const { blocks } = render(
      body('::board{id=top-models}', paragraph(900), paragraph(800), '::model{id=veo-3}', paragraph(100)),
    );
    expect(kindsOf(blocks)).toEqual(['board', 'html', 'half', 'html', 'model', 'html']);
  });

  test.each([
    ['a short text', body(...ten(100))],
    ['an empty text', ''],
    ['a single paragraph', paragraph(5000)],
    ['a text whose middle is in its last paragraph', body(paragraph(500), paragraph(2000))],
    ['a text that ends in a list', body(paragraph(900), `- ${paragraph(900)}`)],
  ])('is left out of %s', (_, source) => {
    expect(split(source).marks).toBe(0);
  });

  test('cannot be written by hand', () => {
    expect(kindsOf(render('\u0000half\u0000\n\n&#0;half&#0;').blocks)).toEqual(['html']);
  });
});
