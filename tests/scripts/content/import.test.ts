import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '#loading/read-content';
import { isError } from '#loading/problem';
import { findColumns } from '#loading/import/columns';
import { knownNames } from '#loading/import/names';
import { chooseColumns, nameModels, type SaidModels } from '../../../scripts/content/import-dialog.ts';
import { makeProject, now, swap, type Changes } from '../../loading/fixture.ts';

const script = join(import.meta.dirname, '../../../scripts/content/import.ts');
const today = '2026-11-23';
const editionFile = `content/leaderboards/arena/${today}.yaml`;

interface Ran {
  root: string;
  status: number | null;
  out: string;
  err: string;
}

/** Runs the command in a project, with nobody to ask. */
function run(
  args: string[],
  table?: string | Uint8Array,
  changes: Changes = {},
  root = makeProject(changes),
  environment: Record<string, string> = {},
): Ran {
  if (table !== undefined) writeFileSync(join(root, 'table'), table);
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], {
    cwd: root,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, SOURCE_DATE_EPOCH: String(now.getTime() / 1000), ...environment },
  });
  return { root, status, out: stdout, err: stderr };
}

const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');
const boardFiles = (root: string): string[] => readdirSync(join(root, 'content/leaderboards/arena')).sort();
const untouched = ['2026-01-10.inference.json', '2026-01-10.yaml', 'board.yaml'];

const arena = 'Rank,Model,Arena Score,95% CI,Votes\n1,alpha-1-pro,1250.5,+5/-6,"1,200"\n2,beta-2-fast,1100,±4,900\n';

describe('an edition', () => {
  test('is written in the style of the others, with its original next to it, and what changed', () => {
    const { root, status, out, err } = run(['arena', 'table'], arena);
    const checksum = createHash('sha256').update(arena).digest('hex');
    expect([status, err]).toEqual([0, '']);
    expect(read(root, editionFile)).toBe(
      [
        'kind: scored',
        `source: {title: "The Arena leaderboard, 23 November 2026", publisher: The Arena, url: https://arena.example/, accessed: ${today}, checksum: sha256:${checksum}}`,
        'entries:',
        '  - {listed: alpha-1-pro, name: Alpha 1 Pro, model: alpha-1, score: 1250.5, lower: 1244.5, upper: 1255.5, votes: 1200}',
        '  - {listed: beta-2-fast, name: Beta 2 Fast, model: beta-2, score: 1100, lower: 1096, upper: 1104, votes: 900}',
        '',
      ].join('\n'),
    );
    expect(read(root, `content/leaderboards/arena/originals/${today}.csv`)).toBe(arena);
    expect(readContent(root, now).problems.filter(isError)).toEqual([]);
    expect(out).toBe(
      [
        `${editionFile}: two entries.`,
        `content/leaderboards/arena/originals/${today}.csv: the table as it was.`,
        'Columns: listed from `Model`, score from `Arena Score`, interval from `95% CI` and votes from `Votes`. Not used: `Rank`.',
        'Since 10 January 2026: In both editions Alpha 1 Pro is first. None of the two entries moved for certain.',
        '',
      ].join('\n'),
    );
  });

  test('of another day has what was said of its source', () => {
    const { root } = run(
      [
        'arena',
        'table',
        '--date=2026-10-01',
        '--title=A: b',
        '--publisher=P',
        '--url=https://p.example/',
        '--note=N.',
        '--listed-in-all=9',
        '--scale-changed',
      ],
      arena,
    );
    expect(read(root, 'content/leaderboards/arena/2026-10-01.yaml')).toMatch(
      /^kind: scored\nsource: \{title: "A: b", publisher: P, url: https:\/\/p\.example\/, accessed: 2026-11-23, checksum: sha256:[0-9a-f]{64}\}\nnote: N\.\nscaleChanged: true\nlistedInAll: 9\nentries:\n/u,
    );
  });

  test('has entries under their earlier names where the board only writes them another way', () => {
    const { root, out } = run(['arena', 'table'], 'Model,Score\nAlpha-1 Pro,1250\nbeta-2-fast,1100\n');
    expect(read(root, editionFile)).toContain('{listed: alpha-1-pro, name: Alpha 1 Pro, model: alpha-1, score: 1250}');
    expect(out).toContain('Written as in earlier editions: `Alpha-1 Pro` is `alpha-1-pro`.\n');
    expect(out).toContain('None of the two entries moved for certain.');
  });

  test('is read from what is written into the command', () => {
    const root = makeProject();
    const { status } = spawnSync('node', [script, 'arena', '-'], {
      cwd: root,
      input: '| Model | Score |\n| --- | --- |\n| alpha-1-pro | 1250 |\n',
      env: { ...process.env, SOURCE_DATE_EPOCH: String(now.getTime() / 1000) },
    });
    expect([status, existsSync(join(root, `content/leaderboards/arena/originals/${today}.md`))]).toEqual([0, true]);
  });

  test('is without its original where no licence lets us keep it, but with its checksum', () => {
    const closed = { 'leaderboards/arena/board.yaml': swap('redistribute: true', 'redistribute: false') };
    const { root, out } = run(['arena', 'table'], arena, closed);
    expect(boardFiles(root)).toEqual([
      '2026-01-10.inference.json',
      '2026-01-10.yaml',
      `${today}.inference.json`,
      `${today}.yaml`,
      'board.yaml',
    ]);
    expect(out).toContain('The table itself is not kept: CC BY 4.0.\n');
    expect(read(root, editionFile)).toContain('checksum: sha256:');
  });

  test('never takes the place of another', () => {
    const first = run(['arena', 'table'], arena);
    const before = read(first.root, editionFile);
    const { status, err } = run(['arena', 'table'], 'Model,Score\nalpha-1-pro,1\n', {}, first.root);
    expect([status, err]).toEqual([
      1,
      `There is ${editionFile} already, and editions are never overwritten. Choose another day with --date=YYYY-MM-DD.\nNothing was written.\n`,
    ]);
    expect(read(first.root, editionFile)).toBe(before);
  });

  test('imported from the file that this site offers is the same', () => {
    // The files of data are made by `src/feeds/data/board-files.ts`; their columns are fixed by a published schema.
    const own =
      'best,worst,listed,name,model,provider,score,lower,upper,votes\r\n1,1,alpha-1-max,Alpha 1 Max,alpha-1,Acme,1250.5,1244.5,1255.5,1200\r\n';
    const { root, status } = run(['arena', 'table'], own);
    expect(status).toBe(0);
    expect(read(root, editionFile)).toContain(
      '- {listed: alpha-1-max, name: Alpha 1 Max, model: alpha-1, score: 1250.5, lower: 1244.5, upper: 1255.5, votes: 1200}\n',
    );
  });
});

describe('names that no model has', () => {
  const table = 'Model,Score\nalpha-1-ultra,1300\nalpha-1-pro,1200\nnewcomer,900\n';

  test('are each reported with what to type, and nothing is written', () => {
    const { root, status, err } = run(['arena', 'table'], table);
    expect([status, err]).toEqual([
      1,
      [
        'table:2:1  `alpha-1-ultra` is no model that we know.  Write --alias="alpha-1-ultra=model-id" if it is a model that we know, --new="alpha-1-ultra=Name for readers" if it is new, or --leave-out="alpha-1-ultra".',
        'table:4:1  `newcomer` is no model that we know.  Write --alias="newcomer=model-id" if it is a model that we know, --new="newcomer=Name for readers" if it is new, or --leave-out="newcomer".',
        'Nothing was written.',
        '',
      ].join('\n'),
    ]);
    expect(boardFiles(root)).toEqual(untouched);
  });

  test('become an alias, a new model, or are left out, as it was said', () => {
    const { root, status, out } = run(
      ['arena', 'table', '--alias=alpha-1-ultra=alpha-1=Alpha 1 Ultra', '--new=newcomer=New Comer'],
      table,
    );
    expect(status).toBe(0);
    expect(read(root, 'content/models/alpha-1.yaml')).toMatch(/\nlistedAs: \[alpha-1-ultra\]\n$/u);
    expect(read(root, 'content/models/new-comer.yaml')).toBe('name: New Comer\nlistedAs: [newcomer]\n');
    expect(read(root, editionFile)).toContain(
      '{listed: alpha-1-ultra, name: Alpha 1 Ultra, model: alpha-1, score: 1300}',
    );
    expect(out).toContain('content/models/new-comer.yaml: a new model; add its facts.\n');
    const without = run(['arena', 'table', '--leave-out=alpha-1-ultra', '--leave-out=newcomer'], table);
    expect(without.out).toContain('Left out: alpha-1-ultra and newcomer.\n');
  });

  test.each([
    [['--alias=alpha-9=alpha-1'], '`--alias` names `alpha-9`, which is not in the table.'],
    [['--alias=newcomer=alpha-9'], '`--alias` names `alpha-9`, which is not in content/models.'],
    [['--new=newcomer=Gamma'], 'There is content/models/gamma.yaml already. Write --alias="…=gamma" instead of --new.'],
    [
      ['--new=newcomer=日本'],
      'No letter of `日本` can be in an address. Add the model with `npm run new -- model` first.',
    ],
    [['--leave-out=alpha'], '`--leave-out` names `alpha`, which is not in the table.'],
  ])('are refused: %j', (args, says) => {
    const { root, status, err } = run(['arena', 'table', '--leave-out=alpha-1-ultra', ...args], table);
    expect([status, err]).toEqual([1, `${says}\nNothing was written.\n`]);
    expect(boardFiles(root)).toEqual(untouched);
  });
});

describe('a table with bad rows', () => {
  const table = 'Model,Score\nalpha-1-pro,1200\nbeta-2-fast,many\n';
  const problem = 'table:3:13  `many` is no number.  Write a number with a point, for example 1204.5.\n';

  test('is refused, and each row reported', () => {
    const { root, status, err } = run(['arena', 'table'], table);
    expect([status, err]).toEqual([1, `${problem}Fix this row, or leave it out with --yes.\nNothing was written.\n`]);
    expect(boardFiles(root)).toEqual(untouched);
  });

  test('is taken without them when that was said, and each row is still reported', () => {
    const { root, status, err } = run(['arena', 'table', '--yes'], table);
    expect([status, err]).toEqual([0, problem]);
    expect(read(root, editionFile)).not.toContain('beta-2');
  });
});

describe('the command', () => {
  test.each([
    ['an unknown board', ['arina', 'table'], 'There is no board `arina`. Did you mean `arena`?'],
    [
      'a board without scores',
      ['top', 'table'],
      'Top Models has no `metric`, so it holds no scores: run `npm run new -- edition top`.',
    ],
    [
      'a day that is none',
      ['arena', 'table', '--date=2026-02-30'],
      '`--date` is `2026-02-30`: write a day as YYYY-MM-DD, for example 2026-01-23.',
    ],
    ['a day to come', ['arena', 'table', '--date=2026-11-24'], '`--date` is 2026-11-24, which is in the future.'],
    ['a file that is not there', ['arena', 'nothing.csv'], 'nothing.csv cannot be read (ENOENT).'],
    ['a folder', ['arena', 'content'], 'content cannot be read (EISDIR).'],
  ])('refuses %s', (_, args, says) => {
    const { root, status, err } = run(args, arena);
    expect([status, err]).toEqual([1, `${says}\nNothing was written.\n`]);
    expect(boardFiles(root)).toEqual(untouched);
  });

  test.each([
    ['a table without rows', 'Model,Score\n', 'table: the table has no rows.'],
    ['an empty file', '', 'table:1:1  The file is empty.  Begin with a line that names the columns.'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
      'table:1:1  The file is not UTF-8 text.  Save the table as CSV with the encoding UTF-8.',
    ],
    ['more than 2 MB', 'x'.repeat(2_000_001), 'table has 3 MB: this is not the table of a board.'],
    [
      'columns that are not sure',
      'Model,Rating,Elo\nalpha-1-pro,1,2\n',
      'table:1:7  Which column is `score` (the score)? The table has `Rating` and `Elo`.  Say which one: --score=Rating or --score=Elo.',
    ],
  ])('refuses %s', (_, table, says) => {
    const { root, status, err } = run(['arena', 'table'], table);
    expect([status, err]).toEqual([1, `${says}\nNothing was written.\n`]);
    expect(boardFiles(root)).toEqual(untouched);
  });

  test('does not start on content with problems', () => {
    const { status, err } = run(['arena', 'table'], arena, { 'models/gamma.yaml': 'nom: Gamma\n' });
    expect([status, err]).toEqual([
      1,
      'The content has problems. Run `npm run check` and fix them first.\nNothing was written.\n',
    ]);
  });

  test('takes everything back when the check refuses it', () => {
    const before = makeProject();
    const model = read(before, 'content/models/alpha-1.yaml');
    const { root, status, err } = run(['arena', 'table', '--alias=x=alpha-1', '--title= '], 'Model,Score\nx,1\n');
    expect([status, err]).toEqual([1, expect.stringMatching(/`source\.title` is blank.*\nNothing was written\.\n$/u)]);
    expect([boardFiles(root), read(root, 'content/models/alpha-1.yaml')]).toEqual([untouched, model]);
  });

  test('lists overdue boards with the commands to run, and hands the list to a workflow', () => {
    const paced = { 'leaderboards/arena/board.yaml': (text: string) => `${text}paceDays: 30\n` };
    const list = [
      '### The Arena: 317 days old, pace 30 days (newest edition 2026-01-10)',
      '',
      '- [ ] Export or copy the table at https://arena.example/.',
      '- [ ] Run `npm run import -- arena <file> --date=YYYY-MM-DD` with the day of the table.',
      '- [ ] Run `npm run check`.',
      '- [ ] Open a pull request with the new files.',
    ].join('\n');
    for (const [changes, checklist, says] of [
      [{}, '', 'No board is overdue.'],
      [paced, list, list],
    ] as const) {
      const root = makeProject(changes);
      const output = join(root, 'output');
      const { out } = run(['--overdue'], undefined, {}, root, { GITHUB_OUTPUT: output });
      // The form of https://docs.github.com/actions: a name, a delimiter, lines, the delimiter.
      expect([out, readFileSync(output, 'utf8')]).toEqual([
        `${says}\n`,
        `checklist<<END_OF_CHECKLIST\n${checklist}\nEND_OF_CHECKLIST\n`,
      ]);
    }
  });
});

describe('at a terminal', () => {
  /** Gives the answers in their order, and keeps the questions. */
  const answering = (...answers: string[]): { ask: (question: string) => Promise<string>; questions: string[] } => {
    const questions: string[] = [];
    return {
      questions,
      ask: (question) => {
        questions.push(question);
        return Promise.resolve(answers[questions.length - 1] ?? '');
      },
    };
  };
  const header = ['Model', 'Score', 'Elo', 'Votes', 'Battles'].map((text, index) => ({
    text,
    line: 1,
    column: index + 1,
  }));

  test('columns that are not sure are asked for, until they are', async () => {
    const { ask, questions } = answering('Elq', 'Elo', 'none');
    const { columns } = await chooseColumns(header, {}, 'Points', 'table', ask);
    expect(columns).toEqual({ listed: 0, score: 2 });
    expect(questions).toEqual([
      'Which column is `score` (the score)? The table has `Score` and `Elo`. ',
      'There is no column `Elq`.\nWhich column is `score` (the score)? The table has `Score` and `Elo`. ',
      'Which column is `votes` (the number of votes)? The table has `Votes` and `Battles`. Or none. ',
    ]);
    expect(findColumns(header, { score: 'Elo', votes: 'none' }, 'Points').choices).toEqual([]);
  });

  test('models that nobody knows are asked for, until they are', async () => {
    const known = knownNames('arena', readContent(makeProject(), now).collections);
    const rows = ['beta-3', 'new-one', 'old-one'].map((listed, index) => ({
      listed,
      score: { value: 1, decimals: 0 },
      line: index + 2,
      column: 1,
    }));
    const nothing: SaidModels = { aliases: new Map(), added: new Map(), leftOut: new Set() };
    const { ask, questions } = answering('beta', 'beta-2', '', 'new', 'New One', 'leave out');
    const named = await nameModels(rows, known, nothing, 'table', ask);
    expect(named).toMatchObject({
      aliases: [{ listed: 'beta-3', model: 'beta-2' }],
      added: [{ listed: 'new-one', name: 'New One', id: 'new-one' }],
      leftOut: ['old-one'],
      rows: [{ found: { model: 'beta-2', name: 'beta-3' } }, { found: { model: 'new-one', name: 'New One' } }],
    });
    expect(questions.slice(0, 3)).toEqual([
      '`beta-3` (line 2) is no model that we know. Write the id of its model (such as beta-2), `new`, or `leave out`: ',
      'There is no model `beta` in content/models.\n`beta-3` (line 2) is no model that we know. Write the id of its model (such as beta-2), `new`, or `leave out`: ',
      'Its name for readers (Enter: beta-3): ',
    ]);
  });
});
