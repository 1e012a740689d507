import { describe, expect, test } from 'vitest';
import { columnAdvice, columnQuestion, findColumns, type SaidColumns } from '../../../src/loading/import/columns.ts';
import { readFigure, readInterval } from '../../../src/loading/import/figures.ts';
import { readTable } from '../../../src/loading/import/read-table.ts';
import { readRows, type ImportedRow } from '../../../src/loading/import/rows.ts';
import { formatProblem, type Problem } from '../../../src/loading/problem.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a table as the command does: rows, and every problem. */
function readAll(bytes: Uint8Array, said: SaidColumns = {}): { rows: ImportedRow[]; problems: string[] } {
  const table = readTable(bytes, 'arena.csv');
  if (table.header.length === 0) return { rows: [], problems: table.problems.map(formatProblem) };
  const { columns, choices } = findColumns(table.header, said, 'Arena score');
  if (choices.length > 0)
    return {
      rows: [],
      problems: choices.map((choice) =>
        formatProblem({
          file: 'arena.csv',
          line: choice.at.line,
          column: choice.at.column,
          what: columnQuestion(choice),
          write: columnAdvice(choice),
        }),
      ),
    };
  const { rows, skipped } = readRows(table.rows, columns, 'arena.csv');
  const all: Problem[] = [...table.problems, ...skipped];
  return { rows, problems: all.map(formatProblem) };
}

/** Rows as `listed score lower upper votes`. */
const inShort = (rows: readonly ImportedRow[]): string[] =>
  rows.map(({ listed, score, lower, upper, votes }) =>
    [listed, score.value, lower?.value ?? '-', upper?.value ?? '-', votes ?? '-'].join(' '),
  );

describe('columns are found', () => {
  // Heads of real exports: the data sets of Arena, its older tables, the API of Artificial Analysis, GenAI-Arena, this site.
  test.each([
    ['model_name,score,rating_lower,rating_upper,num_votes', 'veo-3,1200,1190,1210,500', 'veo-3 1200 1190 1210 500'],
    [
      'Rank* (UB),Rank (StyleCtrl),Model,Arena Score,95% CI,Votes,Organization,License',
      '1,1,veo-3,1200,+5/-6,"26,019",Google,MIT',
      'veo-3 1200 1194 1205 26019',
    ],
    ['key,Model,Elo rating,rating_q025,rating_q975', 'x,veo-3,1200,1190,1210', 'veo-3 1200 1190 1210 -'],
    [
      'id,name,slug,model_creator.name,elo,ci95,appearances',
      '7,Veo 3,veo,Google,1200.5,-5/+6,500',
      'Veo 3 1200.5 1195.5 1206.5 500',
    ],
    [
      'Rank,Model,Provider,Arena score (points),95% interval,Votes',
      '1 to 4,Veo 3,Google,"1,200","1,190 to 1,210","1,784"',
      'Veo 3 1200 1190 1210 1784',
    ],
    ['Model,Score', 'Veo 3,1200 ±5', 'Veo 3 1200 1195 1205 -'],
    ['Model,Score', 'Veo 3,1200+5/−6', 'Veo 3 1200 1194 1205 -'],
    ['Model Name (clickable),Total Score', 'Veo 3,84.5%', 'Veo 3 84.5 - - -'],
  ])('in %s', (head, row, says) => {
    const { rows, problems } = readAll(encode(`${head}\n${row}\n`));
    expect([inShort(rows), problems]).toEqual([[says], []]);
  });

  test('in the CSV file of an edition of this site, with names and ids', () => {
    const { rows } = readAll(
      encode(
        "best,worst,listed,name,model,provider,score,lower,upper,votes\r\n1,4,'-veo-3,Veo 3 (with sound),veo-3,Google,1200.5,1190,1210,500\r\n",
      ),
    );
    expect(rows[0]).toMatchObject({
      listed: '-veo-3',
      name: 'Veo 3 (with sound)',
      model: 'veo-3',
      score: { value: 1200.5, decimals: 1 },
    });
  });

  test('by what was said, which counts more than a guess', () => {
    const { rows } = readAll(encode('Model,Score,Elo,Votes\nveo-3,1,1200,5\n'), { score: 'Elo', votes: 'none' });
    expect(inShort(rows)).toEqual(['veo-3 1200 - - -']);
  });
});

describe('a figure', () => {
  test.each([
    ['1516', 1516, 0],
    ['1,516.20', 1516.2, 2],
    ['26\u00a0576', 26576, 0],
    ['−3.5', -3.5, 1],
    ['84.5 %', 84.5, 1],
  ])('%s is read with its digits', (text, value, decimals) => {
    expect(readFigure(text)).toEqual({ value, decimals });
  });

  test.each(['1.516,2', '0,84', '26.6k', '1e5', 'NaN', 'Infinity', '0x1F', '1_000', '1.2.3', '12,34', '--5', '１５'])(
    '%s is none',
    (text) => {
      expect(readFigure(text)).toHaveProperty('write');
    },
  );
});

describe('an interval', () => {
  const score = { value: 1500.5, decimals: 1 };
  test.each([
    ['+5/-6', 1494.5, 1505.5],
    ['-6/+5', 1494.5, 1505.5],
    ['+5 / −6.25', 1494.25, 1505.5],
    ['±6', 1494.5, 1506.5],
    ['+/-6', 1494.5, 1506.5],
    ['6', 1494.5, 1506.5],
    ['1494–1506', 1494, 1506],
    ['1,494 to 1,506', 1494, 1506],
    ['[1494, 1506]', 1494, 1506],
    ['(1494 - 1506)', 1494, 1506],
  ])('%s has its ends', (text, lower, upper) => {
    expect(readInterval(text, score)).toMatchObject({ lower: { value: lower }, upper: { value: upper } });
  });

  test.each(['+5/+6', '-5/-6', 'about 5', '1494', '±', '5/6/7'].filter((text) => text !== '1494'))(
    '%s is none',
    (text) => {
      expect(readInterval(text, score)).toHaveProperty('write');
    },
  );
});

/** Good but for one thing; `-` in front of a kind means that the good row next to the bad one is read. */
const head = 'Model,Score,Lower,Upper,Votes\n';
const good = 'veo-3,1200,1190,1210,500\n';
const bad: [kind: string, bytes: string | Uint8Array, ...says: string[]][] = [
  ['not UTF-8', new Uint8Array([0x4d, 0xff, 0xfe]), '1:1 The file is not UTF-8 text.'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x4d, 0, 0x2c, 0]), '1:1 The file is not UTF-8 text.'],
  ['a control character', `${head}${good}sora\u0007,1,1,1,1\n`, '3:5 There is an invisible control character here.'],
  ['nothing', '', '1:1 The file is empty.'],
  [
    'a quotation mark that is never closed',
    `${head}${good}"sora,1100,1090,1110,5\n`,
    '3:1 This quotation mark is never closed.',
  ],
  [
    'text after a closing quotation mark',
    `${head}"sora"x,1100,1090,1110,5\n${good}`,
    '2:1 There is text after the closing quotation mark of this field.',
  ],
  [
    'a quotation mark inside a field',
    `${head}so"ra,1100,1090,1110,5\n${good}`,
    '2:1 There is a quotation mark inside this field.',
  ],
  ['too few fields', `${head}sora,1100\n${good}`, '2:1 The row has 2 fields, but the header has 5.'],
  ['too many fields', `${head}sora,1,100,1090,1110,5\n${good}`, '2:1 The row has 6 fields, but the header has 5.'],
  [
    'no column of scores',
    'Model,Price\nsora,1\n',
    '1:1 Which column is `score` (the score)? The table has `Model` and `Price`.',
  ],
  [
    'no column of models',
    'Score,Votes\n1,2\n',
    '1:1 Which column is `listed` (names of the models as the board has them)? The table has `Score` and `Votes`.',
  ],
  [
    'two columns of scores',
    'Model,Score,Elo\nsora,1,2\n',
    '1:7 Which column is `score` (the score)? The table has `Score` and `Elo`.',
  ],
  [
    'one column twice',
    'Model,Votes,Score,Votes\nsora,1,2,3\n',
    '1:7 Which column is `votes` (the number of votes)? The table has `Votes` and `Votes`.',
  ],
  ['a score that is no number', `${head}sora,high,1090,1110,5\n${good}`, '2:6 `high` is no number.'],
  ['a score that is missing', `${head}sora,n/a,1090,1110,5\n${good}`, '2:6 `sora` has no score.'],
  [
    'a comma before decimals',
    `${head}sora,"1100,5",1090,1110,5\n${good}`,
    '2:6 `1100,5` has a comma before its decimals.',
  ],
  ['a number rounded to thousands', `${head}sora,1100,1090,1110,26.6K\n${good}`, '2:21 `26.6K` is a rounded number.'],
  [
    'a score outside its interval',
    `${head}sora,1200,1090,1110,5\n${good}`,
    '2:11 The score 1200 is outside its interval, 1090 to 1110.',
  ],
  [
    'an interval the wrong way round',
    `${head}sora,1100,1110,1090,5\n${good}`,
    '2:11 The lower end of the interval is above its upper end.',
  ],
  ['one end of an interval', `${head}sora,1100,1090,,5\n${good}`, '2:16 The interval has one end only.'],
  ['an end that is no number', `${head}sora,1100,1090,?,5\n${good}`, '2:16 `?` is no number.'],
  ['an interval in words', 'Model,Score,95% CI\nsora,1100,wide\nveo-3,1200,±5\n', '2:11 `wide` is no interval.'],
  [
    'an interval above the score alone',
    'Model,Score,95% CI\nsora,1100,+5/+6\nveo-3,1200,±5\n',
    '2:11 `+5/+6` is no interval.',
  ],
  ['fewer than no votes', `${head}sora,1100,1090,1110,-5\n${good}`, '2:21 `-5` is no number of votes.'],
  ['half a vote', `${head}sora,1100,1090,1110,0.5\n${good}`, '2:21 `0.5` is no number of votes.'],
  ['no name', `${head}  ,1100,1090,1110,5\n${good}`, '2:1 The row names no model.'],
  [
    'a name of two lines',
    `${head}"so\nra",1100,1090,1110,5\n${good}`,
    '2:1 The name of the model has a line break or a control character.',
  ],
  [
    'a name that turns the text',
    `${head}so\u202era,1100,1090,1110,5\n${good}`,
    '2:1 The name of the model has an invisible character that turns the direction of the text.',
  ],
  [
    'a name that is a text',
    `${head}${'so '.repeat(70)}ra,1100,1090,1110,5\n${good}`,
    '2:1 The name of the model has more than 200 characters.',
  ],
  [
    'a figure without end',
    `${head}sora,${'9'.repeat(100_000)},1090,1110,5\n${good}`,
    `2:6 \`${'9'.repeat(60)}…\` is no number.`,
  ],
  ['a name twice', `${head}${good}sora,1100,1090,1110,5\n${good}`, '4:1 `veo-3` appears twice, first on line 2.'],
];

describe('bad CSV is reported with line and column', () => {
  test('in more than 20 kinds', () => {
    expect(bad.length).toBeGreaterThan(20);
  });

  test.each(bad)('%s', (_, bytes, ...says) => {
    const { rows, problems } = readAll(typeof bytes === 'string' ? encode(bytes) : bytes);
    expect(problems.map((line) => line.split('  ').slice(0, 2).join('  '))).toEqual(
      says.map((line) => `arena.csv:${line.replace(/^(\S+) /u, '$1  ')}`),
    );
    // Each problem says what to do.
    for (const line of problems) expect(line).toMatch(/[.?] {2}[A-Z].+\.$/u);
    // A bad row hides no good one.
    expect(rows.some(({ listed }) => listed === 'sora')).toBe(says[0]?.startsWith('4:') ?? false);
  });

  test('all at once', () => {
    const { rows, problems } = readAll(encode(`${head}a,x,1,1,1\nb,1\n${good}c,2,3,1,1\n`));
    expect(problems.map((line) => line.split('  ')[0])).toEqual(['arena.csv:3:1', 'arena.csv:2:3', 'arena.csv:5:5']);
    expect(inShort(rows)).toEqual(['veo-3 1200 1190 1210 500']);
  });
});
