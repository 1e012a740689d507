import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Rating } from '#domain/ranking/ratings/ratings';
import { readCsv } from '#loading/files/csv';
import { formatProblem } from '#loading/problem';
import { readContent } from '#loading/read-content';
import { readVotes } from '#loading/votes';
import { readOptions } from '../../../scripts/content/rate-options.ts';
import { makeProject, now, type Changes } from '../../loading/fixture.ts';

const script = fileURLToPath(new URL('../../../scripts/content/rate.ts', import.meta.url));
const fixtures = fileURLToPath(new URL('../../fixtures/votes/', import.meta.url));
const usage =
  'Usage: npm run rate -- votes.csv [--left=column] [--right=column] [--winner=column] [--json] [--anchor=model:rating] [--edition=board/YYYY-MM-DD]';

interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command in a folder, at the moment of the fixture. */
function rate(folder: string, ...args: string[]): Ran {
  const environment = { ...process.env, SOURCE_DATE_EPOCH: String(now.getTime() / 1000) };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const good = 'left,right,winner\nalpha-1,beta-2,left\nalpha-1,beta-2,left\nbeta-2,alpha-1,left\n';

/** A project with a file `votes.csv`. */
function projectWith(votes: string | Uint8Array, changes: Changes = {}): string {
  const root = makeProject(changes);
  writeFileSync(join(root, 'votes.csv'), votes);
  return root;
}

const rateText = (votes: string | Uint8Array, ...args: string[]): Ran => rate(projectWith(votes), 'votes.csv', ...args);
const readJson = ({ stdout }: Ran): Rating[] => JSON.parse(stdout) as Rating[];

const columns = { left: 'left', right: 'right', winner: 'winner' };

describe('good votes', () => {
  test('are printed as a table', () => {
    expect(rate(fixtures, 'evalica_food.csv')).toEqual({
      status: 0,
      stderr: '',
      stdout: `Rank     First  Model    Rating      95% interval  Votes
 1–5       76%  Tacos   1,159.8  980.6 to 1,339.0     13
 1–5       14%  Sushi   1,016.7  839.3 to 1,194.2     12
 1–5        6%  Burger    972.8  807.4 to 1,138.1     13
 1–5        3%  Pasta     947.8  788.7 to 1,106.8     11
 1–5  under 1%  Pizza     902.9  739.3 to 1,066.5     11

30 votes between five models. Rank: the range that the votes allow; all ranges hold together with 95% confidence. First: the chance to have the highest true rating.
`,
    });
  });

  test('are printed as JSON in full precision, best first', () => {
    const rows = readJson(rate(fixtures, 'evalica_simple.csv', '--json'));
    expect(rows.map((row) => Object.keys(row).join(' '))).toEqual(
      rows.map(() => 'model rating lower upper votes best worst first'),
    );
    expect(rows.map(({ model, votes }) => `${model}: ${votes}`)).toEqual(['4: 6', '3: 7', '2: 6', '1: 6', '0: 7']);
    const golden = new Map(
      readFileSync(join(fixtures, 'evalica_simple_golden.csv'), 'utf8')
        .split('\n')
        .map((line) => line.split(','))
        .filter(([algorithm]) => algorithm === 'bradley_terry')
        .map(([, item, score]) => [item, Number(score)]),
    );
    const strengths = rows.map(({ rating }) => 10 ** ((rating - 1000) / 400));
    const sum = strengths.reduce((total, value) => total + value, 0);
    rows.forEach(({ model }, index) =>
      expect((strengths[index] ?? 0) / sum).toBeCloseTo(golden.get(model) ?? Number.NaN, 10),
    );
  });

  test('in any order give the same bytes', () => {
    const [header = '', ...lines] = readFileSync(join(fixtures, 'evalica_food.csv'), 'utf8').trim().split('\n');
    const { stdout } = rate(fixtures, 'evalica_food.csv', '--json');
    expect(rateText([header, ...lines.reverse()].join('\n'), '--json').stdout).toBe(stdout);
  });

  test('may be in other columns', () => {
    const votes = 'prompt,winner,model a,model b\n1,left,alpha-1,beta-2\n2,tie,"alpha-1",beta-2\n';
    expect(
      readJson(rateText(votes, '--left=model a', '--right', 'model b', '--json')).map(({ model }) => model),
    ).toEqual(['alpha-1', 'beta-2']);
  });

  test.each([
    ['lines that end in CRLF', good.replaceAll('\n', '\r\n')],
    ['lines that end in CR', good.replaceAll('\n', '\r')],
    ['no end of the last line', good.trimEnd()],
    ['blank lines', `\n${good.replaceAll('\n', '\n\n  \n')}\n`],
    ['a byte order mark', `\ufeff${good}`],
    ['quoted fields', good.replaceAll(/[^,\n]+/gu, '"$&"')],
  ])('%s make no difference', (_, votes) => {
    const plain = readVotes(Buffer.from(good), 'votes.csv', columns);
    const read = readVotes(Buffer.from(votes), 'votes.csv', columns);
    expect(read.problems).toEqual([]);
    expect(read.comparisons).toEqual(plain.comparisons);
    expect(read.count).toBe(plain.count);
  });

  test('an anchor gives its model a rating; its name may hold colons', () => {
    const rows = readJson(rateText('left,right,winner\na:b,c,left\na:b,c,right\n', '--anchor=a:b:-12.5', '--json'));
    expect(rows.map(({ model, rating }) => [model, rating])).toEqual([
      ['a:b', -12.5],
      ['c', -12.5],
    ]);
  });

  test('--help says how to use the command', () => {
    expect(rate(fixtures, '--help')).toEqual({ status: 0, stdout: `${usage}\n`, stderr: '' });
  });
});

describe('--edition', () => {
  const file = 'content/leaderboards/arena/2026-11-01.yaml';

  test('writes the ratings as a scored edition that the check accepts', () => {
    const root = projectWith(good);
    const ran = rate(root, 'votes.csv', '--edition=arena/2026-11-01', '--json');
    expect([ran.status, ran.stderr]).toEqual([
      0,
      `Written: ${file}\nWritten: ${file.replace('.yaml', '.inference.json')}\n`,
    ]);
    const { collections, problems } = readContent(root, now);
    expect(problems).toEqual([]);
    const data = collections.editions.find(({ id }) => id === 'arena/2026-11-01')?.data;
    const names: Record<string, string> = { 'alpha-1': 'Alpha 1', 'beta-2': 'Beta 2' };
    expect(data).toMatchObject({
      kind: 'scored',
      source: { publisher: 'The Arena', accessed: '2026-11-23' },
      entries: readJson(ran).map(({ model, rating, lower, upper, votes }) => ({
        listed: model,
        name: names[model],
        model,
        score: rating,
        lower,
        upper,
        votes,
      })),
    });
  });

  test('quotes names that YAML would read as something else', () => {
    const root = projectWith(good.replaceAll('alpha-1', '123').replaceAll('beta-2', 'null'), {
      'models/123.yaml': 'name: A number\n',
      'models/null.yaml': 'name: Nothing\n',
    });
    expect(rate(root, 'votes.csv', '--edition=arena/2026-11-01').status).toBe(0);
    const { entries } = parse(readFileSync(join(root, file), 'utf8')) as { entries: { model: unknown }[] };
    expect(entries.map(({ model }) => model)).toEqual(['123', 'null']);
  });

  test('never overwrites', () => {
    const root = projectWith(good);
    const before = 'content/leaderboards/arena/2026-01-10.yaml';
    const text = readFileSync(join(root, before), 'utf8');
    expect(rate(root, 'votes.csv', '--edition=arena/2026-01-10')).toEqual({
      status: 1,
      stdout: '',
      stderr: `${before}:1:1  This edition exists already, and editions are never overwritten.  Choose another date, or delete the file first.\n`,
    });
    expect(readFileSync(join(root, before), 'utf8')).toBe(text);
  });

  test.each([
    [
      'models that are unknown',
      'left,right,winner\nalpha-1,Kling,left\nKling,alpha-1,left\nalpha-1,beta-22,tie\n',
      'arena/2026-11-01',
      'votes.csv:2:9  Not in content/models: `Kling`, `beta-22` (did you mean `beta-2`?).  Name models in the votes by their ids, or add them to content/models first.',
    ],
    [
      'a board that is unknown',
      good,
      'arenas/2026-11-01',
      'content/leaderboards/arenas/2026-11-01.yaml:1:1  There is no board `arenas`.  Did you mean `arena`?',
    ],
    [
      'a board without scores',
      good,
      'top/2026-11-01',
      'content/leaderboards/top/board.yaml:1:1  The board has no `metric`, so it holds no scores.  Say in `metric` what the score is, or choose another board.',
    ],
    [
      'a day that does not exist',
      good,
      'arena/2026-02-30',
      'content/leaderboards/arena/2026-02-30.yaml:1:1  `2026-02-30` is not a day that exists.  Write --edition=<board>/<YYYY-MM-DD>.',
    ],
    [
      'a day in the future',
      good,
      'arena/2026-11-24',
      'content/leaderboards/arena/2026-11-24.yaml:1:1  The edition of 2026-11-24 is in the future.  Write the day on which the votes was so.',
    ],
    [
      'a way out of the folder',
      good,
      '../../2026-11-01',
      'content/leaderboards:1:1  `../../2026-11-01` names no edition.  Write --edition=<board>/<YYYY-MM-DD>.',
    ],
    [
      'no day',
      good,
      'arena',
      'content/leaderboards/arena/.yaml:1:1  `` is not a day that exists.  Write --edition=<board>/<YYYY-MM-DD>.',
    ],
  ])('refuses %s and writes nothing', (_, votes, edition, problem) => {
    const root = projectWith(votes);
    expect(rate(root, 'votes.csv', `--edition=${edition}`)).toEqual({ status: 1, stdout: '', stderr: `${problem}\n` });
    expect(existsSync(join(root, file))).toBe(false);
  });

  test('refuses to write into content that has problems', () => {
    const { status, stderr } = rate(
      projectWith(good, { 'models/gamma.yaml': 'nme: Gamma\n' }),
      'votes.csv',
      '--edition=arena/2026-11-01',
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^content\/models\/gamma\.yaml:1:1 {2}/u);
  });
});

describe('bad votes', () => {
  const head = 'left,right,winner\n';
  const noHeader = (reads: string): string =>
    `votes.csv:1:1  The first line is no header with the columns \`left\`, \`right\` and \`winner\`: it reads \`${reads}\`.  Begin the file with the line left,right,winner, or name its columns with --left, --right and --winner.`;

  test.each<[string, string | Uint8Array, ...string[]]>([
    ['an empty file', '', 'votes.csv:1:1  The file is empty.  Begin with a line that names the columns.'],
    ['blank lines only', '\n  \n\n', 'votes.csv:1:1  The file is empty.  Begin with a line that names the columns.'],
    ['a header alone', head, 'votes.csv:1:1  The file has no votes.  Write one vote on each line below the header.'],
    ['no header', 'alpha-1,beta-2,3\nbeta-2,alpha-1,5\n', noHeader('alpha-1,beta-2,3')],
    ['semicolons', 'left;right;winner\na;b;left\n', noHeader('left;right;winner')],
    [
      'a column with a typo',
      'left,rigth,winner\na,b,left\n',
      'votes.csv:1:1  There is no column `right`.  Did you mean `rigth`? Then add --right=rigth, or rename the column.',
    ],
    [
      'a column that is not there',
      'left,right,result\na,b,left\n',
      'votes.csv:1:1  There is no column `winner`.  Name the column with --winner=…: the file has `left`, `right` and `result`.',
    ],
    [
      'a column twice',
      'left,right,winner,left\na,b,left,a\n',
      'votes.csv:1:19  The column `left` appears twice.  Rename one of the two.',
    ],
    [
      'a winner with a typo',
      `${head}a,b,left\n\na,b,lfet\nb,a,Left\n`,
      'votes.csv:4:5  The winner `lfet` is unknown.  Write left, right or tie.',
      'votes.csv:5:5  The winner `Left` is unknown.  Write left, right or tie.',
    ],
    [
      'a model against itself',
      `${head}a,b,left\nb,b,tie\n`,
      'votes.csv:3:3  The model `b` is voted against itself.  Name two different models.',
    ],
    [
      'names that are blank or padded',
      `${head},b,left\na, b,left\n`,
      'votes.csv:2:1  The name of the model is blank or has spaces at its ends.  Write the name on one line, without spaces at its ends.',
      'votes.csv:3:3  The name of the model is blank or has spaces at its ends.  Write the name on one line, without spaces at its ends.',
    ],
    [
      'a name on two lines',
      `${head}"a\nb",b,left\na,b,lfet\n`,
      'votes.csv:2:1  The name of the model has a line break or a control character.  Write the name on one line, without spaces at its ends.',
      'votes.csv:4:5  The winner `lfet` is unknown.  Write left, right or tie.',
    ],
    [
      'rows of another length',
      `${head}a,b\na,b,left,1\nb,a,left\n`,
      'votes.csv:2:1  The row has 2 fields, but the header has 3.  Write one value for each column; put a value that holds a comma between quotation marks.',
      'votes.csv:3:1  The row has 4 fields, but the header has 3.  Write one value for each column; put a value that holds a comma between quotation marks.',
    ],
    [
      'a quotation mark inside a field',
      `${head}a"b",b,left\na,b,lfet\n`,
      'votes.csv:2:1  There is a quotation mark inside this field.  Put the whole field between quotation marks, and write each quotation mark inside it twice.',
      'votes.csv:3:5  The winner `lfet` is unknown.  Write left, right or tie.',
    ],
    [
      'text behind a quoted field',
      `${head}"a"b,b,left\n`,
      'votes.csv:2:1  There is text after the closing quotation mark of this field.  Write a comma there, or write a quotation mark inside a field twice.',
    ],
    [
      'a quotation mark that is never closed',
      `${head}a,"b,left\na,b,left\n`,
      'votes.csv:2:3  This quotation mark is never closed.  Write a quotation mark at the end of the field.',
    ],
    [
      'a header with a loose quotation mark',
      'left,"right"s,winner\na,b,left\n',
      'votes.csv:1:6  There is text after the closing quotation mark of this field.  Write a comma there, or write a quotation mark inside a field twice.',
    ],
    [
      'a binary file',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]),
      'votes.csv:1:1  The file is not UTF-8 text.  Save the table as CSV with the encoding UTF-8.',
    ],
    [
      'a NUL',
      `${head}a,b\0,left\n`,
      'votes.csv:2:4  There is an invisible control character here.  Delete it, or save the table as CSV with the encoding UTF-8.',
    ],
    [
      'UTF-16',
      Buffer.from(`\ufeff${good}`, 'utf16le'),
      'votes.csv:1:1  The file is not UTF-8 text.  Save the table as CSV with the encoding UTF-8.',
    ],
  ])('%s', (_, votes, ...problems) => {
    const bytes = typeof votes === 'string' ? Buffer.from(votes) : votes;
    expect(readVotes(bytes, 'votes.csv', columns).problems.map(formatProblem).sort()).toEqual(problems);
  });

  test('quoted fields keep commas, quotation marks and line breaks', () => {
    const { header, rows, problems } = readCsv(Buffer.from('"a, b","c ""d""",e\n"",x,"1\r\n2"\ny,z,w'), 'table.csv');
    expect(problems).toEqual([]);
    expect([header, ...rows].map((row) => row.map(({ text }) => text))).toEqual([
      ['a, b', 'c "d"', 'e'],
      ['', 'x', '1\r\n2'],
      ['y', 'z', 'w'],
    ]);
    expect(rows[1]?.map(({ line, column }) => [line, column])).toEqual([
      [4, 1],
      [4, 3],
      [4, 5],
    ]);
  });

  test('the command reports every problem and exits with 1', () => {
    expect(rateText(`${head}a,b,lfet\na,a,tie\n`)).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'votes.csv:2:5  The winner `lfet` is unknown.  Write left, right or tie.\nvotes.csv:3:3  The model `a` is voted against itself.  Name two different models.\n',
    });
  });

  test.each([
    [
      'only wins',
      `${head}b,c,tie\nb,a,right\nc,a,right\n`,
      'votes.csv:3:3  `a` has only wins: no finite rating fits.  Add votes with another outcome, or leave these models out.',
    ],
    [
      'several pieces',
      `${head}a,b,tie\nc,d,tie\n`,
      'votes.csv:2:1  The votes fall into two separate groups, with no vote between them: one has `a`, another `c`.  Add votes between the groups, or rate each group alone.',
    ],
  ])('%s: at the first vote of the model', (_, votes, problem) => {
    expect(rateText(votes)).toEqual({ status: 1, stdout: '', stderr: `${problem}\n` });
  });

  test('an anchor that has no votes', () => {
    expect(rateText(good, '--anchor=alpha-2:1000').stderr).toBe(
      'votes.csv:1:1  The anchor `alpha-2` is not among the models of the votes.  Did you mean `alpha-1`?\n',
    );
  });

  test.each([
    ['a missing file', 'vtes.csv', 'There is no such file.'],
    ['a folder', 'content', 'This is a folder, not a file.'],
  ])('%s', (_, name, what) => {
    expect(rate(projectWith(good), name)).toEqual({
      status: 1,
      stdout: '',
      stderr: `${name}:1:1  ${what}  Write the path of a CSV file with votes.\n`,
    });
  });
});

describe('bad options', () => {
  test.each([
    ['no file', [], 'No file of votes is named. Write its path, for example votes.csv.'],
    ['two files', ['votes.csv', 'more.csv'], 'Votes are read from one file, but 2 are named. Name one.'],
    ['an unknown option', ['votes.csv', '--jsn'], 'There is no option --jsn. Did you mean --json?'],
    ['an option like no other', ['votes.csv', '-x'], 'There is no option -x.'],
    ['an option twice', ['votes.csv', '--left=a', '--left=b'], 'The option --left appears twice. Keep one of the two.'],
    [
      'an option without its value',
      ['votes.csv', '--left', '--json'],
      'The option --left needs a value. Write --left=….',
    ],
    ['a value too many', ['votes.csv', '--json=yes'], 'The option --json takes no value. Write --json alone.'],
    [
      'one column for both sides',
      ['votes.csv', '--left=right'],
      'The columns right, right and winner must be three. Name another column with --left, --right or --winner.',
    ],
    [
      'an anchor without a rating',
      ['votes.csv', '--anchor=alpha-1'],
      '`alpha-1` is no anchor. Write --anchor=model:rating, for example --anchor=veo-3:1000.',
    ],
    [
      'an anchor with an endless rating',
      ['votes.csv', '--anchor=alpha-1:Infinity'],
      '`alpha-1:Infinity` is no anchor. Write --anchor=model:rating, for example --anchor=veo-3:1000.',
    ],
  ])('%s', (_, args, message) => {
    expect(() => readOptions(args)).toThrow(new Error(message));
  });

  test('the command says what is wrong and how it is used, and exits with 1', () => {
    expect(rate(projectWith(good), 'votes.csv', '--jsn')).toEqual({
      status: 1,
      stdout: '',
      stderr: `There is no option --jsn. Did you mean --json?\n${usage}\n`,
    });
  });
});
