import { expect, test } from 'vitest';
import { checkPage } from '#markdown/check-page';
import type { Destinations } from '#markdown/check-links';

const paths = new Set(['/news/', '/models/']);
const to: Destinations = {
  model: new Set(['veo-3']),
  article: new Set(),
  board: new Set(),
  paths,
  isPath: (path) => paths.has(path.replace(/[?#].*$/u, '')),
  anchorsAt: () => undefined,
  site: 'https://paper.example',
};

/** Every problem of the text of a page, each as `line:column  what  write`. */
const problemsOf = (source: string): string[] =>
  checkPage(source, to, ['general', 'media']).map(
    ({ line, column, what, write }) => `${line}:${column}  ${what}  ${write}`,
  );

const sign = 'For the sign itself, write a backslash in front of it: `\\{` or `\\<`.';
const braces = `What is between braces is code, and a page has none.  ${sign}`;
const begins =
  'A paragraph that begins with `import` or `export` is code, and a page has none.  Begin the sentence with another word, or delete it.';

test('a good page has no problem', () => {
  const source = `Write to <Email address={props.contacts.media} />, see [the news](/news/) or [below](#parts).

{/* A note for writers. */}

## Parts

H<sub>2</sub>O, a \\{ and a \\<, 1 < 2, and <a href="https://ok.example">a link</a>.

| a | b |
| - | - |
| 1 | 2 |

<PostalAddress lines={props.address} />`;
  expect(problemsOf(source)).toEqual([]);
});

test.each([
  ['an open brace', 'Text.\n\nA { and more', `3:3  ${braces}`],
  ['code in a sentence', 'Text {1 + 1}.', `1:6  ${braces}`],
  ['code that is none', '{1 + }', `1:6  ${braces}`],
  ['code in an attribute', '<b title={x}>y</b>', `1:1  ${braces}`],
  ['an import', 'import x from "y"\n\nText.', `1:1  ${begins}`],
  ['an export', 'Text.\n\nexport const a = ', `3:1  ${begins}`],
  ['an element without an end', 'Text.\n\n<b>bold', '3:1  The element `<b>` has no end.  Write `</b>` where it ends.'],
  [
    'an end without an element',
    'a\n\n</b>',
    `3:1  The text cannot be read: Unexpected closing tag \`</b>\`, expected an open tag first.  ${sign}`,
  ],
  ['a comment of HTML', 'a <!-- b -->', '1:3  A comment of HTML is not possible in a page.  Write `{/* … */}`.'],
  [
    'an address between signs',
    'a <https://b.example>',
    '1:3  What begins with `<` here is no element.  Write a link as `[words](https://…)`, and the sign itself as `\\<`.',
  ],
  [
    'a script',
    '<script>alert(1)</script>',
    '1:1  `<script>` is not allowed in a page.  Write it as Markdown, or delete the tag.',
  ],
  ['a handler', '<b onclick="x">y</b>', '1:1  `onclick` of `<b>` is not allowed in a page.  Delete it.'],
  ['an unknown element', 'a <Emial />', '1:3  There is no element `<Emial>`.  Did you mean `<Email>`?'],
  [
    'a name of every object',
    '<constructor />',
    '1:1  `<constructor>` is not allowed in a page.  Write it as Markdown, or delete the tag.',
  ],
  [
    'an unknown contact',
    '<Email address={props.contacts.editor} />',
    '1:1  There is no contact `editor` in site.yaml.  Contacts are general, media.',
  ],
  [
    'an element without its field',
    '<Email />',
    '1:1  The element `<Email>` has other fields than it needs.  Write `<Email address={props.contacts.general} />`.',
  ],
  [
    'an element with the field of another',
    '<PostalAddress lines={props.contacts} />',
    '1:1  The element `<PostalAddress>` has other fields than it needs.  Write `<PostalAddress lines={props.address} />`.',
  ],
  ['a page that is not there', 'See [it](/nwes/).', '1:5  There is no page `/nwes/`.  Did you mean `/news/`?'],
  [
    'a link of HTML that leads nowhere',
    '<a href="/nwes/">it</a>',
    '1:1  There is no page `/nwes/`.  Did you mean `/news/`?',
  ],
  [
    'a link to a model by its id',
    '[Veo](model:veo-3)',
    '1:1  A page has no links with `model:`.  Write `/models/veo-3/`.',
  ],
  [
    'a second headline',
    'Text.\n\n# Big',
    '3:1  A heading with one `#` is the headline, which is in the front matter.  Write `##`.',
  ],
  ['braces without number', '{'.repeat(200_000), `1:1  The text has more than 500 braces.  ${sign}`],
])('%s is reported', (_, source, problem) => {
  expect(problemsOf(source)).toEqual([problem]);
});
