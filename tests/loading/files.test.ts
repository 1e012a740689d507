import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { kinds } from '#loading/collections';
import { formatProblem } from '#loading/problem';
import { readContent } from '#loading/read-content';
import { addField, makeProject, now, paths, problemsOf, swap, writeContent, type Change } from './fixture.ts';

/** What is done to one file, and the line that the writer must read, without the file's path. */
type Row = [name: string, file: string, change: Change, says: string];

const expectProblems = (rows: readonly Row[]): void => {
  test.each(rows)('%s', (_, file, change, says) => {
    expect(problemsOf({ [file]: change })).toEqual([`content/${file}:${says}`]);
  });
};

describe('YAML', () => {
  const quote = 'Put the whole text between quotation marks, and write quotation marks inside it as “ and ”.';
  const column = 'Write each field as `field: text`, and begin fields that belong together in the same column.';

  expectProblems([
    [
      'a field twice',
      paths.article,
      addField('title: Another'),
      '4:1  The field `title` appears twice.  Keep one of the two.',
    ],
    [
      'a tab',
      'models/gamma.yaml',
      'name: Gamma\nnotes:\n\t- One.\n',
      '3:1  A tab is used as indentation.  Indent with two spaces.',
    ],
    [
      'a colon in a title',
      paths.article,
      swap('title: A first story', 'title: Veo: a first story'),
      '3:8  A second colon is in one line, or a line begins in the wrong column.  Put text that holds `: ` between quotation marks, and begin lines that belong together in the same column.',
    ],
    [
      'text behind a quotation',
      paths.article,
      swap('title: A first story', 'title: "Stealing" and more'),
      `3:19  Something is after the end of the text.  ${quote}`,
    ],
    [
      'an apostrophe in single quotation marks',
      paths.article,
      swap('title: A first story', "title: 'It's a story'"),
      `3:12  Something is after the end of the text.  ${quote}`,
    ],
    [
      'a quotation that does not end',
      'models/gamma.yaml',
      'name: "Gamma\n',
      '2:1  A closing quotation mark or bracket is missing, or a colon behind the name of a field.  Look at this line and at the one before it.',
    ],
    [
      'text that begins with a sign',
      paths.article,
      swap('title: A first story', 'title: @megaton says'),
      '3:8  The text begins with a sign that means something else here.  Put the text between quotation marks.',
    ],
    [
      'text that begins with a star',
      paths.article,
      swap('title: A first story', 'title: *Genie*'),
      '3:8  `*Genie*` is the name of a part that this file does not have.  Put text that begins with `*` between quotation marks.',
    ],
    [
      'a line in the wrong column',
      'models/gamma.yaml',
      'name: Gamma\nnotes:\n    - One.\n  - Two.\n',
      '4:1  A second colon is in one line, or a line begins in the wrong column.  Put text that holds `: ` between quotation marks, and begin lines that belong together in the same column.',
    ],
    [
      'a bracket that does not end',
      'models/gamma.yaml',
      'name: Gamma\nmodalities: [audio\nnotes: [One.]\n',
      `3:1  A line begins in the wrong column, or a closing bracket is missing.  ${column}`,
    ],
    [
      'a field without its colon',
      paths.article,
      swap('dek: What it adds.', 'dek What it adds.'),
      `4:1  This is no field: the colon and the space behind its name are missing.  ${column}`,
    ],
    [
      'a tag that would make an object',
      'models/gamma.yaml',
      'name: !!js/function "x"\n',
      '1:7  A `!` at the beginning of a text gives it a type, which no field has.  Put text that begins with `!` between quotation marks.',
    ],
    [
      'aliases that multiply',
      'models/gamma.yaml',
      aliasBomb(),
      '4:30  The file repeats parts of itself by `&` and `*` too often.  Write the parts out.',
    ],
    [
      'a part that holds itself',
      'models/gamma.yaml',
      'name: Gamma\nnotes: &n [One., *n]\n',
      '2:18  The file repeats parts of itself by `&` and `*` too often.  Write the parts out.',
    ],
    [
      'lists that are too deep',
      'models/gamma.yaml',
      `name: ${'['.repeat(100_000)}\n`,
      '1:56  Lists or groups of fields are inside each other more than 50 levels deep.  Take brackets or `- ` away: the fields of this site need five levels at most.',
    ],
    [
      'lists that are too deep, one on each line',
      'models/gamma.yaml',
      Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}a:`).join('\n'),
      '51:101  Lists or groups of fields are inside each other more than 50 levels deep.  Take brackets or `- ` away: the fields of this site need five levels at most.',
    ],
    [
      'more than anybody reads',
      'models/gamma.yaml',
      `name: Gamma\nnotes: [${'a,'.repeat(300_000)}]\n`,
      '2:600001  The fields have more than 600,000 words and signs up to here.  Keep what readers see, and take the rest out.',
    ],
    [
      'a second document',
      'models/gamma.yaml',
      'name: Gamma\n---\nname: Delta\n',
      '2:1  A line `---` or `...` ends the fields here, and more follows.  Delete the line, or put a text that begins with these signs between quotation marks.',
    ],
    [
      'a headline that a comment cuts',
      paths.article,
      swap('title: A first story', 'title: The #1 story'),
      '3:12  Warning: The text ends before this `#`: `The` is all that readers see.  Put the whole text between quotation marks; a comment goes on a line of its own.',
    ],
    [
      'an item of a list that a comment cuts',
      'models/gamma.yaml',
      'name: Gamma\nnotes:\n  - One # two\n',
      '3:9  Warning: The text ends before this `#`: `One` is all that readers see.  Put the whole text between quotation marks; a comment goes on a line of its own.',
    ],
    [
      'a field that only another kind of edition has',
      paths.scored,
      swap('model: beta-2,', 'model: beta-2, rank: 2,'),
      '5:61  `rank` (item 2 of `entries`) is not a known field.  Known fields: model, listed, name, score, lower, upper, votes.',
    ],
    [
      'fields of another entry',
      paths.editorial,
      swap('{model: beta-2, rank: 1}', '{<<: {rank: 1}, model: beta-2, rank: 1}'),
      '5:6  `<<` (item 2 of `entries`) is not a known field.  Parts of other entries cannot be taken over: write each field out.',
    ],
  ]);

  test('a field whose text is a comment is empty, and says why', () => {
    expect(problemsOf({ [paths.article]: swap('dek: What it adds.', 'dek: #1 in the arena') })).toEqual([
      `content/${paths.article}:4:6  Warning: A text that begins with \`#\` is a comment, and the field is empty.  Put the text between quotation marks.`,
      `content/${paths.article}:4:6  \`dek\` is empty.  Write one or two sentences of at most 300 characters, better 200.`,
    ]);
  });

  test.each([
    ['a number', 'prices:\n  - {date: 2026-01-11, tier: pro, usdPerSecond: 0.14} # From the price list.\n'],
    ['a comment of its own line', '# All of it.\nnotes: [One.]\n# The end.\n'],
    ['a comment behind the name of a list', 'notes: # Two of them.\n  - One.\n'],
    ['a sign within a text', 'notes: ["One # two", C#, a#b]\n'],
    ['a few aliases', 'notes: [&a One., *a]\n'],
  ])('has nothing to say about %s', (_, fields) => {
    expect(problemsOf({ 'models/gamma.yaml': `name: Gamma\n${fields}` })).toEqual([]);
  });

  test('reads dates, yes and no as the text they are', () => {
    const { collections } = readContent(
      makeProject({ 'models/gamma.yaml': 'name: no\nreleased: {value: 2025-12-03}\nnotes: [yes, on]\n' }),
      now,
    );
    const gamma = collections.models.find(({ id }) => id === 'gamma');
    expect(gamma?.data).toMatchObject({ name: 'no', released: { value: '2025-12-03' }, notes: ['yes', 'on'] });
  });
});

describe('text', () => {
  const front = '---\nid: 20260110-abc123\ntitle: A first story\n';

  expectProblems([
    [
      'invalid UTF-8',
      'models/gamma.yaml',
      new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xff, 0xfe]),
      '1:1  The file is not UTF-8 text.  Save it with the encoding UTF-8.',
    ],
    [
      'Latin-1',
      'models/gamma.yaml',
      new Uint8Array([...Buffer.from('name: Caf'), 0xe9]),
      '1:1  The file is not UTF-8 text.  Save it with the encoding UTF-8.',
    ],
    [
      'a NUL byte',
      'models/gamma.yaml',
      'name: Gam\0ma\n',
      '1:10  A control character is here, which no reader can see.  Delete it, or save the file as plain UTF-8 text.',
    ],
    [
      'a control character in a title',
      paths.article,
      swap('A first story', 'A first\u0008 story'),
      '3:15  A control character is here, which no reader can see.  Delete it, or save the file as plain UTF-8 text.',
    ],
    [
      'a control character in the text',
      paths.article,
      swap('The first sentence.', 'The first\u001b sentence.'),
      '21:10  A control character is here, which no reader can see.  Delete it, or save the file as plain UTF-8 text.',
    ],
    [
      'no fields',
      paths.article,
      'Only text.\n',
      '1:1  The file does not begin with fields between two lines `---`.  Begin with a line `---`, then the fields, then a line `---`, then the text.',
    ],
    [
      'fields that do not end',
      paths.article,
      front,
      '1:1  The file does not begin with fields between two lines `---`.  Begin with a line `---`, then the fields, then a line `---`, then the text.',
    ],
    [
      'fields behind other text',
      paths.article,
      (text) => `\n${text}`,
      '1:1  The file does not begin with fields between two lines `---`.  Begin with a line `---`, then the fields, then a line `---`, then the text.',
    ],
  ]);

  test.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('%s is no problem', (_, change) => {
    expect(problemsOf({ [paths.article]: change, [paths.model]: change })).toEqual([]);
  });
});

describe('places', () => {
  const stray = (place: string, pictures = ''): string =>
    `1:1  The path of this file fits no kind of content.  Use ${place}, with names in lower case, digits and hyphens${pictures}.`;
  const otherPicture = '1:1  Pictures of this type are not taken.  Save the picture as WebP, PNG or JPEG.';
  const article = stray(
    'content/articles/<year>/<slug>/index.md',
    ', and pictures (.webp, .png or .jpg) and tables (.csv) next to it',
  );
  const hidden =
    '1:1  The path of this file fits no kind of content.  Delete it: files whose names begin with a dot are not read.';

  expectProblems([
    [
      'code among articles',
      'articles/2026/first-story/index.mdx',
      'export const x = 1;\n',
      '1:1  MDX is code, and stories are text.  Name the file index.md, and write boxes as directives such as `:::aside{title="…"}`.',
    ],
    ['an article without a folder', 'articles/2026/second-story.md', '---\n---\n', article],
    ['an article without a year', 'articles/second-story/index.md', '---\n---\n', article],
    ['a question mark in a name', 'articles/2026/what-now?/index.md', '---\n---\n', article],
    ['a number sign in a name', 'articles/2026/story-#1/index.md', '---\n---\n', article],
    ['capitals in a name', 'articles/2026/First/index.md', '---\n---\n', article],
    ['a picture of another kind', 'articles/2026/first-story/hero.gif', 'GIF89a', otherPicture],
    [
      'a picture that can run code',
      'articles/2026/first-story/chart.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      otherPicture,
    ],
    ['a picture as phones save it', 'reviews/alpha-1-tested/IMG_0001.HEIC', 'ftypheic', otherPicture],
    ['a picture with a space in its name', 'articles/2026/first-story/my hero.webp', 'RIFF', article],
    ['a leading dot', 'models/.gamma.yaml', 'name: Gamma\n', hidden],
    ['a file that a system leaves behind', 'articles/2026/.DS_Store', 'x', hidden],
    [
      'a file of no folder',
      'notes.txt',
      'x',
      '1:1  The path of this file fits no kind of content.  Move it into the folder of its kind; content/README.md lists them all.',
    ],
    ['another ending', 'models/delta.yml', 'name: Delta\n', stray('content/models/<id>.yaml')],
    [
      'a file of a board that is no edition',
      'leaderboards/top/notes.txt',
      'x',
      stray(
        Object.values(kinds)
          .map(({ place }) => place)
          .filter((place) => place.includes('<board>') && place.endsWith('.yaml'))
          .join(' or '),
      ),
    ],
  ]);

  test.each([
    ['to a file', 'models/delta.yaml', 'gamma.yaml'],
    ['to a file outside', 'models/delta.yaml', '/etc/hostname'],
    ['to a folder', 'articles/2026/linked', 'first-story'],
    ['to nothing', 'models/delta.yaml', 'gone.yaml'],
  ])('a symbolic link %s', (_, link, target) => {
    const root = makeProject();
    symlinkSync(target, join(root, 'content', link));
    expect(readContent(root, now).problems.map(formatProblem)).toEqual([
      `content/${link}:1:1  This is a symbolic link, not a file.  Put the file itself here.`,
    ]);
  });
});

describe('entries', () => {
  test('have the name of their file as id, whatever their fields say', () => {
    const { collections } = readContent(makeProject(), now);
    const ids = Object.fromEntries(
      Object.entries(collections).map(([kind, entries]) => [kind, entries.map(({ id }) => id)]),
    );
    expect(ids).toMatchObject({
      site: ['site'],
      categories: ['technology', 'policy'],
      authors: ['the-desk'],
      providers: ['acme'],
      models: ['alpha-1', 'beta-2', 'gamma'],
      boards: ['arena', 'top'],
      editions: ['arena/2026-01-10', 'top/2026-01-10'],
      articles: ['first-story'],
      reviews: ['alpha-1-tested'],
      products: ['mask'],
      pages: ['method', 'terms'],
    });
  });

  test('have a digest that changes with their file and with nothing else', () => {
    const root = makeProject();
    const digests = (): Record<string, string> =>
      Object.fromEntries(readContent(root, now).collections.models.map(({ id, digest }) => [id, digest]));
    const before = digests();
    writeContent(root, 'models/gamma.yaml', 'name: Gamma two\n');
    const after = digests();
    expect(after['gamma']).not.toBe(before['gamma']);
    expect({ ...after, gamma: '' }).toEqual({ ...before, gamma: '' });
  });

  test('come in the same order whatever order they were written in', () => {
    const names = ['zeta', 'a', 'm-1', 'b-2'];
    const write = (order: readonly string[]): string[] => {
      const root = makeProject();
      for (const name of order) writeContent(root, `models/${name}.yaml`, `name: ${name}\n`);
      return readContent(root, now).collections.models.map(({ id }) => id);
    };
    expect(write(names)).toEqual(write([...names].reverse()));
  });

  test('the size of a picture is found behind long notes of a camera', async () => {
    const jpeg = await sharp({ create: { width: 1600, height: 900, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    // A segment for an application, behind the two bytes that begin a JPEG.
    const note = Buffer.concat([Buffer.of(0xff, 0xe5, 0xff, 0xff), Buffer.alloc(0xffff - 2, 'x')]);
    const file = 'articles/2026/first-story/photo.jpg';
    for (const count of [0, 1, 4]) {
      const bytes = Buffer.concat([
        jpeg.subarray(0, 2),
        ...Array.from({ length: count }, () => note),
        jpeg.subarray(2),
      ]);
      const { pictures, problems } = readContent(makeProject({ [file]: bytes }), now);
      expect([pictures.get(`content/${file}`), problems]).toEqual([{ width: 1600, height: 900 }, []]);
    }
  });

  test('pictures are known by their paths, with the size that their header names', () => {
    expect([...readContent(makeProject(), now).pictures]).toEqual([
      ['content/articles/2026/first-story/hero.webp', { width: 1600, height: 900 }],
    ]);
  });
});

/** Nine names, each standing for nine of the one before: 9 ** 9 parts. */
function aliasBomb(): string {
  const lines = [
    'a0: &a0 [x]',
    ...Array.from(
      { length: 9 },
      (_, level) => `a${level + 1}: &a${level + 1} [${Array.from({ length: 9 }, () => `*a${level}`).join(', ')}]`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

test('what is read of files is plain data: it comes back from a memory as it was', () => {
  const { collections } = readContent(process.cwd(), new Date('2026-11-25T00:00:00Z'));
  expect(Object.values(collections).flat().length).toBeGreaterThan(100);
  expect(JSON.parse(JSON.stringify(collections))).toStrictEqual(collections);
});
