import { describe, expect, test } from 'vitest';
import { checkProse, type KnownIds } from '#markdown/check';

const known: KnownIds = { model: new Set(['kling-2-6', 'veo-3']), article: new Set(['project-genie']), board: new Set(['top-models']) };

/** Every problem of prose whose folder holds `hero.webp`, each as `line:column  what  write`. */
const problemsOf = (source: string): string[] =>
  checkProse(source, known, (file) => file === 'hero.webp').map(({ line, column, what, write }) => `${line}:${column}  ${what}  ${write}`);

const address = 'Write an address that starts with https://, a path that starts with /, `model:` with an id, or `article:` with a slug.';
const figure = 'Write `:::figure{src=… alt="…" credit="…" made=…}`, the caption, and `:::` on lines of their own.';
const misplaced = 'A directive stands inside a list, a quotation or another directive.  Write it on a line of its own, with empty lines around it.';

test('good prose has no problem', () => {
  const source = `Text with [Kling](model:kling-2-6), [Genie](article:project-genie), [a page](/news/), [a part](#prices), [the web](https://ok.example), [mail](mailto:a@ok.example) and 16:9.[^1]

## Prices

:::figure{src=hero.webp alt="A" credit="C" made=photo}
A caption with [Veo](model:veo-3).
:::

::board{id=top-models}

::compare{models="kling-2-6 veo-3"}

H<sub>2</sub>O and <kbd>Ctrl</kbd>, \`<script>\` as code.

[^1]: [Kling][k]

[k]: model:kling-2-6`;
  expect(problemsOf(source)).toEqual([]);
});

describe('links', () => {
  test.each([
    ['an unknown model', 'One.\n\nTwo [x](model:kling-2-7).', '3:5  There is no model `kling-2-7`.  Did you mean `kling-2-6`?'],
    ['a model that is like no other', '[x](model:sora)', '1:1  There is no model `sora`.  Use the id of a model that exists.'],
    ['an unknown article', '[x](article:project-geni)', '1:1  There is no article `project-geni`.  Did you mean `project-genie`?'],
    ['a reference to an unknown model', '[x][1]\n\n[1]: model:veo-4', '3:1  There is no model `veo-4`.  Did you mean `veo-3`?'],
    ['a relative path', '[x](../other/)', `1:1  The link \`../other/\` has no known form.  ${address}`],
    ['an address without its beginning', '[x](www.ok.example)', `1:1  The link \`www.ok.example\` has no known form.  ${address}`],
    ['a path that leads to another site', '[x](//evil.example/)', `1:1  The link \`//evil.example/\` has no known form.  ${address}`],
    ['a script', '[x](javascript:alert(1))', `1:1  The link \`javascript:alert(1)\` has no known form.  ${address}`],
    ['data', '[x](data:text/html,x)', `1:1  The link \`data:text/html,x\` has no known form.  ${address}`],
  ])('%s', (_, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });
});

describe('pictures and HTML', () => {
  test.each([
    ['a picture without credit', 'Text ![x](hero.webp).', `1:6  A picture stands in the text without credit.  ${figure}`],
    ['a picture by reference', '![x][1]\n\n[1]: /hero.webp', `1:1  A picture stands in the text without credit.  ${figure}`],
    ['a script', 'Text.\n\n<script>alert(1)</script>', '3:1  `<script>` is taken out of the text.  Write Markdown, or a directive such as `::video{…}`.'],
    ['a frame within a line', 'Text <iframe src="https://ok.example"> more.', '1:6  `<iframe>` is taken out of the text.  Write Markdown, or a directive such as `::video{…}`.'],
    ['a headline in the text', 'Text.\n\n# Headline', '3:1  A heading with one `#` is the headline, which stands in the front matter.  Write `##`.'],
  ])('%s', (_, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });
});

describe('directives', () => {
  test.each([
    ['an unknown name', 'Text.\n\n::bord{id=top-models}', '3:1  There is no directive `bord`.  Did you mean `board`?'],
    ['an unknown board', '::board{id=top-model}', '1:1  There is no board `top-model`.  Did you mean `top-models`?'],
    ['an unknown model', '::model{id=veo-33}', '1:1  There is no model `veo-33`.  Did you mean `veo-3`?'],
    ['a missing picture', ':::figure{src=other.webp alt="A" credit="C" made=ai}\n:::', '1:1  There is no picture `other.webp` in this folder.  Put the picture into the folder of the article, or write the name of one that is there.'],
    ['missing alt text', ':::figure{src=hero.webp credit="C" made=ai}\n:::', '1:1  `figure` has no `alt`.  Write alt="…": what the picture shows.'],
    ['in a quotation', 'Text.\n\n> ::board{id=top-models}', `3:3  ${misplaced}`],
    ['in another directive', '::::aside{title="T"}\nText.\n\n::model{id=veo-3}\n::::', `4:1  ${misplaced}`],
    ['braces in a line', 'At 10:a{b} o’clock.', '1:6  `:a` within a line is text, and the braces behind it would be lost.  Write `\\{` for the brace; a directive begins a line of its own with two or three colons.'],
  ])('%s', (_, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });

  test('all unknown models of a comparison are told', () => {
    expect(problemsOf('::compare{models="veo-3 sora veo-4"}').map((line) => line.split('  ')[1])).toEqual(['There is no model `sora`.', 'There is no model `veo-4`.']);
  });
});

test('everything is told at once, each at its place', () => {
  const source = '# One\n\n[x](model:nothing-like-it)\n\n![y](z.webp)\n\n::board{id=top-models limit=99}\n';
  expect(problemsOf(source).map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['1:1', '3:1', '5:1', '7:1']));
});

test.each([
  ['HTML', '<div>'.repeat(2000)],
  ['quotations', `Text.\n\n${'> '.repeat(60)}x`],
  ['lists', Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')],
  ['emphasis', `${'*'.repeat(200)}x${'*'.repeat(200)}`],
])('parts that are too deep are told: %s', (_, source) => {
  expect(problemsOf(source)).toEqual(['1:1  Parts stand inside each other more than 50 levels deep.  Take some of the quotations, lists or HTML elements around the text away.']);
});
