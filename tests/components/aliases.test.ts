import { expect, it } from 'vitest';
import Aliases from '#components/model/Aliases.astro';
import { parseHtml, tagged, textOf } from '../html.ts';
import { render } from './container.ts';

it('other names are shown with their language, what they are, and their sources', async () => {
  const html = parseHtml(
    await render(Aliases, {
      aliases: [
        { name: '可灵', language: 'zh', note: 'the name of the series', sources: [3, 1] },
        { name: 'Keling', sources: [2] },
      ],
    }),
  );
  expect(tagged(html, 'li').map((item) => textOf(item).replace(/\s+/gu, ' ').trim())).toEqual([
    '可灵 (the name of the series) 31',
    'Keling 2',
  ]);
  expect(tagged(html, 'span').map(({ properties }) => properties.lang)).toEqual(['zh', undefined]);
  expect(tagged(html, 'a').map(({ properties }) => properties.href)).toEqual([
    '#_source-3',
    '#_source-1',
    '#_source-2',
  ]);
});

it('nothing is shown where there is no other name', async () => {
  expect((await render(Aliases, { aliases: [] })).trim()).toBe('');
});
