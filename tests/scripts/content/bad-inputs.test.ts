import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#loading/problem';
import { checkContent } from '../../../src/loading/check-content.ts';
import { addField, append, makeProject, now, paths, swap, type Changes } from '../../loading/fixture.ts';

/** What a writer may do wrong, and every line that the check then writes, below `content/`. */
type Row = [name: string, changes: Changes, ...says: string[]];

const { article, review, model, site, categories, editorial, scored } = paths;
const folder = 'articles/2026/first-story';

/** Fields of the article, one changed. */
const field = (from: string, to: string): Changes => ({ [article]: swap(from, to) });
/** Good fields with another text, which begins on line 21. */
const body = (text: string): Changes => ({ [article]: swap('The first sentence.', text) });
/** The picture of the article as other bytes. */
const hero = (bytes: Uint8Array | string): Changes => ({ [`${folder}/hero.webp`]: bytes });

/** The header of a PNG that claims a size, with an end: what a check by header alone can see. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(1))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The article with a PNG for a hero. */
const pngHero = (bytes: Uint8Array): Changes => ({
  [article]: swap('hero.webp', 'hero.png'),
  [`${folder}/hero.png`]: bytes,
  [`${folder}/hero.webp`]: null,
});

const address =
  'Write an address that starts with https://, a path that starts with /, `model:` with an id, or `article:` with a slug.';
const saveAs = 'Save the picture as WebP, PNG or JPEG.';
const turned =
  'An invisible character turns the direction of the text here.  Delete it; right-to-left words need none.';
const inThisFolder = 'Put the picture into the folder of the article and write its file name, for example `hero.webp`.';
const second = (fields: string): string =>
  `---\nid: 20260210-zzz999\ntitle: Quite another matter\ncategory: policy\ndate: 2026-02-10\nauthors: [the-desk]\n${fields}sources: [{title: R, publisher: P, url: https://p.example/, accessed: 2026-01-11}]\n---\nText.\n`;

const rows: Record<string, Row[]> = {
  'fields of a story': [
    [
      'a field left out',
      { [article]: (text) => text.replace('title: A first story\n', '') },
      `${article}:2:1  \`title\` is missing.  Write a headline of at most 140 characters, better 50 to 80.`,
    ],
    [
      'a misspelt field',
      field('dek: What', 'dekk: What'),
      `${article}:4:1  \`dekk\` is not a known field.  Did you mean \`dek\`?`,
    ],
    [
      'an empty field',
      field('category: technology', 'category:'),
      `${article}:5:10  \`category\` is empty.  Write one of the ids in content/categories.yaml.`,
    ],
    [
      'a number for a headline',
      field('title: A first story', 'title: 1984'),
      `${article}:3:8  \`title\` must be text, and is a number.  Write a headline of at most 140 characters, better 50 to 80. Put text that looks like a number or like true or false between quotation marks.`,
    ],
    [
      'text for a list',
      field('authors: [the-desk]', 'authors: the-desk'),
      `${article}:7:10  \`authors\` must be a list, and is text.  Write a list of author ids, for example [megaton-staff].`,
    ],
    [
      'no author',
      field('authors: [the-desk]', 'authors: []'),
      `${article}:7:10  \`authors\` is an empty list.  Write a list of author ids, for example [megaton-staff].`,
    ],
    [
      'a headline that is far too long',
      field('A first story', 'x'.repeat(141)),
      `${article}:3:8  \`title\` has more than 140 characters.  Write a headline of at most 140 characters, better 50 to 80.`,
    ],
    [
      'an id of another form',
      field('20260110-abc123', 'my-first-story'),
      `${article}:2:5  \`id\` does not have the form YYYYMMDD-xxxxxx.  Write the day of creation, a hyphen and six letters or digits, for example \`20260123-k7m2qx\`; never change it.`,
    ],
    [
      'a tag with a space',
      field('tags: [launches]', 'tags: [big launches]'),
      `${article}:9:8  Item 1 of \`tags\` is not a tag: lower case, digits and hyphens.  Write tags in lower case with hyphens, for example \`open-weights\`.`,
    ],
    [
      'an unknown way of making a picture',
      field('made: illustration', 'made: drawn'),
      `${article}:14:9  \`hero.made\` must be \`photo\`, \`illustration\`, \`ai\` or \`edited\`, and is \`drawn\`.  Write how the picture was made: photo, illustration, ai or edited.`,
    ],
    [
      'a source without its address',
      { [article]: (text) => text.replace('    url: https://reporter.example/report\n', '') },
      `${article}:16:5  \`url\` (item 1 of \`sources\`) is missing.  Write the full address, starting with https://.`,
    ],
    [
      'a source that would run',
      field('https://reporter.example/report', 'javascript:alert(1)'),
      `${article}:18:10  \`url\` (item 1 of \`sources\`) is not a full web address.  Write the full address, starting with https://.`,
    ],
    [
      'an embargo without a time zone',
      { [article]: addField('publishAt: 2026-12-01T09:00:00') },
      `${article}:2:12  \`publishAt\` has no time zone.  Write a moment with its time zone, for example 2026-01-23T09:00:00+01:00.`,
    ],
    [
      'a draft that is neither',
      { [article]: addField('draft: maybe') },
      `${article}:2:8  \`draft\` must be true or false, and is text.  Write true or false.`,
    ],
    [
      'an old address in place of a slug',
      { [article]: addField('aliases: [/news/old/]') },
      `${article}:2:11  Item 1 of \`aliases\` is not a slug: lower case, digits and hyphens.  Write old slugs, for example [old-slug].`,
    ],
    [
      'a review without a verdict',
      { [review]: (text) => text.replace('verdict: It does what it says.\n', '') },
      `${review}:2:1  \`verdict\` is missing.  Write the judgement in one or two sentences.`,
    ],
  ],
  'ids and names': [
    [
      'an unknown author',
      field('[the-desk]', '[the-disk]'),
      `${article}:7:11  There is no \`the-disk\` in content/authors.  Did you mean \`the-desk\`?`,
    ],
    [
      'an unknown model',
      field('[alpha-1]', '[alpha-11]'),
      `${article}:8:10  There is no \`alpha-11\` in content/models.  Did you mean \`alpha-1\`?`,
    ],
    [
      'an unknown category',
      field('category: technology', 'category: sport'),
      `${article}:5:11  There is no \`sport\` in content/categories.yaml.  Use an id that exists, or add it to content/categories.yaml first.`,
    ],
    [
      'a permanent id twice',
      { 'articles/2026/second-story/index.md': second('').replace('20260210-zzz999', '20260110-abc123') },
      'articles/2026/second-story/index.md:2:5  The permanent id `20260110-abc123` is taken by content/articles/2026/first-story/index.md.  Write new letters behind the hyphen: every story has an id of its own.',
    ],
    [
      'an alias that is taken',
      { 'articles/2026/second-story/index.md': second('aliases: [first-story]\n') },
      `articles/2026/second-story/index.md:7:11  The alias \`first-story\` is taken by content/${article}.  Take it out here or there: an old address leads to one story only.`,
    ],
    [
      'a slug with capitals',
      { 'articles/2026/My-Story/index.md': second('') },
      'articles/2026/My-Story/index.md:1:1  The path of this file fits no kind of content.  Use content/articles/<year>/<slug>/index.md, with names in lower case, digits and hyphens, and pictures (.webp, .png or .jpg) and tables (.csv) next to it.',
    ],
    [
      'a story in the folder of another year',
      { 'articles/2025/second-story/index.md': second('') },
      'articles/2025/second-story/index.md:5:7  An article of 2026 is in content/articles/2025.  Move it to content/articles/2026/, or fix the date.',
    ],
    [
      'a menu that leads nowhere',
      { [site]: swap('path: /products/\n', 'path: /product/\n') },
      `${site}:17:13  There is no page \`/product/\`.  Did you mean \`/products/\`?`,
    ],
    [
      'a category that is no id',
      { [categories]: append('Open Weights: {name: Open weights, description: Models to keep.}') },
      `${categories}:7:15  \`Open Weights\` is not an id: lower case, digits and hyphens.  Write the id as you want it in addresses, for example \`open-weights\`, and the words for readers as \`name\`.`,
    ],
  ],
  dates: [
    [
      '30 February',
      field('date: 2026-01-10', 'date: 2026-02-30'),
      `${article}:6:7  \`date\` is not a day that exists.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.`,
    ],
    [
      'a day in words',
      field('date: 2026-01-10', 'date: 10 January 2026'),
      `${article}:6:7  \`date\` is not a day that exists.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.`,
    ],
    [
      'a future day',
      field('date: 2026-01-10', 'date: 2026-12-31'),
      `${article}:6:7  The date 2026-12-31 is in the future.  Write \`publishAt\` with the moment at which the story may appear, or fix the date.`,
    ],
    [
      'updated before it was written',
      { [article]: addField('updated: 2026-01-09') },
      `${article}:2:10  \`updated\` (2026-01-09) is before the date of the story (2026-01-10).  Write the day of the last change, or leave it out.`,
    ],
    [
      'corrected in the future',
      { [article]: addField('corrections: [{date: 2026-12-01, text: Wrong.}]') },
      `${article}:2:22  The correction (2026-12-01) is in the future.  Write the day on which the correction was made.`,
    ],
  ],
  pictures: [
    [
      'a picture that is not there',
      { [`${folder}/hero.webp`]: null },
      `${article}:11:10  There is no picture \`hero.webp\` in content/${folder}/.  Put the picture into this folder, or write the name of one that is there.`,
    ],
    [
      'a picture of another folder',
      field('image: hero.webp', 'image: ../other/hero.webp'),
      `${article}:11:10  \`hero.image\` is not the name of a WebP, PNG or JPEG file in this folder.  ${inThisFolder}`,
    ],
    ['a picture in the form of Astro', field('image: hero.webp', 'image: ./hero.webp')],
    [
      'a picture of another site',
      field('image: hero.webp', 'image: https://evil.example/hero.webp'),
      `${article}:11:10  \`hero.image\` is not the name of a WebP, PNG or JPEG file in this folder.  ${inThisFolder}`,
    ],
    [
      'a picture without alt text',
      { [article]: (text) => text.replace('  alt: A camera on a table.\n', '') },
      `${article}:11:3  \`hero.alt\` is missing.  Write one sentence that says what the picture shows.`,
    ],
    [
      'a picture that is none',
      hero('not a picture'),
      `${folder}/hero.webp:1:1  This is no picture that can be read.  ${saveAs}`,
    ],
    ['an empty picture', hero(''), `${folder}/hero.webp:1:1  The file of the picture is empty.  ${saveAs}`],
    [
      'code named as a picture',
      hero('<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><script>alert(1)</script></svg>'),
      `${folder}/hero.webp:1:1  The file is called \`.webp\` and holds SVG.  ${saveAs} The name must say which.`,
    ],
    [
      'a PNG named as WebP',
      hero(png(1600, 900)),
      `${folder}/hero.webp:1:1  The file is called \`.webp\` and holds PNG.  ${saveAs} The name must say which.`,
    ],
    [
      'a picture that breaks off',
      pngHero(png(1600, 900).subarray(0, 60)),
      `${folder}/hero.png:1:1  The picture breaks off: a part of the file is missing.  Copy or save it again.`,
    ],
    [
      'a hero that is too small',
      pngHero(png(1199, 700)),
      `${article}:11:10  The picture \`hero.png\` is 1199 pixels wide.  Put a picture of at least 1200 pixels there: it leads the page.`,
    ],
    [
      'a side that is absurdly long',
      pngHero(png(30_000, 10)),
      `${folder}/hero.png:1:1  The picture measures 30000 × 10 pixels.  Make it smaller: at most 8000 on each side and 40 million in all.`,
    ],
    [
      'pixels beyond measure',
      pngHero(png(7000, 7000)),
      `${folder}/hero.png:1:1  The picture measures 7000 × 7000 pixels.  Make it smaller: at most 8000 on each side and 40 million in all.`,
    ],
    [
      'an SVG',
      { [`${folder}/chart.svg`]: '<svg/>' },
      `${folder}/chart.svg:1:1  Pictures of this type are not taken.  ${saveAs}`,
    ],
    [
      'a TIFF',
      { [`${folder}/scan.tiff`]: 'II*' },
      `${folder}/scan.tiff:1:1  Pictures of this type are not taken.  ${saveAs}`,
    ],
    [
      'a HEIF',
      { [`${folder}/photo.heic`]: 'ftyp' },
      `${folder}/photo.heic:1:1  Pictures of this type are not taken.  ${saveAs}`,
    ],
    [
      'an AVIF',
      { [`${folder}/hero.avif`]: 'ftypavif' },
      `${folder}/hero.avif:1:1  Pictures of this type are not taken.  ${saveAs}`,
    ],
  ],
  files: [
    [
      'code among stories',
      { [`${folder}/index.mdx`]: 'export default 1;\n' },
      `${folder}/index.mdx:1:1  MDX is code, and stories are text.  Name the file index.md, and write boxes as directives such as \`:::aside{title="…"}\`.`,
    ],
    [
      'a file without fields',
      { [article]: 'Just text.\n' },
      `${article}:1:1  The file does not begin with fields between two lines \`---\`.  Begin with a line \`---\`, then the fields, then a line \`---\`, then the text.`,
    ],
    [
      'another encoding',
      { [article]: Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1') },
      `${article}:1:1  The file is not UTF-8 text.  Save it with the encoding UTF-8.`,
    ],
    [
      'a NUL byte',
      field('A first story', 'A first\0 story'),
      `${article}:3:15  A control character is here, which no reader can see.  Delete it, or save the file as plain UTF-8 text.`,
    ],
    [
      'a control character',
      field('A first story', 'A first\u0008 story'),
      `${article}:3:15  A control character is here, which no reader can see.  Delete it, or save the file as plain UTF-8 text.`,
    ],
    [
      'text that turns around, in a field',
      field('What it adds.', 'What \u202eit adds.'),
      `${article}:4:6  \`dek\` has an invisible character that turns the direction of the text.  Write one or two sentences of at most 300 characters, better 200.`,
      `${article}:4:11  ${turned}`,
    ],
    [
      'a story of no words',
      body(''),
      `${article}:21:1  The story has no text.  Write it below the line \`---\`, or add \`draft: true\` above it.`,
    ],
  ],
  YAML: [
    [
      'a field twice',
      { [article]: addField('title: Twice') },
      `${article}:4:1  The field \`title\` appears twice.  Keep one of the two.`,
    ],
    [
      'a tab',
      field('  alt: A camera', '\talt: A camera'),
      `${article}:12:1  A tab is used as indentation.  Indent with two spaces.`,
    ],
    [
      'a colon in a headline',
      field('A first story', 'Kling: a story'),
      `${article}:3:8  A second colon is in one line, or a line begins in the wrong column.  Put text that holds \`: \` between quotation marks, and begin lines that belong together in the same column.`,
    ],
    [
      'a quotation mark left open',
      field('A first story', '"A first story'),
      `${article}:20:1  A closing quotation mark or bracket is missing, or a colon behind the name of a field.  Look at this line and at the one before it.`,
    ],
    [
      'an alias that means nothing',
      field('What it adds.', '*nothing'),
      `${article}:4:6  \`*nothing\` is the name of a part that this file does not have.  Put text that begins with \`*\` between quotation marks.`,
    ],
    [
      'aliases that explode',
      {
        'models/gamma.yaml': [
          'a0: &a0 [x, x]',
          ...Array.from(
            { length: 9 },
            (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`,
          ),
          '',
        ].join('\n'),
      },
      'models/gamma.yaml:4:20  The file repeats parts of itself by `&` and `*` too often.  Write the parts out.',
    ],
    [
      'a tag that would make an object',
      { 'models/gamma.yaml': 'name: !!js/function "x"\n' },
      'models/gamma.yaml:1:7  A `!` at the beginning of a text gives it a type, which no field has.  Put text that begins with `!` between quotation marks.',
    ],
  ],
  'ranks and scores': [
    [
      'a rank that cannot be',
      { [editorial]: swap('gamma, rank: 3', 'gamma, rank: 2') },
      `${editorial}:6:26  Rank 2 is not possible here: the ranks are 1, 1, 2.  Write 1 (tied) or 3: equal models share the better rank, and the ranks after them are left out.`,
    ],
    [
      'an interval upside down',
      { [scored]: swap('lower: 1190, upper: 1210', 'lower: 1210, upper: 1190') },
      `${scored}:4:82  \`lower\` (item 1 of \`entries\`) is above \`upper\`: swap the two ends of the interval.  Write the lower end of the 95 % interval.`,
    ],
    [
      'a score outside its interval',
      { [scored]: swap('score: 1200', 'score: 1300') },
      `${scored}:4:69  \`score\` (item 1 of \`entries\`) is outside its own interval.  Write the score as a number.`,
    ],
    [
      'an interval without width',
      { [scored]: swap('lower: 1190, upper: 1210', 'lower: 1200, upper: 1200') },
      `${scored}:4:82  Warning: The interval of \`alpha-1\` has no width: both ends are 1200.  Write both ends as the board gives them, or leave both out.`,
    ],
    [
      'half an interval',
      { [scored]: swap('lower: 1190, upper: 1210', 'lower: 1190') },
      `${scored}:4:82  \`lower\` (item 1 of \`entries\`) is without its other end: write both \`lower\` and \`upper\`, or neither.  Write the lower end of the 95 % interval.`,
    ],
    [
      'a board that lists a row twice',
      { [scored]: swap('listed: beta-2-fast', 'listed: alpha-1-pro') },
      `${scored}:5:14  \`alpha-1-pro\` appears twice in this edition, first as entry 1.  Keep one of the two.`,
    ],
    [
      'a model of a board that is not in the catalogue',
      { [scored]: swap('model: beta-2,', 'model: beta-3,') },
      `${scored}:5:53  There is no \`beta-3\` in content/models.  Did you mean \`beta-2\`?`,
    ],
    [
      'a fact without its source',
      { [model]: swap('2025-12-03, sources: [1]', '2025-12-03, sources: [2]') },
      `${model}:3:41  There is no source 2: the file lists 1.  Write a number of the list \`sources\` below, counted from 1.`,
    ],
  ],
  body: [
    [
      'an unknown model',
      body('[Alpha](model:alpha-2)'),
      `${article}:21:1  There is no model \`alpha-2\`.  Did you mean \`alpha-1\`?`,
    ],
    [
      'an unknown article',
      body('[x](article:first-storey)'),
      `${article}:21:1  There is no article \`first-storey\`.  Did you mean \`first-story\`?`,
    ],
    [
      'a page that is not there',
      body('[x](/model/)'),
      `${article}:21:1  There is no page \`/model/\`.  Did you mean \`/models/\`?`,
    ],
    [
      'a heading that is not there',
      body('[x](#first)\n\n## Fist'),
      `${article}:21:1  There is no heading \`#first\` in the text.  Did you mean \`#fist\`?`,
    ],
    [
      'a link that runs',
      body('[x](javascript:alert(1))'),
      `${article}:21:1  The link \`javascript:alert(1)\` has no known form.  ${address}`,
    ],
    [
      'a link that holds data',
      body('[x](data:text/html,x)'),
      `${article}:21:1  The link \`data:text/html,x\` has no known form.  ${address}`,
    ],
    [
      'words that name another host',
      body('[bank.com](https://evil.example/)'),
      `${article}:21:1  The link reads \`bank.com\` and leads to \`evil.example\`.  Write where it leads, or words in place of an address.`,
    ],
    [
      'a script',
      body('Text.\n\n<script>alert(1)</script>'),
      `${article}:23:1  \`<script>\` is not allowed and would be taken out.  Delete it: no story runs script.`,
    ],
    [
      'a frame',
      body('<iframe src="https://ok.example"></iframe>'),
      `${article}:21:1  \`<iframe>\` is not allowed and would be taken out.  Write \`::video{url="https://…" title="…"}\` on a line of its own.`,
    ],
    [
      'an event handler',
      body('A <b onclick="alert(1)">b</b>.'),
      `${article}:21:6  \`onclick\` of \`<b>\` is not allowed and would be taken out.  Delete it: no story runs script.`,
    ],
    [
      'a style',
      body('A <b style="color:red">b</b>.'),
      `${article}:21:6  \`style\` of \`<b>\` is not allowed and would be taken out.  Delete it: all stories have one look.`,
    ],
    [
      'a picture without credit',
      body('![A](hero.webp)'),
      `${article}:21:1  A picture is in the text without credit.  Put the picture into the folder of the story, and write \`:::figure{src=hero.webp alt="A" credit="…" made=photo}\`, a caption, and \`:::\`, each on a line of its own.`,
    ],
    [
      'a link without an address',
      body('[the report]()'),
      `${article}:21:1  The link \`the report\` has no address.  Write the address between the round brackets: \`[words](https://…)\`.`,
    ],
    [
      'an address without its beginning',
      body('[code](github.com/a/b)'),
      `${article}:21:1  The link \`github.com/a/b\` has no \`https://\`.  Write \`https://github.com/a/b\`.`,
    ],
    [
      'a picture in HTML',
      body('<img src="img/chart.png" alt="A chart">'),
      `${article}:21:1  \`<img>\` is not allowed and would be taken out.  Put the picture into the folder of the story, and write \`:::figure{src=chart.png alt="A chart" credit="…" made=photo}\`, a caption, and \`:::\`, each on a line of its own.`,
    ],
    [
      'a box of another system',
      body('::: note\nText.\n:::'),
      `${article}:21:1  \`::: note\` looks like a box and is text.  Write \`> [!NOTE]\`, and the text on lines that begin with \`> \`.`,
      `${article}:23:1  \`:::\` looks like a box and is text.  Delete the colons, or write the name of a box behind the first ones.`,
    ],
    [
      'a callout with a title',
      body('> [!WARNING] Read this\n> Text.'),
      `${article}:21:1  Text is behind \`[!WARNING]\` on its line, so that it is no callout.  Begin the text on the next line, after \`> \`.`,
    ],
    [
      'a misspelt directive',
      body('::bord{id=top}'),
      `${article}:21:1  There is no directive \`bord\`.  Did you mean \`board\`?`,
    ],
    [
      'a video of another site',
      body('::video{url="https://evil.example/watch" title="T"}'),
      `${article}:21:1  \`url="https://evil.example/watch"\` of \`video\` has no known form.  Write an address at YouTube or Vimeo, or of an .mp4 or .webm file.`,
    ],
    [
      'a note that is not there',
      body('So it is.[^2]'),
      `${article}:21:10  There is no note \`2\`.  Write \`[^2]: …\` on a line of its own, or take the mark out.`,
    ],
    [
      'parts that are too deep',
      body(`${'> '.repeat(60)}x`),
      `${article}:21:1  Parts are inside each other more than 50 levels deep.  Take some of the quotations, lists or HTML elements around the text away.`,
    ],
  ],
  advice: [
    [
      'a long headline',
      field('A first story', 'x'.repeat(91)),
      `${article}:3:8  Warning: The headline has 91 characters: lists and search engines cut it off.  Write at most 80.`,
    ],
    [
      'a long dek',
      field('What it adds.', 'x'.repeat(201)),
      `${article}:4:6  Warning: The dek has 201 characters.  Write at most 200: one thought that the headline does not have.`,
    ],
    [
      'no sources',
      { [article]: (text) => text.replace(/sources:[^]*?(?=---)/u, '') },
      `${article}:2:1  Warning: The article names no sources.  List under \`sources\` what it rests on.`,
    ],
    [
      'alt text that repeats the caption',
      field('  credit: The Paper', '  caption: A camera, on a table\n  credit: The Paper'),
      `${article}:12:8  Warning: The alt text repeats the caption, so a screen reader says it twice.  Say in \`alt\` what is to be seen.`,
    ],
    ['text that turns around, in body', body('One \u2067two.'), `${article}:21:5  Warning: ${turned}`],
    [
      'a host of two scripts',
      field('https://reporter.example/report', 'https://r\u0435porter.example/report'),
      `${article}:18:10  Warning: The host of this address mixes letters of different scripts (Latin, Cyrillic).  Check that it is the site that you mean, and type its address again.`,
    ],
    [
      'a headline that was there before',
      { 'articles/2026/second-story/index.md': second('').replace('Quite another matter', 'The first story') },
      `articles/2026/second-story/index.md:3:8  Warning: The headline is almost the one of content/${article}: “A first story”.  Say in the headline what is new.`,
    ],
  ],
};

const problemsIn = (root: string): string[] => checkContent(root, now).problems.map(formatProblem);

describe.each(Object.entries(rows))('%s', (_, table) => {
  test.each(table)('%s', (_name, changes, ...says) => {
    expect(problemsIn(makeProject(changes))).toEqual(says.map((line) => `content/${line}`));
  });
});

test('a picture behind a symbolic link', () => {
  const root = makeProject({ [`${folder}/hero.webp`]: null });
  symlinkSync('/etc/hostname', join(root, `content/${folder}/hero.webp`));
  expect(problemsIn(root)).toEqual([
    `content/${folder}/hero.webp:1:1  This is a symbolic link, not a file.  Put the file itself here.`,
    `content/${article}:11:10  There is no picture \`hero.webp\` in content/${folder}/.  Put the picture into this folder, or write the name of one that is there.`,
  ]);
});

test('a bad file hides no other, and problems are in the order of files and lines', () => {
  const root = makeProject({
    [article]: (text) =>
      swap('The first sentence.', '[x](model:alpha-2)')(swap('category: technology', 'category: sport')(text)),
    [categories]: append('policy: {name: Policy, description: Again.}'),
    [`${folder}/chart.svg`]: '<svg/>',
    [model]: 'name: [',
    [review]: Buffer.from([0xff, 0xfe, 0x00]),
  });
  expect(problemsIn(root).map((line) => line.split('  ')[0])).toEqual([
    `content/${folder}/chart.svg:1:1`,
    `content/${article}:21:1`,
    `content/${categories}:7:1`,
    `content/${model}:1:8`,
    `content/${review}:1:1`,
  ]);
});
