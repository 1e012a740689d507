import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { payloads } from '../fixtures/payloads.ts';
import { elements, parseHtml, tagged, textOf } from '../html.ts';
import { htmlOf, render, treeOf } from './rendering.ts';

const elementsThatRun =
  /^(?:script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|svg|math|form|button|input|select|textarea|template|noscript|title|body|html|head|img|picture|video|audio|source|marquee|area|x)$/u;
const attributesAllowed =
  /^(?:href|id|className|title|start|open|tabIndex|role|aria(?:Label|Hidden|DescribedBy)|data(?:FootnoteRef|FootnoteBackref|Footnotes|Slot))$/u;

/** Everything about an element that must not reach a reader. */
function dangers({ tagName, properties }: Element): string[] {
  const href = properties.href;
  // What is no address leads nowhere.
  const protocol =
    (typeof href === 'string' ? URL.parse(href, 'https://megaton.ai/news/story/') : null)?.protocol ?? 'https:';
  return [
    ...(elementsThatRun.test(tagName) ? [`<${tagName}>`] : []),
    ...Object.keys(properties)
      .filter((name) => !attributesAllowed.test(name))
      .map((name) => `${tagName}[${name}]`),
    ...(/^(?:https?|mailto):$/u.test(protocol) ? [] : [String(href)]),
  ];
}

describe('a text never runs', () => {
  test('the list is long enough', () => {
    expect(new Set(payloads).size).toBe(payloads.length);
    expect(payloads.length).toBeGreaterThan(100);
  });

  test.each(payloads)('%j', (payload) => {
    for (const source of [payload, `Words before ${payload} and after.`, `First.\n\n${payload}\n\nLast.`]) {
      const html = htmlOf(render(source));
      expect(elements(parseHtml(html)).flatMap(dangers)).toEqual([]);
      expect(html).not.toMatch(/<script|<style|<iframe|srcdoc/iu);
    }
  });
});

test('the words around dangerous HTML stay', () => {
  const tree = treeOf('Before <b onclick=alert(1)>bold</b> and <blink>odd</blink> [link](javascript:alert(1)) after.');
  expect(textOf(tree)).toBe('Before bold and odd link after.');
  expect(tagged(tree, 'b')).toHaveLength(1);
});

test.each(['script', 'style', 'iframe', 'object', 'noscript', 'template', 'svg', 'math', 'textarea', 'title'])(
  'what is inside <%s> goes with it',
  (tag) => {
    expect(textOf(treeOf(`Before <${tag}>p{color:red}</${tag}> after.`))).toBe('Before  after.');
  },
);

test('code shows tags as text', () => {
  expect(textOf(treeOf('`<script>` and\n\n```html\n<iframe src=x>\n```'))).toContain('<iframe src=x>');
});

test('an id cannot be forged but by headings and notes', () => {
  const tree = treeOf('<p id="main">x</p>\n\n<h2 id="menus">Own</h2>\n\n<li id="fn-1">x</li>');
  const ids = elements(tree).flatMap(({ properties }) => properties.id ?? []);
  expect(ids).toEqual(['own', 'fn-1']);
});

test('a text cannot bring in a second slot for a directive', () => {
  const { blocks } = render('<div data-slot="0">forged</div>\n\n<div data-slot="7">forged</div>');
  expect(blocks.map(({ kind }) => kind)).toEqual(['html']);
});
