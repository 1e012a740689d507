import { describe, expect, test } from 'vitest';
import { checkBody } from '#markdown/check';
import type { Destinations } from '#markdown/check-links';
import { anchorsIn } from '#markdown/render';
import { readUpdates } from '#markdown/updates';
import { kindsOf, render } from './rendering.ts';

const update = (title: string, at: string, text: string): string =>
  `:::update{at="${at}" title="${title}"}\n${text}\n:::`;
const noon = '2026-11-27T13:00+01:00';

const to: Destinations = {
  model: new Set(['veo-3']),
  article: new Set(),
  board: new Set(['top-models']),
  paths: new Set(),
  isPath: () => false,
  anchorsAt: () => undefined,
  site: 'https://paper.example',
};
const nextToText = { hasPicture: (file: string) => file === 'hero.webp', hasTable: () => false };
const problemsOf = (source: string): string[] =>
  checkBody(source, to, nextToText).map(({ line, column, what, write }) => `${line}:${column}  ${what}  ${write}`);

describe('an update', () => {
  test('has its text as HTML, its attributes and its words', () => {
    const { blocks } = render(`Summary.\n\n${update('A & B', noon, 'A *first* [one](model:veo-3).\n\n- Two')}`);
    expect(blocks).toEqual([
      { kind: 'html', html: '<p>Summary.</p>' },
      {
        kind: 'update',
        attributes: { at: noon, title: 'A & B' },
        text: 'A first one. Two',
        blocks: [
          {
            kind: 'html',
            html: '<p>A <em>first</em> <a href="/models/veo-3/" class="model-link">one</a>.</p><ul>\n<li>Two</li>\n</ul>',
          },
        ],
      },
    ]);
  });

  test('holds boards, videos, and with a fourth colon pictures', () => {
    const held =
      'Before.\n\n::board{id=top-models}\n\n:::figure{src=hero.webp alt="A" credit="C" made=photo}\nCaption.\n:::\n\nBehind.';
    const written = `::::update{at="${noon}" title="T"}\n${held}\n::::`;
    const [block] = render(written).blocks;
    expect(block?.kind === 'update' && kindsOf(block.blocks)).toEqual(['html', 'board', 'figure', 'html']);
    expect(problemsOf(written)).toEqual([]);
  });

  test('has an anchor of its own, which no heading takes', () => {
    const anchors = anchorsIn(`## Update 20261127-1200\n\n${update('T', noon, 'Text.')}`);
    expect([...(anchors ?? [])]).toEqual(['section-update-20261127-1200', 'update-20261127-1200']);
  });

  test('can be linked from its own story', () => {
    expect(problemsOf(`[Noon](#update-20261127-1200)\n\n${update('T', noon, 'Text.')}`)).toEqual([]);
    expect(problemsOf(`[One](#update-20261127-1300)\n\n${update('T', noon, 'Text.')}`)).toHaveLength(1);
  });

  test('with a moment that does not exist has no anchor', () => {
    expect([...(anchorsIn(update('T', 'noon', 'Text.')) ?? [])]).toEqual([]);
  });
});

describe('the check of updates', () => {
  const misplaced =
    'A directive is inside a list, a quotation or another directive.  Write it on a line of its own, with empty lines around it.';
  test.each<[string, string, ...string[]]>([
    [
      'a right one',
      `Summary.\n\n${update('T', noon, 'Text.')}\n\n${update('U', '2026-11-27T14:00Z', 'Text.[^1]')}\n\n[^1]: Note.`,
    ],
    [
      'no title',
      `:::update{at="${noon}"}\nText.\n:::`,
      '1:1  `update` has no `title`.  Write title="…": what happened.',
    ],
    [
      'no moment',
      ':::update{title="T"}\nText.\n:::',
      '1:1  `update` has no `at`.  Write at="…": the moment of the update with its time zone, such as 2026-01-23T09:00+01:00.',
    ],
    [
      'no text',
      `:::update{at="${noon}" title="T"}\n:::`,
      '1:1  The update has no text.  Write the text between its line and the `:::` that ends it.',
    ],
    [
      'text behind an update, once',
      `${update('T', noon, 'Text.')}\n\nBehind.\n\n- More`,
      '5:1  Text is behind an update, and in none.  Put it above the first update, where it stays on top of the page, or into an update.',
    ],
    [
      'a heading',
      update('T', noon, 'Text.\n\n## A part'),
      '4:1  A heading is inside an update.  Take the `#` away: the heading of an update is its `title`.',
    ],
    ['inside a quotation', `> ${update('T', noon, 'Text.').replaceAll('\n', '\n> ')}`, `1:3  ${misplaced}`],
    [
      'inside another one',
      `::::update{at="${noon}" title="T"}\n${update('U', noon, 'Text.')}\n::::`,
      `2:1  ${misplaced}`,
    ],
    [
      'a box inside a box inside an update',
      `:::::update{at="${noon}" title="T"}\n::::aside{title="A"}\n::board{id=top-models}\n::::\n:::::`,
      `3:1  ${misplaced}`,
    ],
  ])('%s', (_, source, ...problems) => {
    expect(problemsOf(source)).toEqual(problems);
  });

  test.each([
    ['another one', `::::update{at="${noon}" title="T"}\n${update('U', noon, 'Text.')}\n::::`],
    ['a box in it', `:::::update{at="${noon}" title="T"}\n::::aside{title="A"}\n::board{id=top-models}\n::::\n:::::`],
  ])('agrees with the renderer: an update with %s is not rendered', (_, source) => {
    expect(() => render(source)).toThrow('A directive is inside a list, a quotation or another directive.');
  });
});

test('updates are read with their position and their moment as it was written', () => {
  expect(readUpdates(`Summary.\n\n${update('T', noon, 'Text.')}\n\n${update('U', 'soon', 'Text.')}`).updates).toEqual([
    { line: 3, column: 1, at: noon },
    { line: 7, column: 1, at: 'soon' },
  ]);
  expect(readUpdates('```\n:::update{at=x title=y}\n```').updates).toEqual([]);
});
