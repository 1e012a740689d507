import { describe, expect, test } from 'vitest';
import { BodyError } from '#markdown/render';
import { elements, tagged, textOf } from '../html.ts';
import { htmlOf, render, treeOf } from './rendering.ts';

const textIn = (source: string): string => textOf(treeOf(source));

describe('text stays text', () => {
  test.each([
    'At 10:30 the 16:9 clip ran.',
    'A ratio of 2:1, a score of 3:2 and 1:1.',
    'Note:this, a:b and :smile: too.',
    'See :model and ::board in a line.',
    'Brackets [like these] and :this[one].',
    '5 < 6 & 7 > 3, 50 % and $20.',
    'Dashes - stay -- as --- they are...',
    '視頻模型：16:9',
  ])('%s', (source) => {
    expect(textIn(source)).toBe(source);
  });

  test('quotation marks are set', () => {
    expect(textIn("\"It's 'new',\" she said.")).toBe('“It’s ‘new’,” she said.');
  });

  test('code is left alone', () => {
    const [code] = tagged(treeOf('```js\nconst a = "b"; // 16:9\n```'), 'code');
    expect(code?.properties.className).toEqual(['language-js']);
    expect(code && textOf(code)).toBe('const a = "b"; // 16:9\n');
  });

  test('the words of a story are those that a reader reads', () => {
    const { text } = render(
      '## One\n\nTwo [three](/x/)[^n].\n\n| Four | Five |\n|---|---|\n| Six | Seven |\n\n:::aside{title="Eight"}\nNine\n:::\n\n[^n]: Ten.',
    );
    expect(text.split(/\s+/u).filter(Boolean)).toEqual([
      'One',
      'Two',
      'three.',
      'Four',
      'Five',
      'Six',
      'Seven',
      'Nine',
      'Notes',
      'Ten.',
    ]);
  });

  test('an empty body is no block', () => {
    expect(render('')).toEqual({ blocks: [], headings: [], text: '' });
  });
});

describe('headings', () => {
  const ids = (source: string): unknown[] =>
    elements(treeOf(source), ({ tagName }) => /^h\d$/u.test(tagName)).map(({ properties }) => properties.id);

  test.each([
    [
      'one for each, from its words',
      '## Keys left open\n\n### Who speaks?\n\n#### A',
      ['keys-left-open', 'who-speaks', 'a'],
    ],
    ['no id twice', '## Prices\n\n### Prices\n\n## Prices', ['prices', 'prices-2', 'prices-3']],
    [
      'not even with a heading that looks like the second of two',
      '## Prices 2\n\n## Prices\n\n## Prices',
      ['prices-2', 'prices', 'prices-3'],
    ],
    ['signs are left out', '## 16:9, “wide” & more!', ['16-9-wide-more']],
    ['signs alone', '## !!\n\n## ??', ['section', 'section-2']],
    ['letters of other scripts stay', '## Größe\n\n## 视频 模型', ['größe', '视频-模型']],
    ['a rank is not part of it', '## [Kling 2.6](model:kling-2-6) leads', ['kling-2-6-leads']],
    ['the number of a note is not part of it', '## Prices[^1]\n\n[^1]: In dollars.', ['prices', 'footnote-label']],
  ])('%s', (_, source, expected) => {
    expect(ids(source)).toEqual(expected);
  });

  test('never take an id that belongs to notes', () => {
    const tree = treeOf('## Footnote label\n\n## fn 1\n\n## fnref 1\n\nText[^1].\n\n[^1]: Note.');
    const all = elements(tree).flatMap(({ properties }) => properties.id ?? []);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(['footnote-label', 'fn-1', 'fnref-1']));
  });

  test('are listed for a table of contents, without those of notes', () => {
    expect(render('## [Kling 2.6](model:kling-2-6)\n\n### "Then"\n\nText[^1].\n\n[^1]: Note.').headings).toEqual([
      { id: 'kling-2-6', text: 'Kling 2.6', level: 2 },
      { id: 'then', text: '“Then”', level: 3 },
    ]);
  });
});

describe('footnotes', () => {
  const tree = treeOf('One[^a], two[^b], and one again[^a].\n\n[^a]: First *note*.\n[^b]: Second.');

  test('lead to the note and back', () => {
    const ids = new Set(elements(tree).map(({ properties }) => properties.id));
    const targets = tagged(tree, 'a').map(({ properties }) => String(properties.href));
    expect(targets.length).toBe(6);
    expect(targets.filter((target) => !ids.has(target.slice(1)))).toEqual([]);
  });

  test('have no id twice', () => {
    const ids = elements(tree).flatMap(({ properties }) => properties.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are under a heading that numbers point to', () => {
    const [heading] = tagged(tree, 'h2');
    expect(heading && textOf(heading)).toBe('Notes');
    const [number] = tagged(tree, 'a');
    expect(number?.properties.ariaDescribedBy).toEqual([heading?.properties.id]);
  });

  test('say in words where the arrow leads', () => {
    const labels = elements(tree, ({ properties }) => 'dataFootnoteBackref' in properties).map(
      ({ properties }) => properties.ariaLabel,
    );
    expect(labels).toEqual(['Back to the text, note 1', 'Back to the text, note 1-2', 'Back to the text, note 2']);
  });
});

describe('tables', () => {
  const source = '| Left | Middle | Right | None |\n|:---|:---:|---:|---|\n| 1 | 2 | 3 | 4 |';

  test('align by class, never by style', () => {
    const cells = elements(treeOf(source), ({ tagName }) => tagName === 'th' || tagName === 'td');
    const classes = [undefined, ['align-center'], ['align-right'], undefined];
    expect(cells.map(({ properties }) => properties.className)).toEqual([...classes, ...classes]);
    expect(htmlOf(render(source))).not.toContain('style');
  });

  test('can be scrolled by keyboard on a narrow screen', () => {
    const [region] = tagged(treeOf(source), 'div');
    expect(region?.properties).toMatchObject({
      role: 'region',
      tabIndex: 0,
      ariaLabel: expect.stringMatching(/^Table\b/u) as string,
    });
    expect(region && tagged(region, 'table')).toHaveLength(1);
  });

  test('keep only alignment of what HTML brings', () => {
    const [cell] = tagged(
      treeOf(
        '<table><tr><td style="text-align: right">1</td><td style="text-align: right; color: red">2</td></tr></table>',
      ),
      'tr',
    );
    expect(cell && tagged(cell, 'td').map(({ properties }) => properties)).toEqual([
      { className: ['align-right'] },
      {},
    ]);
  });
});

describe('deep nesting', () => {
  const levels = 10_000;
  const deep = {
    quotations: '> '.repeat(levels) + 'x',
    lists: Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
    blocks: '<div>'.repeat(levels) + 'x',
    'inline HTML': `x ${'<b>'.repeat(levels)}x`,
    emphasis: '*'.repeat(levels) + 'x' + '*'.repeat(levels),
    directives: Array.from({ length: 1000 }, (_, level) => `${':'.repeat(1003 - level)}aside{title=T}`).join('\n'),
  };

  test.each(Object.entries(deep))('of %s ends in an error that says what to do', (_, source) => {
    expect(() => render(source)).toThrow(
      new BodyError(
        'Parts are inside each other more than 50 levels deep. Take some of the quotations, lists or HTML elements around the text away.',
      ),
    );
  });

  test.each([
    ['brackets', '['.repeat(levels) + 'x' + '](y)'.repeat(levels)],
    ['open emphasis', '*a **b '.repeat(levels)],
    ['backquotes', `x ${'`'.repeat(levels)}`],
    ['ampersands', `x ${'&'.repeat(levels)}`],
    ['a few quotations', '> '.repeat(20) + 'x'],
  ])('of %s does no damage', (_, source) => {
    expect(render(source).text).toContain(source.includes('x') ? 'x' : 'a');
  });
});
