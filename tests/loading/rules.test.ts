import { describe, expect, test } from 'vitest';
import { addField, append, paths, problemsOf, swap, type Changes } from './fixture.ts';

/** Changes to good content, and the lines that the writer must read. */
type Row = [name: string, changes: Changes, ...says: string[]];

const expectProblems = (rows: readonly Row[]): void => {
  test.each(rows)('%s', (_, changes, ...says) => {
    expect(problemsOf(changes)).toEqual(says.map((line) => `content/${line}`));
  });
};

/** A second article: the good one with another permanent id and date. */
const secondArticle = (id: string, date: string, ...fields: string[]): string =>
  [
    '---',
    `id: ${id}`,
    'title: Another tale entirely',
    'category: policy',
    `date: ${date}`,
    'authors: [the-desk]',
    ...fields,
    'sources: [{title: R, publisher: P, url: https://p.example/, accessed: 2026-01-11}]',
    '---',
    'Text.',
    '',
  ].join('\n');

test('the good content has no problem', () => {
  expect(problemsOf({})).toEqual([]);
});

describe('dangling ids', () => {
  expectProblems([
    [
      'an author',
      { [paths.article]: swap('[the-desk]', '[the-desq]') },
      `${paths.article}:7:11  There is no \`the-desq\` in content/authors.  Did you mean \`the-desk\`?`,
    ],
    [
      'a model of an article',
      { [paths.article]: swap('[alpha-1]', '[beta-2, alpha-2]') },
      `${paths.article}:8:18  There is no \`alpha-2\` in content/models.  Did you mean \`alpha-1\`?`,
    ],
    [
      'a category',
      { [paths.article]: swap('category: technology', 'category: tecnology') },
      `${paths.article}:5:11  There is no \`tecnology\` in content/categories.yaml.  Did you mean \`technology\`?`,
    ],
    [
      'an author of a review',
      { [paths.review]: swap('[the-desk]', '[nobody-here]') },
      `${paths.review}:5:11  There is no \`nobody-here\` in content/authors.  Use an id that exists, or add it to content/authors first.`,
    ],
    [
      'the model under review',
      { [paths.review]: swap('model: alpha-1', 'model: alpha') },
      `${paths.review}:6:8  There is no \`alpha\` in content/models.  Did you mean \`alpha-1\`?`,
    ],
    [
      'another model of a review',
      { [paths.review]: addField('models: [gama]') },
      `${paths.review}:2:10  There is no \`gama\` in content/models.  Did you mean \`gamma\`?`,
    ],
    [
      'a provider',
      { [paths.model]: swap('provider: acme', 'provider: acne') },
      `${paths.model}:2:11  There is no \`acne\` in content/providers.  Did you mean \`acme\`?`,
    ],
    [
      'a model of an editorial edition',
      { [paths.editorial]: swap('model: gamma', 'model: gama') },
      `${paths.editorial}:6:13  There is no \`gama\` in content/models.  Did you mean \`gamma\`?`,
    ],
    [
      'a model of a scored edition',
      { [paths.scored]: swap('model: beta-2,', 'model: beta-3,') },
      `${paths.scored}:5:53  There is no \`beta-3\` in content/models.  Did you mean \`beta-2\`?`,
    ],
    [
      'the board of the strip',
      { [paths.site]: swap('strip: {board: top', 'strip: {board: tip') },
      `${paths.site}:7:16  There is no \`tip\` in content/leaderboards.  Did you mean \`top\`?`,
    ],
    [
      'the board of the panel',
      { [paths.site]: swap('panel: {board: arena', 'panel: {board: video') },
      `${paths.site}:8:16  There is no \`video\` in content/leaderboards.  Use an id that exists, or add it to content/leaderboards first.`,
    ],
    [
      'a board folder without board.yaml',
      {
        'leaderboards/votes/2026-01-10.yaml':
          'kind: editorial\nsource: {title: V, publisher: P, accessed: 2026-01-11}\nentries: [{model: gamma, rank: 1}]\n',
      },
      'leaderboards/votes/2026-01-10.yaml:1:1  The folder content/leaderboards/votes has no board.yaml.  Say in board.yaml what the board measures, or move this file into the folder of its board.',
    ],
  ]);

  test('a file that is wrong itself is reported once, and not again by everything that names it', () => {
    const broken = problemsOf({
      [paths.model]: 'name: [',
      'authors/the-desk.yaml': 'kind: desk\nbio: The desk.\n',
      'leaderboards/top/board.yaml': append('colour: red'),
    });
    expect(broken.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      'content/authors/the-desk.yaml',
      'content/leaderboards/top/board.yaml',
      `content/${paths.model}`,
    ]);
  });

  test('categories that cannot be read do not make every article wrong', () => {
    expect(problemsOf({ [paths.categories]: 'technology: "' })).toEqual([
      'content/categories.yaml:1:14  A closing quotation mark or bracket is missing, or a colon behind the name of a field.  Look at this line and at the one before it.',
    ]);
  });
});

describe('duplicates', () => {
  expectProblems([
    [
      'one name in two years',
      { 'articles/2025/first-story/index.md': secondArticle('20250110-zzz999', '2025-01-10') },
      `${paths.article}:2:1  The name \`first-story\` is taken by content/articles/2025/first-story/index.md.  Rename this folder: its name is the address of the article.`,
    ],
    [
      'one permanent id for two articles',
      { 'articles/2026/second-story/index.md': secondArticle('20260110-abc123', '2026-02-01') },
      'articles/2026/second-story/index.md:2:5  The permanent id `20260110-abc123` is taken by content/articles/2026/first-story/index.md.  Write new letters behind the hyphen: every story has an id of its own.',
    ],
    [
      'one permanent id for an article and a review',
      { [paths.review]: swap('20260112-def456', '20260110-abc123') },
      `${paths.review}:2:5  The permanent id \`20260110-abc123\` is taken by content/${paths.article}.  Write new letters behind the hyphen: every story has an id of its own.`,
    ],
    [
      'an alias that is the name of an earlier article',
      {
        'articles/2026/second-story/index.md': secondArticle(
          '20260201-zzz999',
          '2026-02-01',
          'aliases: [other, first-story]',
        ),
      },
      'articles/2026/second-story/index.md:7:18  The alias `first-story` is taken by content/articles/2026/first-story/index.md.  Take it out here or there: an old address leads to one story only.',
    ],
    [
      'an alias that is the name of a later article',
      {
        [paths.article]: addField('aliases: [second-story]'),
        'articles/2026/second-story/index.md': secondArticle('20260201-zzz999', '2026-02-01'),
      },
      `${paths.article}:2:11  The alias \`second-story\` is taken by content/articles/2026/second-story/index.md.  Take it out here or there: an old address leads to one story only.`,
    ],
    [
      'one alias of two articles',
      {
        [paths.article]: addField('aliases: [old]'),
        'articles/2026/second-story/index.md': secondArticle('20260201-zzz999', '2026-02-01', 'aliases: [old]'),
      },
      `articles/2026/second-story/index.md:7:11  The alias \`old\` is taken by content/${paths.article}.  Take it out here or there: an old address leads to one story only.`,
    ],
    [
      'an alias that is the story itself',
      { [paths.article]: addField('aliases: [first-story]') },
      `${paths.article}:2:11  The alias \`first-story\` is taken by content/${paths.article}.  Take it out here or there: an old address leads to one story only.`,
    ],
    [
      'an article and a review may have one name, and their aliases too',
      { [paths.article]: addField('aliases: [alpha-1-tested]'), [paths.review]: addField('aliases: [first-story]') },
    ],
  ]);
});

describe('pictures', () => {
  expectProblems([
    [
      'a picture that is not there',
      { 'articles/2026/first-story/hero.webp': null },
      `${paths.article}:11:10  There is no picture \`hero.webp\` in content/articles/2026/first-story/.  Put the picture into this folder, or write the name of one that is there.`,
    ],
    [
      'a picture next to another story',
      { [paths.review]: addField('hero: {image: hero.webp, alt: A camera., credit: The Paper, made: photo}') },
      `${paths.review}:2:15  There is no picture \`hero.webp\` in content/reviews/alpha-1-tested/.  Put the picture into this folder, or write the name of one that is there.`,
    ],
  ]);
});

describe('dates of stories', () => {
  expectProblems([
    [
      'a story of the future',
      { [paths.article]: swap('date: 2026-01-10', 'date: 2026-11-24') },
      `${paths.article}:6:7  The date 2026-11-24 is in the future.  Write \`publishAt\` with the moment at which the story may appear, or fix the date.`,
    ],
    [
      'a story of a later hour of today',
      { [paths.article]: swap('date: 2026-01-10', 'date: 2026-11-23T13:05+01:00') },
      `${paths.article}:6:7  The date 2026-11-23T12:05:00Z is in the future.  Write \`publishAt\` with the moment at which the story may appear, or fix the date.`,
    ],
    ['a story of this very moment', { [paths.article]: swap('date: 2026-01-10', 'date: 2026-11-23T13:00+01:00') }],
    [
      'a story whose hour is that of the end of its embargo, in another time zone',
      {
        [paths.article]: (text) =>
          addField('publishAt: 2026-11-24T09:00:00Z')(swap('date: 2026-01-10', 'date: 2026-11-24T10:00+01:00')(text)),
      },
    ],
    [
      'a story that appears at another hour than it says',
      {
        [paths.article]: (text) =>
          addField('publishAt: 2026-11-24T09:00:00Z')(swap('date: 2026-01-10', 'date: 2026-11-24T09:00+01:00')(text)),
      },
      `${paths.article}:7:7  The story appears at 2026-11-24T09:00:00Z by \`publishAt\`, and its \`date\` is 2026-11-24T08:00:00Z.  Write \`date: 2026-11-24T09:00:00Z\`, or the day alone: \`date: 2026-11-24\`.`,
    ],
    [
      'a story that appears on another day than it says',
      { [paths.article]: addField('publishAt: 2026-11-24T09:00:00Z') },
      `${paths.article}:7:7  Warning: The story appears on 2026-11-24 in UTC by \`publishAt\`, and its \`date\` is 2026-01-10.  Write \`date: 2026-11-24\`, unless it is to be listed under the other day.`,
    ],
    ['a story of today', { [paths.article]: swap('date: 2026-01-10', 'date: 2026-11-23') }],
    [
      'a story of the future with an embargo',
      {
        [paths.article]: (text) =>
          addField('publishAt: 2026-11-24T09:00:00Z')(swap('date: 2026-01-10', 'date: 2026-11-24')(text)),
      },
    ],
    [
      'a draft of the future',
      { [paths.article]: (text) => addField('draft: true')(swap('date: 2026-01-10', 'date: 2026-11-24')(text)) },
    ],
    [
      'an update before the story',
      { [paths.article]: addField('updated: 2026-01-09') },
      `${paths.article}:2:10  \`updated\` (2026-01-09) is before the date of the story (2026-01-10).  Write the day of the last change, or leave it out.`,
    ],
    [
      'an update an hour before the story',
      {
        [paths.article]: (text) =>
          addField('updated: 2026-01-10T16:00Z')(swap('date: 2026-01-10', 'date: 2026-01-10T17:00Z')(text)),
      },
      `${paths.article}:2:10  \`updated\` (2026-01-10T16:00:00Z) is before the date of the story (2026-01-10T17:00:00Z).  Write the day of the last change, or leave it out.`,
    ],
    [
      'an update of a later hour of today',
      { [paths.article]: addField('updated: 2026-11-23T12:00:01Z') },
      `${paths.article}:2:10  \`updated\` (2026-11-23T12:00:01Z) is in the future.  Write the day of the last change, or leave it out.`,
    ],
    [
      'an update on the day of a story with an hour',
      {
        [paths.article]: (text) =>
          addField('updated: 2026-01-10')(swap('date: 2026-01-10', 'date: 2026-01-10T17:00Z')(text)),
      },
    ],
    ['an update on the day of the story', { [paths.article]: addField('updated: 2026-01-10') }],
    [
      'a correction before the story',
      { [paths.review]: addField('corrections: [{date: 2026-01-12, text: One.}, {date: 2026-01-11, text: Two.}]') },
      `${paths.review}:2:54  The correction (2026-01-11) is before the date of the story (2026-01-12).  Write the day on which the correction was made.`,
    ],
    [
      'an article of the last hour of a year that is over in UTC',
      { [paths.article]: swap('date: 2026-01-10', 'date: 2025-12-31T23:30-05:00') },
    ],
    [
      'an article in the folder of another year',
      { [paths.article]: swap('date: 2026-01-10', 'date: 2025-12-31') },
      `${paths.article}:6:7  An article of 2025 is in content/articles/2026.  Move it to content/articles/2025/, or fix the date.`,
    ],
  ]);
});

describe('editions', () => {
  const wrongRank = (ranks: string, right: string): string =>
    `${ranks}.  Write ${right}: equal models share the better rank, and the ranks after them are left out.`;

  expectProblems([
    [
      'ranks 1, 1, 2',
      { [paths.editorial]: swap('gamma, rank: 3', 'gamma, rank: 2') },
      `${paths.editorial}:6:26  ${wrongRank('Rank 2 is not possible here: the ranks are 1, 1, 2', '1 (tied) or 3')}`,
    ],
    [
      'ranks 2, 1, 3',
      { [paths.editorial]: swap('alpha-1, rank: 1', 'alpha-1, rank: 2') },
      `${paths.editorial}:4:28  ${wrongRank('Rank 2 is not possible here: the ranks are 2, 1, 3', '1')}`,
    ],
    [
      'ranks 1, 3, 3',
      { [paths.editorial]: swap('beta-2, rank: 1', 'beta-2, rank: 3') },
      `${paths.editorial}:5:27  ${wrongRank('Rank 3 is not possible here: the ranks are 1, 3, 3', '1 (tied) or 2')}`,
    ],
    [
      'ranks 1, 2, 2',
      {
        [paths.editorial]: (text) =>
          swap('gamma, rank: 3', 'gamma, rank: 2')(swap('beta-2, rank: 1', 'beta-2, rank: 2')(text)),
      },
    ],
    [
      'one row of a board twice',
      { [paths.scored]: swap('listed: beta-2-fast', 'listed: alpha-1-pro') },
      `${paths.scored}:5:14  \`alpha-1-pro\` appears twice in this edition, first as entry 1.  Keep one of the two.`,
    ],
    [
      'one model of an editorial board twice',
      { [paths.editorial]: swap('model: gamma', 'model: alpha-1') },
      `${paths.editorial}:6:13  \`alpha-1\` appears twice in this edition, first as entry 1.  Keep one of the two.`,
    ],
    ['two variants of one model', { [paths.scored]: swap('model: beta-2', 'model: alpha-1') }],
    [
      'an edition of the future',
      {
        [paths.editorial]: null,
        'leaderboards/top/2026-11-24.yaml':
          'kind: editorial\nsource: {title: T, publisher: P, accessed: 2026-01-11}\nentries: [{model: gamma, rank: 1}]\n',
      },
      'leaderboards/top/2026-11-24.yaml:1:1  The edition of 2026-11-24 is in the future.  Name the file after the day on which the board was so.',
    ],
    [
      'an edition of 30 February',
      {
        [paths.editorial]: null,
        'leaderboards/top/2026-02-30.yaml':
          'kind: editorial\nsource: {title: T, publisher: P, accessed: 2026-01-11}\nentries: [{model: gamma, rank: 1}]\n',
      },
      'leaderboards/top/2026-02-30.yaml:1:1  2026-02-30 is not a day that exists.  Name the file after the day of the edition, as YYYY-MM-DD.yaml.',
    ],
  ]);
});

describe('numbers of sources', () => {
  expectProblems([
    [
      'of a fact',
      { [paths.model]: swap('2025-12-03, sources: [1]', '2025-12-03, sources: [1, 2]') },
      `${paths.model}:3:44  There is no source 2: the file lists 1.  Write a number of the list \`sources\` below, counted from 1.`,
    ],
    [
      'of a price',
      { [paths.model]: swap('0.14, sources: [1]', '0.14, sources: [3]') },
      `${paths.model}:5:65  There is no source 3: the file lists 1.  Write a number of the list \`sources\` below, counted from 1.`,
    ],
    [
      'of a fact about a provider',
      { [paths.provider]: swap('CN, sources: [1]', 'CN, sources: [4]') },
      `${paths.provider}:3:32  There is no source 4: the file lists 1.  Write a number of the list \`sources\` below, counted from 1.`,
    ],
  ]);
});

describe('names on boards', () => {
  expectProblems([
    [
      'of two models',
      { [paths.model]: append('listedAs: [a-1, x]'), 'models/beta-2.yaml': 'name: Beta 2\nlistedAs: [b, x]\n' },
      'models/beta-2.yaml:2:15  `x` is a name of alpha-1 already.  Keep it here or in content/models/alpha-1.yaml: a name on a board means one model.',
    ],
    [
      'that are the name of another model',
      { 'models/beta-2.yaml': 'name: Beta 2\nlistedAs: [Gamma]\n' },
      'models/beta-2.yaml:2:12  `Gamma` is a name of gamma already.  Keep it here or in content/models/gamma.yaml: a name on a board means one model.',
    ],
    ['of one model twice', { 'models/beta-2.yaml': 'name: Beta 2\nlistedAs: [Beta 2, b, b]\n' }],
  ]);
});

describe('originals of editions', () => {
  const original = 'leaderboards/arena/originals/2026-01-10.csv';
  // SHA-256 of the letters `abc`, from FIPS 180-2, appendix B.1.
  const checksum = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  const named = (sum: string) => swap('accessed: 2026-01-11}', `accessed: 2026-01-11, checksum: "${sum}"}`);
  expectProblems([
    ['with their checksum', { [original]: 'abc', [paths.scored]: named(checksum) }],
    ['that are not kept', { [paths.scored]: named(checksum) }],
    [
      'that were changed',
      { [original]: 'abd', [paths.scored]: named(checksum) },
      `${paths.scored}:2:82  This is not the checksum of content/${original}.  Restore that file as it was: an original never changes.`,
    ],
    [
      'without a checksum',
      { [original]: 'abc' },
      `${paths.scored}:2:9  The source does not name the checksum of content/${original}.  Add this field to it: checksum: ${checksum}`,
    ],
    [
      'with a checksum of another form',
      { [paths.scored]: named('ba78') },
      `${paths.scored}:2:82  \`source.checksum\` is no checksum.  Write sha256: and the SHA-256 of the imported file; \`npm run import\` computes it.`,
    ],
    [
      'without an edition',
      { 'leaderboards/arena/originals/2026-01-09.csv': 'abc' },
      'leaderboards/arena/originals/2026-01-09.csv:1:1  There is no edition of this day.  Run `npm run import` with this file, or delete it.',
    ],
    [
      'that no licence lets us keep',
      {
        [original]: 'abc',
        [paths.scored]: named(checksum),
        'leaderboards/arena/board.yaml': swap('redistribute: true', 'redistribute: false'),
      },
      `${original}:1:1  The licence of this board does not let us keep its file (CC BY 4.0).  Delete it.`,
    ],
    [
      'of another type',
      { 'leaderboards/arena/originals/2026-01-10.parquet': 'abc' },
      'leaderboards/arena/originals/2026-01-10.parquet:1:1  The path of this file fits no kind of content.  Use content/leaderboards/<board>/board.yaml or content/leaderboards/<board>/<YYYY-MM-DD>.yaml or content/leaderboards/<board>/evidence/<id>.yaml, with names in lower case, digits and hyphens.',
    ],
  ]);
});

describe('categories', () => {
  expectProblems([
    [
      'an id that is no part of an address',
      { [paths.categories]: append('Open Weights: {name: Open weights, description: Models to keep.}') },
      'categories.yaml:7:15  `Open Weights` is not an id: lower case, digits and hyphens.  Write the id as you want it in addresses, for example `open-weights`, and the words for readers as `name`.',
    ],
    [
      'a list in place of ids',
      { [paths.categories]: '- technology\n', [paths.article]: null, 'articles/2026/first-story/hero.webp': null },
      'categories.yaml:1:1  The file must be a group of fields, and is a list.  Write the fields `name` and `description`.',
    ],
  ]);
});

test('problems of several files are all reported, by file and then by position', () => {
  const broken = problemsOf({
    [paths.site]: swap('strip: {board: top', 'strip: {board: tip'),
    [paths.review]: swap('model: alpha-1', 'model: alpha'),
    [paths.article]: (text) => swap('date: 2026-01-10', 'date: 2026-12-31')(addField('updated: 2026-01-09')(text)),
    'models/Delta.yaml': 'name: Delta\n',
    'models/beta-2.yaml': 'name: " "\n',
    'pages/terms.mdx': 'Text only.\n',
  });
  expect(broken.map((line) => line.split('  ')[0])).toEqual([
    `content/${paths.article}:2:10`,
    `content/${paths.article}:7:7`,
    'content/models/Delta.yaml:1:1',
    'content/models/beta-2.yaml:1:7',
    'content/pages/terms.mdx:1:1',
    `content/${paths.review}:6:8`,
    'content/site.yaml:7:16',
  ]);
});
