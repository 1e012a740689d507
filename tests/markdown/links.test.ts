import { describe, expect, test } from 'vitest';
import { BodyError } from '#markdown/render';
import { elements, tagged, textOf } from '../html.ts';
import { htmlOf, render, treeOf } from './rendering.ts';

describe('a link to a model', () => {
  test('has the rank behind it, apart from the digits of the name, and names the board to those who hear the page', () => {
    expect(htmlOf(render('[Kling 2.6](model:kling-2-6)'))).toBe(
      '<p><a href="/models/kling-2-6/" class="model-link">Kling 2.6</a>\u00a0<span class="model-rank">(tied for No. 1<span class="visually-hidden">\u00a0in Top Models</span>)</span></p>',
    );
  });

  test('without a rank is a link and nothing more', () => {
    expect(htmlOf(render('[Veo 3](model:veo-3)'))).toBe('<p><a href="/models/veo-3/" class="model-link">Veo 3</a></p>');
  });

  test.each([
    ['with emphasis', '[**Kling** 2.6](model:kling-2-6)'],
    ['by a reference', '[Kling 2.6][k]\n\n[k]: model:kling-2-6'],
    ['in a list', '- [Kling 2.6](model:kling-2-6)'],
    ['in a table', '| a |\n|---|\n| [Kling 2.6](model:kling-2-6) |'],
    ['in a box', ':::aside{title="T"}\n[Kling 2.6](model:kling-2-6)\n:::'],
    ['in a note', 'Text[^1].\n\n[^1]: [Kling 2.6](model:kling-2-6)'],
  ])('works %s', (_, source) => {
    const tree = treeOf(source);
    const [link] = elements(tree, ({ properties }) => properties.href === '/models/kling-2-6/');
    expect(link && textOf(link)).toBe('Kling 2.6');
    expect(textOf(tree)).toContain('Kling 2.6\u00a0(tied for No. 1\u00a0in Top Models)');
  });

  test('adds no words to the text that is counted and searched', () => {
    expect(render('[Kling 2.6](model:kling-2-6) is first.').text.trim()).toBe('Kling 2.6 is first.');
  });
});

test('a link to an article leads to its page', () => {
  expect(htmlOf(render('[Genie](article:project-genie)'))).toBe('<p><a href="/news/project-genie/">Genie</a></p>');
});

test.each([
  ['[x](model:kling-2-7)', 'There is no model `kling-2-7`.'],
  ['[x](model:)', 'There is no model ``.'],
  ['[x](article:nowhere)', 'There is no article `nowhere`.'],
  ['[x](article:kling-2-6)', 'There is no article `kling-2-6`.'],
  ['<a href="model:nothing">x</a>', 'There is no model `nothing`.'],
])('%s is an error', (source, message) => {
  expect(() => render(source)).toThrow(new BodyError(message));
});

test.each([
  ['[x](https://ok.example/?a=1&b=2#c)', 'https://ok.example/?a=1&b=2#c'],
  ['[x](mailto:media@megaton.ai)', 'mailto:media@megaton.ai'],
  ['[x](/leaderboards/)', '/leaderboards/'],
  ['[x](#prices)', '#prices'],
  ['<https://ok.example/>', 'https://ok.example/'],
])('%s stays as it is', (source, href) => {
  expect(tagged(treeOf(source), 'a')[0]?.properties.href).toBe(href);
});
