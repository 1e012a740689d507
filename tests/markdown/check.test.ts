import { describe, expect, test } from 'vitest';
import { checkBody } from '#markdown/check';
import type { Destinations } from '#markdown/check-links';
import { anchorsIn } from '#markdown/render';

const paths = new Set(['/news/', '/news/project-genie/', '/models/']);

const to: Destinations = {
  model: new Set(['kling-2-6', 'veo-3']),
  article: new Set(['project-genie']),
  board: new Set(['top-models']),
  paths,
  isPath: (path) => paths.has(path.replace(/[?#].*$/u, '')),
  anchorsAt: (path) => (path === '/news/project-genie/' ? new Set(['what-it-shows']) : undefined),
  site: 'https://paper.example',
};

const nextToText = {
  hasPicture: (file: string) => file === 'hero.webp',
  hasTable: (file: string) => file === 'prices.csv',
};

/** Every problem of a text whose folder holds `hero.webp` and `prices.csv`, each as `line:column  what  write`. */
const problemsOf = (source: string): string[] =>
  checkBody(source, to, nextToText).map(
    ({ line, column, what, write, warning }) => `${line}:${column}  ${warning ? 'Warning: ' : ''}${what}  ${write}`,
  );

const address =
  'Write an address that starts with https://, a path that starts with /, `model:` with an id, or `article:` with a slug.';
const figure = (file: string, alt: string): string =>
  `Put the picture into the folder of the story, and write \`:::figure{src=${file} alt="${alt}" credit="…" made=photo}\`, a caption, and \`:::\`, each on a line of its own.`;
const misplaced =
  'A directive is inside a list, a quotation or another directive.  Write it on a line of its own, with empty lines around it.';

test('a good text has no problem', () => {
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
    [
      'an unknown model',
      'One.\n\nTwo [x](model:kling-2-7).',
      '3:5  There is no model `kling-2-7`.  Did you mean `kling-2-6`?',
    ],
    [
      'a model that is like no other',
      '[x](model:sora)',
      '1:1  There is no model `sora`.  Use the id of a model that exists.',
    ],
    [
      'an unknown article',
      '[x](article:project-geni)',
      '1:1  There is no article `project-geni`.  Did you mean `project-genie`?',
    ],
    [
      'a reference to an unknown model',
      '[x][1]\n\n[1]: model:veo-4',
      '3:1  There is no model `veo-4`.  Did you mean `veo-3`?',
    ],
    ['a relative path', '[x](../other/)', `1:1  The link \`../other/\` has no known form.  ${address}`],
    [
      'an address without its beginning',
      '[x](www.ok.example)',
      `1:1  The link \`www.ok.example\` has no known form.  ${address}`,
    ],
    [
      'a path that leads to another site',
      '[x](//evil.example/)',
      `1:1  The link \`//evil.example/\` has no known form.  ${address}`,
    ],
    ['a script', '[x](javascript:alert(1))', `1:1  The link \`javascript:alert(1)\` has no known form.  ${address}`],
    ['a page that is not there', '[x](/newz/)', '1:1  There is no page `/newz/`.  Did you mean `/news/`?'],
    ['a page without its last slash', '[x](/news)', '1:1  There is no page `/news`.  Did you mean `/news/`?'],
    [
      'a page of this site by its full address',
      '[x](https://paper.example/nothing-at-all/)',
      '1:1  There is no page `/nothing-at-all/`.  Write the path of a page that exists.',
    ],
    [
      'a heading that is not there',
      'See [x](#prizes).\n\n## Prices',
      '1:5  There is no heading `#prizes` in the text.  Did you mean `#prices`?',
    ],
    [
      'a heading of another story that is not there',
      '[x](/news/project-genie/#what-is-shown)',
      '1:1  There is no heading `#what-is-shown` in `/news/project-genie/`.  Did you mean `#what-it-shows`?',
    ],
    [
      'words that name another host',
      'Go to [www.bank.example](https://evil.example/login).',
      '1:7  The link reads `bank.example` and leads to `evil.example`.  Write where it leads, or words in place of an address.',
    ],
    [
      'a full address as words that name another host',
      '[https://bank.example/a](https://bank.example.evil.example/a)',
      '1:1  The link reads `bank.example` and leads to `bank.example.evil.example`.  Write where it leads, or words in place of an address.',
    ],
    [
      'a host of two scripts',
      '[x](https://р\u0430ypal.example/)',
      '1:1  Warning: The host of the link mixes letters of different scripts (Latin, Cyrillic).  Check that it is the site that you mean, and type its address again.',
    ],
    [
      'an empty address',
      '[the report]()',
      '1:1  The link `the report` has no address.  Write the address between the round brackets: `[words](https://…)`.',
    ],
    [
      'an empty address and no words',
      '[]( )',
      '1:1  The link has no address.  Write the address between the round brackets: `[words](https://…)`.',
    ],
    [
      'an address without its scheme',
      '[x](github.com/a/b)',
      '1:1  The link `github.com/a/b` has no `https://`.  Write `https://github.com/a/b`.',
    ],
    ['data', '[x](data:text/html,x)', `1:1  The link \`data:text/html,x\` has no known form.  ${address}`],
  ])('%s', (_, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });
});

describe('a link whose words look like an address', () => {
  test.each([
    ['a host', '[bank.com](https://evil.example/)', 'bank.com'],
    ['a host in another script', '[пример.рф](https://evil.example/)', 'пример.рф'],
    ['a host with a path', '[Bank.com/login](https://evil.example/)', 'bank.com'],
    ['a host with www', '[www.bank.example](https://evil.example/)', 'bank.example'],
    ['a scheme', '[https://setup.py](https://evil.example/)', 'setup.py'],
    ['another site below a public suffix', '[mine.github.io](https://other.github.io/)', 'mine.github.io'],
    ['another company below a public suffix', '[a.co.uk](https://b.co.uk/)', 'a.co.uk'],
  ])('is refused when it leads elsewhere: %s', (_, source, shown) => {
    expect(problemsOf(source)).toEqual([
      expect.stringMatching(new RegExp(`^1:1  The link reads \`${shown}\` and leads to `, 'u')),
    ]);
  });

  test.each([
    ['a name with capitals', '[Blip.tv](https://en.wikipedia.org/wiki/Blip.tv)', 'blip.tv'],
    ['a domain that nobody can have', '[bank.example](https://evil.example/)', 'bank.example'],
    ['a name of code', '[IPython.display.Javascript](https://ok.example/)', 'ipython.display.javascript'],
  ])('gets advice where it may be a name: %s', (_, source, shown) => {
    expect(problemsOf(source)).toEqual([
      expect.stringMatching(
        new RegExp(`^1:1  Warning: The link reads \`${shown}\`, which readers may take for an address`, 'u'),
      ),
    ]);
  });

  test.each([
    'llama.cpp',
    'whisper.cpp',
    'docker-compose.yml',
    'requirements.txt',
    'main.py',
    'README.md',
    'install.sh',
    'Node.js',
    'ASP.NET',
    'Creati.ai',
    'e.g.',
    'Version 2.0',
    'bank.com and others',
  ])('%s is none', (words) => {
    expect(problemsOf(`[${words}](https://ok.example/)`)).toEqual([]);
  });

  test.each([
    ['a part of the site', '[github.com/a](https://gist.github.com/b)'],
    ['another part of the site', '[news.bbc.co.uk](https://www.bbc.co.uk/a)'],
  ])('may lead to %s', (_, source) => {
    expect(problemsOf(source)).toEqual([]);
  });
});

describe('callouts and boxes of other systems', () => {
  const text = 'looks like a box and is text.';
  const note = 'Write `> [!NOTE]`, and the text on lines that begin with `> `.';

  test.each([
    ['a blank behind the colons', '::: note\nText.', `1:1  \`::: note\` ${text}  ${note}`],
    [
      'a blank and a box of ours',
      'Text.\n::: aside',
      `2:1  \`::: aside\` ${text}  Write \`:::aside\` without a blank.`,
    ],
    [
      'a blank before the brace',
      '::board {id=top-models}',
      `1:1  \`::board {id=top-models}\` ${text}  Write \`::board{…}\` with nothing else on the line.`,
    ],
    ['in a list', '- One.\n- ::: note', `2:3  \`::: note\` ${text}  ${note}`],
    [
      'an end without a beginning',
      'Text.\n\n:::',
      `3:1  \`:::\` ${text}  Delete the colons, or write the name of a box behind the first ones.`,
    ],
    ['a habit from elsewhere', ':::note\nText.\n:::', `1:1  There is no directive \`note\`.  ${note}`],
    [
      'another habit',
      ':::danger\nText.\n:::',
      '1:1  There is no directive `danger`.  Write `> [!CAUTION]`, and the text on lines that begin with `> `.',
    ],
    ['an unknown callout', '> [!INFO]\n> Text.', `1:1  There is no callout \`[!INFO]\`.  ${note}`],
    ['a misspelt callout', '> [!WARNIG]\n> Text.', '1:1  There is no callout `[!WARNIG]`.  Did you mean `[!WARNING]`?'],
    [
      'a callout with a title',
      '> [!TIP] Title\n> Text.',
      '1:1  Text is behind `[!TIP]` on its line, so that it is no callout.  Begin the text on the next line, after `> `.',
    ],
  ])('%s', (_, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });

  test.each([
    ['callouts', '> [!NOTE]\n> Text.\n\n> [!warning]\n>\n> Text.'],
    ['tasks', '- [x] done\n- [ ] open'],
    ['subscripts', 'H~2~O and ~~gone~~'],
    ['details', '<details open>\n<summary>More</summary>\n\nText.\n\n</details>'],
    ['colons within a line', 'Use std::vector, `::x` and a *b*:: c.'],
  ])('%s have no problem', (_, source) => {
    expect(problemsOf(source)).toEqual([]);
  });
});

test.each([
  ['a host as it is', '[reporter.example](https://www.reporter.example/a)'],
  ['a part of the named host', '[reporter.example](https://docs.reporter.example/a)'],
  ['the name of a product', '[Node.js](https://nodejs.example/)'],
  ['a heading of its own', '[x](#prices)\n\n## Prices'],
  ['a note of its own', '[x](#fn-1) and[^1]\n\n[^1]: Note.'],
  ['a heading of another story', '[x](/news/project-genie/#what-it-shows)'],
  ['a part of a page that is no story', '[x](/models/#open)'],
  ['a query', '[x](/models/?q=a)'],
])('a right link has no problem: %s', (_, source) => {
  expect(problemsOf(source)).toEqual([]);
});

describe('notes', () => {
  test.each([
    [
      'a mark without a note',
      'One.\nTwo.[^7]',
      '2:5  There is no note `7`.  Write `[^7]: …` on a line of its own, or take the mark out.',
    ],
    [
      'a note without a mark',
      'Text.\n\n[^1]: Lost.',
      '3:1  No mark in the text names the note `1`, so that no reader sees it.  Write `[^1]` where it belongs, or take the note out.',
    ],
    ...['größe', 'a.b', '1:2', '"onclick=x'].map((name): [string, string, string] => [
      `a note named ${name}`,
      `One.[^${name}]\n\n[^${name}]: Note.`,
      `3:1  The note \`${name.replace('ß', 'ss')}\` has signs in its name that no address holds, so that its mark would lead nowhere.  Name it with numbers, letters from a to z and hyphens.`,
    ]),
  ])('%s', (_, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });

  test('marks in code are text', () => {
    expect(problemsOf('`[^1]`')).toEqual([]);
  });
});

describe('pictures and HTML', () => {
  test.each([
    [
      'a picture without credit',
      'Text ![x](hero.webp).',
      `1:6  A picture is in the text without credit.  ${figure('hero.webp', 'x')}`,
    ],
    [
      'a picture by reference',
      '![x][1]\n\n[1]: https://ok.example/hero.webp',
      `1:1  A picture is in the text without credit.  ${figure('picture.webp', 'x')}`,
    ],
    [
      'a script',
      'Text.\n\n<script>alert(1)</script>',
      '3:1  `<script>` is not allowed and would be taken out.  Delete it: no story runs script.',
    ],
    [
      'a frame within a line',
      'Text <iframe src="https://ok.example"> more.',
      '1:6  `<iframe>` is not allowed and would be taken out.  Write `::video{url="https://…" title="…"}` on a line of its own.',
    ],
    [
      'an event handler',
      'Text <b onmouseover="alert(1)">x</b>.',
      '1:9  `onmouseover` of `<b>` is not allowed and would be taken out.  Delete it: no story runs script.',
    ],
    [
      'an event handler on a later line',
      '<div\n  onclick=alert(1)>x</div>',
      '2:3  `onclick` of `<div>` is not allowed and would be taken out.  Delete it: no story runs script.',
    ],
    [
      'an event handler without a space',
      '<div>\n<b/onclick=alert(1)>x</b>\n</div>',
      '2:4  `onclick` of `<b>` is not allowed and would be taken out.  Delete it: no story runs script.',
    ],
    [
      'a style',
      'Text <em style="color:red">x</em>.',
      '1:10  `style` of `<em>` is not allowed and would be taken out.  Delete it: all stories have one look.',
    ],
    [
      'another attribute',
      '<ol type="a"><li>x</li></ol>',
      '1:5  `type` of `<ol>` is not allowed and would be taken out.  Delete it; only these are possible here: `start`.',
    ],
    [
      'a style sheet',
      '<style>p{}</style>',
      '1:1  `<style>` is not allowed and would be taken out.  Delete it: all stories have one look.',
    ],
    [
      'a script behind entities',
      'Go <a href="jav&#97;script:alert(1)">x</a>.',
      `1:7  The link \`javascript:alert(1)\` has no known form.  ${address}`,
    ],
    [
      'an unknown model in HTML',
      '<a href="model:veo-33">x</a>',
      '1:4  There is no model `veo-33`.  Did you mean `veo-3`?',
    ],
    [
      'a level of headings left out',
      '## One\n\n#### Two',
      '3:1  Warning: Before this heading with `####` a level is left out.  Write `###`.',
    ],
    [
      'a headline in the text',
      'Text.\n\n# Headline',
      '3:1  A heading with one `#` is the headline, which is in the front matter.  Write `##`.',
    ],
  ])('%s', (_, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });
});

describe('directives', () => {
  test.each([
    ['an unknown name', 'Text.\n\n::bord{id=top-models}', '3:1  There is no directive `bord`.  Did you mean `board`?'],
    ['an unknown board', '::board{id=top-model}', '1:1  There is no board `top-model`.  Did you mean `top-models`?'],
    ['an unknown model', '::model{id=veo-33}', '1:1  There is no model `veo-33`.  Did you mean `veo-3`?'],
    [
      'a missing picture',
      ':::figure{src=other.webp alt="A" credit="C" made=ai}\n:::',
      '1:1  There is no picture `other.webp` in this folder.  Put the picture into the folder of the article, or write the name of one that is there.',
    ],
    [
      'missing alt text',
      ':::figure{src=hero.webp credit="C" made=ai}\n:::',
      '1:1  `figure` has no `alt`.  Write alt="…": what the picture shows.',
    ],
    [
      'alt text that repeats the caption',
      ':::figure{src=hero.webp alt="A camera." credit="C" made=ai}\nA camera\n:::',
      '1:1  Warning: The alt text repeats the caption, so a screen reader says it twice.  Say in `alt` what is to be seen.',
    ],
    ['in a quotation', 'Text.\n\n> ::board{id=top-models}', `3:3  ${misplaced}`],
    ['in another directive', '::::aside{title="T"}\nText.\n\n::model{id=veo-3}\n::::', `4:1  ${misplaced}`],
    [
      'braces in a line',
      'At 10:a{b} o’clock.',
      '1:6  `:a` within a line is text, and the braces behind it would be lost.  Write `\\{` for the brace; a directive begins a line of its own with two or three colons.',
    ],
  ])('%s', (_, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });

  test('all unknown models of a comparison are reported', () => {
    expect(problemsOf('::compare{models="veo-3 sora veo-4"}').map((line) => line.split('  ')[1])).toEqual([
      'There is no model `sora`.',
      'There is no model `veo-4`.',
    ]);
  });
});

test('everything is reported at once, each with its position', () => {
  const source = '# One\n\n[x](model:nothing-like-it)\n\n![y](z.webp)\n\n::board{id=top-models limit=99}\n';
  expect(problemsOf(source).map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['1:1', '3:1', '5:1', '7:1']),
  );
});

test.each([
  ['HTML', '<div>'.repeat(2000), 1],
  ['quotations', `Text.\n\n${'> '.repeat(60)}x`, 3],
  ['lists on one line', `${'- '.repeat(60)}x`, 1],
  ['lists', Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'), 1],
  ['emphasis', `${'*'.repeat(200)}x${'*'.repeat(200)}`, 1],
])('parts that are too deep are reported: %s', (_, source, line) => {
  expect(problemsOf(source)).toEqual([
    `${line}:1  Parts are inside each other more than 50 levels deep.  Take some of the quotations, lists or HTML elements around the text away.`,
  ]);
});

// The parser takes the square of the length, or more, for each of these.
describe('what is too much to read is reported, and not read', () => {
  test.each([
    [
      'a table of many columns and short rows',
      `Text.\n\n|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n${'|a\n'.repeat(5000)}`,
      '13:1  The tables of the text have more than 50000 cells.',
    ],
    [
      'a table of many columns in a quotation',
      `> |${'a|'.repeat(5000)}\n> |${':-:|'.repeat(5000)}\n${'> |a\n'.repeat(5000)}`,
      '11:1  The tables of the text have more than 50000 cells.',
    ],
    ['quotation marks', `Text.\n\n${`"a`.repeat(50_000)}`, '3:1  This paragraph is too long: 100001 letters'],
    ['directives in a line', ':a['.repeat(30_000), '1:1  This paragraph is too long: 90001 letters'],
    ['colons', ':::\n'.repeat(20_000), '2001:1  The text has more than 2000 boxes.'],
    ['HTML', '<details>\n\n'.repeat(10_000), '10001:1  The text has more than 5000 HTML tags.'],
    [
      'attributes',
      `Text <b\n${Array.from({ length: 2000 }, (_, index) => `a${index}`).join(' ')}>.`,
      '1:1  An HTML tag has more than 5000 letters.',
    ],
    [
      'quotations of quotations',
      `${'> '.repeat(40)}a\n\n`.repeat(10_000),
      '3001:1  The text has more than 60000 marks',
    ],
    ['lines', 'a\n\n'.repeat(20_000), '30001:1  The text has 40001 lines.'],
  ])('%s', { timeout: 30_000 }, (_, source, problem) => {
    expect(problemsOf(source)).toEqual([expect.stringContaining(problem)]);
    expect(anchorsIn(source)).toBeUndefined();
  });
});

describe('many of a kind are checked in one go', () => {
  const rows = (count: number, row: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => row(index)).join('\n');

  test.each([
    ['links to long addresses', rows(300, (i) => `[x](/${i}${'x'.repeat(3000)}/)`), 300],
    ['links to unknown models', rows(7000, (i) => `[x](model:no-${i})\n`), 7000],
    ['marks without a note', rows(9000, () => 'a[^1]'), 9000],
    ['headings with the same words', `[x](#no)\n\n${rows(20_000, () => '## One')}`, 1],
    [
      'attributes of a directive',
      `::board{id=top-models ${rows(20_000, (i) => `a${i}=b`).replaceAll('\n', ' ')}}`,
      20_000,
    ],
  ])('%s', { timeout: 30_000 }, (_, source, count) => {
    expect(problemsOf(source)).toHaveLength(count);
  });
});
