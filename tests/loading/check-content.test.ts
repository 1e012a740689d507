import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#loading/problem';
import { checkContent } from '../../src/loading/check-content.ts';
import { addField, append, goodFiles, makeProject, now, paths, swap, writeContent, type Changes } from './fixture.ts';

const problemsOf = (changes: Changes): string[] => checkContent(makeProject(changes), now).problems.map(formatProblem);

/** Good fields with another text; the text begins on line 21. */
const withText = (text: string): Changes => ({ [paths.article]: swap('The first sentence.', text) });

test('good content has no problem', () => {
  expect(
    problemsOf(
      withText(
        '[Alpha](model:alpha-1), [itself](article:first-story).\n\n::board{id=top limit=3}\n\n:::figure{src=hero.webp alt="A" credit="C" made=ai}\n:::',
      ),
    ),
  ).toEqual([]);
});

test('problems in the text are at their position in the file', () => {
  expect(problemsOf(withText('One.\n\nTwo [x](model:alpha-2).'))).toEqual([
    `content/${paths.article}:23:5  There is no model \`alpha-2\`.  Did you mean \`alpha-1\`?`,
  ]);
});

test('problems in standing pages and products are at their position in the file', () => {
  expect(
    problemsOf({
      'pages/terms.mdx': swap('Text.', 'Write to <Email address={props.contacts.nobody} />.'),
      'products/mask.mdx': swap('Text.', 'Text.\n\n[x](/no-such-page/)'),
    }),
  ).toEqual([
    expect.stringMatching(/^content\/pages\/terms\.mdx:5:10 {2}There is no contact `nobody` in site\.yaml\./u),
    expect.stringMatching(/^content\/products\/mask\.mdx:7:1 {2}There is no page `\/no-such-page\/`\./u),
  ]);
});

test('a wrong site.yaml is reported alone, and not again by the pages that show its contacts', () => {
  const problems = problemsOf({
    'site.yaml': append('nonsense: true'),
    'pages/terms.mdx': swap('Text.', 'Write to <Email address={props.contacts.general} />.'),
  });
  expect(problems.map((line) => line.split(':')[0])).toEqual(['content/site.yaml']);
});

test('problems in fields and in the text are reported in one list, in order', () => {
  const broken = problemsOf({
    [paths.article]: (text) => addField('updated: 2026-01-01')(swap('The first sentence.', '# One')(text)),
    [paths.review]: swap('We tested it.', '::bord{id=top}'),
    'models/gamma.yaml': 'name: Gamma\nreleased: {value: soon}\n',
  });
  expect(broken.map((line) => line.split('  ')[0])).toEqual([
    `content/${paths.article}:2:10`,
    `content/${paths.article}:22:1`,
    'content/models/gamma.yaml:2:19',
    `content/${paths.review}:12:1`,
  ]);
});

test('only pictures in the story’s own folder can be shown', () => {
  const figure = ':::figure{src=hero.webp alt="A" credit="C" made=ai}\n:::';
  expect(problemsOf({ [paths.review]: swap('We tested it.', figure) })).toEqual([
    `content/${paths.review}:12:1  There is no picture \`hero.webp\` in this folder.  Put the picture into the folder of the article, or write the name of one that is there.`,
  ]);
});

test('a board without an edition cannot be shown in a text', () => {
  const board = {
    'leaderboards/new/board.yaml':
      'name: New\nshortName: New\nmeasures: X.\nby: {name: N, url: https://new.example/}\nmethod: Y.\nlicence: {name: L, credit: C, redistribute: false}\norder: 3\n',
  };
  expect(problemsOf({ ...board, ...withText('::board{id=new}') })).toEqual([
    `content/${paths.article}:21:1  There is no board \`new\`.  Use the id of a board that exists.`,
  ]);
});

describe('a text that was valid in an earlier check', () => {
  const link =
    'Read [it](article:first-story), [this part](/news/first-story/#a-part), [alpha](model:beta-2) and see below.\n\n::board{id=arena limit=2}\n\n:::figure{src=chart.webp alt="A" credit="C" made=ai}\n:::';
  const linking: Changes = {
    [paths.article]: swap('The first sentence.', '## A part\n\nThe first sentence.'),
    [paths.review]: swap('We tested it.', link),
    'reviews/alpha-1-tested/chart.webp': goodFiles['articles/2026/first-story/hero.webp'] ?? null,
  };
  const check = (root: string): string[] => checkContent(root, now).problems.map(formatProblem);

  test('is not read again, and is valid as long as what it refers to exists', () => {
    const root = makeProject(linking);
    expect(check(root)).toEqual([]);
    const cached = readFileSync(join(root, '.cache', 'valid-texts.json'), 'utf8');
    expect(check(root)).toEqual([]);
    expect(readFileSync(join(root, '.cache', 'valid-texts.json'), 'utf8')).toBe(cached);
    expect(cached).toContain('chart.webp');
  });

  test.each<[string, (root: string) => void, string]>([
    [
      'a heading of another story',
      (root) => writeContent(root, paths.article, String(goodFiles[paths.article])),
      'There is no heading `#a-part` in `/news/first-story/`.',
    ],
    [
      'a picture',
      (root) => rmSync(join(root, 'content/reviews/alpha-1-tested/chart.webp')),
      'There is no picture `chart.webp` in this folder.',
    ],
    [
      'the only edition of a board',
      (root) => rmSync(join(root, 'content', paths.scored)),
      'There is no board `arena`.',
    ],
    [
      'what readers may see of a story',
      (root) => writeContent(root, paths.article, addField('draft: true')(String(goodFiles[paths.article]))),
      'There is no article `first-story`.',
    ],
    [
      'a model',
      (root) => {
        rmSync(join(root, 'content/models/beta-2.yaml'));
        writeContent(
          root,
          paths.editorial,
          'kind: editorial\nsource: {title: T, publisher: P, accessed: 2026-01-11}\nentries:\n  - {model: alpha-1, rank: 1}\n',
        );
        writeContent(root, paths.scored, String(goodFiles[paths.scored]).replace(/^.*beta-2.*\n/mu, ''));
      },
      'There is no model `beta-2`.',
    ],
  ])('is wrong as soon as %s goes', (_name, change, problem) => {
    const root = makeProject(linking);
    expect(check(root)).toEqual([]);
    change(root);
    expect(
      check(root)
        .filter((line) => line.startsWith(`content/${paths.review}`))
        .join('\n'),
    ).toContain(problem);
  });
});

test('a story that is wrong itself is reported once, and not by the texts that link it', () => {
  const root = makeProject({
    [paths.review]: (text) =>
      text.replace('We tested it.', '[That](article:first-story), [it](/news/first-story/) and [this](model:alpha-1).'),
    [paths.article]: addField('town: Lyon'),
    [paths.model]: (text) => `${text}colour: red\n`,
  });
  const files = checkContent(root, now).problems.map(({ file, what }) => `${file} ${what}`);
  expect(files).toEqual([
    `content/${paths.article} \`town\` is not a known field.`,
    `content/${paths.model} \`colour\` is not a known field.`,
  ]);
});

describe('a chart', () => {
  const prices = 'articles/2026/first-story/prices.csv';
  const chart = (kind: string): Changes =>
    withText(`One.\n\n::chart{data=prices.csv kind=${kind} title="A costs most"}`);

  test('of a good table has no problem', () => {
    expect(problemsOf({ ...chart('bar'), [prices]: 'Model,Price\nA,7.91\nB,0.6\n' })).toEqual([]);
  });

  test('without its table is reported in the text', () => {
    expect(problemsOf(chart('bar'))).toEqual([
      `content/${paths.article}:23:1  There is no table \`prices.csv\` in this folder.  Save the figures as CSV in the folder of the article, or write the name of a table that is there.`,
    ]);
  });

  test('of a table with faults is reported in the table, also when the text was good before', () => {
    const root = makeProject({ ...chart('bar'), [prices]: 'Model,Price\nA,7.91\nB,0.6\n' });
    expect(checkContent(root, now).problems).toEqual([]);
    writeContent(root, prices, 'Model,Price\nA,7.91\nB,"about, 1"\n');
    expect(checkContent(root, now).problems.map(formatProblem)).toEqual([
      `content/${prices}:3:3  \`about, 1\` is not a number.  Write figures only, like 7.91; the unit goes into \`unit\`.`,
    ]);
  });

  test('of a file that is no table is reported once', () => {
    expect(problemsOf({ ...chart('bar'), [prices]: 'Model,Price\nA\nB,1\nC,2\n' })).toEqual([
      `content/${prices}:2:1  The row has 1 field, but the header has 2.  Write one value for each column; put a value that holds a comma between quotation marks.`,
    ]);
  });

  test('of a table of more than 100 kB is refused', () => {
    expect(problemsOf({ ...chart('bar'), [prices]: `Model,Price\n${'A,1\n'.repeat(30_000)}` })).toEqual([
      `content/${prices}:1:1  The table has more than 100 kB.  Keep only the figures that the chart shows.`,
    ]);
  });
});
