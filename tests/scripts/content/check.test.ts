import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addField, makeProject, paths, swap, type Changes } from '../../loading/fixture.ts';

const script = join(import.meta.dirname, '../../../scripts/content/check.ts');

/** Runs the command in a project, at a fixed moment. */
function check(changes: Changes, ...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], {
    cwd: makeProject(changes),
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1795435200' },
  });
  return { status, out: stdout, err: stderr };
}

const unknownModel = { [paths.article]: swap('The first sentence.', '[100%, a: b](model:alpha-2)') };
const long = { [paths.review]: swap('title: Alpha 1, tested', `title: ${'x'.repeat(91)}`) };
const usage = 'Usage: npm run check -- [options] [files or folders in content/]\n';

test('good content: exit code 0', () => {
  expect(check({})).toEqual({ status: 0, out: 'The content has no problems.\n', err: '' });
});

test('errors: exit code 1, with a summary', () => {
  expect(check({ ...unknownModel, ...long })).toEqual({
    status: 1,
    out: [
      `content/${paths.article}:21:1  There is no model \`alpha-2\`.  Did you mean \`alpha-1\`?`,
      `content/${paths.review}:3:8  Warning: The headline has 91 characters: lists and search engines cut it off.  Write at most 80.`,
      '1 error and 1 warning in 2 files.\n',
    ].join('\n'),
    err: '',
  });
});

test('warnings alone: exit code 0', () => {
  const { status, out } = check(long);
  expect([status, out.split('\n').at(-2)]).toEqual([0, '1 warning in 1 file.']);
});

describe('formats', () => {
  test('annotations of a pull request, with their signs escaped', () => {
    const { status, out } = check(
      { [paths.article]: swap('dek: What it adds.', '"100%: a, b": c') },
      '--format=github',
    );
    expect([status, out.split('\n')[0]]).toEqual([
      1,
      `::error file=content/${paths.article},line=4,col=1::\`100%25: a, b\` is not a known field. Known fields: id, title, dek, date, authors, models, tags, hero, sources, howWeKnow, corrections, updated, draft, publishAt, aliases, canonical, disclosure, category.`,
    ]);
  });

  test('a warning is annotated as one', () => {
    expect(check(long, '--format=github').out.split('\n')[0]).toMatch(
      /^::warning file=content\/reviews\/alpha-1-tested\/index\.md,line=3,col=8::The headline has 91 characters/u,
    );
  });

  test('data', () => {
    const { status, out } = check({ ...unknownModel, ...long }, '--format=json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      errors: 1,
      warnings: 1,
      problems: [
        {
          file: `content/${paths.article}`,
          line: 21,
          column: 1,
          severity: 'error',
          what: 'There is no model `alpha-2`.',
          write: 'Did you mean `alpha-1`?',
        },
        { file: `content/${paths.review}`, line: 3, column: 8, severity: 'warning' },
      ],
    });
  });

  const hostile = {
    [paths.article]: swap('dek: What it adds.', '"x\\n::error file=README.md::Forged \\e[31m\\u202e": c'),
  };

  test.each(['text', 'github', 'json'])(
    'as %s, no text of a writer begins a line, colours or turns anything',
    (format) => {
      const { out } = check(hostile, `--format=${format}`);
      expect(out).toContain('Forged');
      expect(out).not.toMatch(/^::error file=README|[\u001b\u202e]/mu);
    },
  );

  test.each([
    ['text', `content/models/gamma.yaml  150 more problems in this file.`],
    ['github', '::error file=content/models/gamma.yaml::150 more problems in this file.'],
    ['json', '"count": 150'],
  ])('as %s, a file with very many problems gets a count of the rest', (format, line) => {
    const { out } = check(
      {
        'models/gamma.yaml': `name: Gamma\n${Array.from({ length: 200 }, (_, index) => `field${index}: 1`).join('\n')}\n`,
      },
      `--format=${format}`,
    );
    expect(out.split('\n').map((each) => each.trim().replace(/,$/u, ''))).toContain(line);
    expect(out.match(/is not a known field/gu)).toHaveLength(50);
    expect(out).toMatch(format === 'json' ? /"errors": 200/u : /\n200 errors in 1 file\.\n$/u);
  });

  test('another one is refused', () => {
    expect(check({}, '--format=xml')).toEqual({ status: 2, out: '', err: `There is no format \`xml\`.\n${usage}` });
  });
});

describe('names of files', () => {
  test('limit what is reported', () => {
    const { status, out } = check({ ...unknownModel, ...long }, `content/${paths.review}`);
    expect([status, out.split('\n').length]).toEqual([0, 3]);
  });

  test('may be folders', () => {
    expect(check({ ...unknownModel, ...long }, 'content/articles/').out).toMatch(
      /^content\/articles\/.*\n1 error in 1 file\.\n$/u,
    );
  });

  test.each([
    ['content/articles/2026/second-story/index.md', 'There is no `content/articles/2026/second-story/index.md`.'],
    ['/etc/passwd', '`/etc/passwd` is not in content/.'],
    ['content/../../x', '`content/../../x` is not in content/.'],
    ['x\n::error file=README.md::Forged', '`x\\n::error file=README.md::Forged` is not in content/.'],
  ])('that lead nowhere are refused: %s', (path, says) => {
    expect(check({}, path)).toEqual({ status: 2, out: '', err: `${says}\n${usage}` });
  });
});

test('an unknown option is refused', () => {
  const { status, err } = check({}, '--fast');
  expect([status, err]).toEqual([2, expect.stringContaining(`Unknown option '--fast'.\n\n${usage}`)]);
});

test('a commit that is not there is refused', () => {
  const { status, err } = check({}, '--base=nowhere');
  expect([status, err]).toEqual([
    2,
    `There is no commit \`nowhere\` here. Write a branch, a tag or a hash that git knows; after a shallow checkout, fetch it first.\n${usage}`,
  ]);
});

test('a content folder that is missing is named', () => {
  const { status, stdout } = spawnSync('node', [script], {
    cwd: join(makeProject(), 'content/models'),
    encoding: 'utf8',
  });
  expect([status, stdout.split('\n')[0]]).toEqual([
    1,
    'content:1:1  The folder cannot be read (ENOENT).  Check that it exists and may be read.',
  ]);
});

test('the moment of the check is that of the build', () => {
  const { out } = check({
    [paths.article]: (text) => addField('updated: 2026-11-24')(swap('The first sentence.', 'x')(text)),
  });
  expect(out).toContain('`updated` (2026-11-24) is in the future.');
});

describe('--fix', () => {
  const without = { [paths.inference]: null };

  test('computes rank ranges that are missing', () => {
    const { status, out } = check(without);
    expect([status, out.split('\n')[0]]).toEqual([
      1,
      `content/${paths.scored}:4:3  The rank ranges of this edition have not been computed.  Run \`npm run check -- --fix\` and add the file that it writes.`,
    ]);
    expect(check(without, '--fix')).toEqual({
      status: 0,
      out: 'The content has no problems.\n',
      err: `Written: content/${paths.inference}\n`,
    });
  });

  test('says which edition has intervals that allow none', () => {
    // The end of each interval that faces the other score is the score itself.
    const absurd = (text: string): string =>
      text
        .replace('score: 1200, lower: 1190, upper: 1210', 'score: 1200, lower: 1000, upper: 1200')
        .replace('score: 1100, lower: 1090, upper: 1110', 'score: 1199, lower: 1199, upper: 1400');
    expect(check({ ...without, [paths.scored]: absurd }, '--fix')).toEqual({
      status: 1,
      out: '',
      err: `content/${paths.scored}:1:1  No factor up to 2 makes all rank ranges hold together: the intervals of these scores are not plausible.  Look whether the ends of the intervals are those that the board gives.\n`,
    });
  });
});
