import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem, isError } from '#loading/problem';
import { readContent } from '#loading/read-content';
import { checkContent } from '../../../src/loading/check-content.ts';
import { complete, fieldsOf, type Field } from '../../../scripts/content/new-fields.ts';
import { makeProject, now, paths } from '../../loading/fixture.ts';

const script = join(import.meta.dirname, '../../../scripts/content/new.ts');
const today = '2026-11-23';
const present = '2026-11-23T12:00:00Z';

/** Runs the command in a project, with nobody to ask. */
function create(root: string, ...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], {
    cwd: root,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, SOURCE_DATE_EPOCH: String(now.getTime() / 1000) },
  });
  return { status, out: stdout, err: stderr };
}

const textOf = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');
const errorsIn = (root: string): string[] => checkContent(root, now).problems.filter(isError).map(formatProblem);

describe('an article', () => {
  test('is written with the present moment as its date, an id of its own, and its address', () => {
    const root = makeProject();
    const { status, out } = create(
      root,
      'Kling 3: what "it" does',
      '--category=policy',
      '--dek=It: does.',
      '--models=alpha-1, beta-2',
      '--lead=It does this.',
    );
    const file = 'content/articles/2026/kling-3-what-it-does/index.md';
    expect([status, out]).toEqual([
      0,
      `${file}\nPreview: http://localhost:4321/news/kling-3-what-it-does/ (npm run dev)\n`,
    ]);
    const { collections, problems } = readContent(root, now);
    expect(collections.articles.find(({ id }) => id === 'kling-3-what-it-does')?.data).toMatchObject({
      id: expect.stringMatching(/^20261123-[a-z0-9]{6}$/u),
      title: 'Kling 3: what "it" does',
      dek: 'It: does.',
      category: 'policy',
      date: present,
      authors: ['the-desk'],
      models: ['alpha-1', 'beta-2'],
      draft: false,
    });
    expect(textOf(root, file)).toContain('\ndate: 2026-11-23T12:00Z\n');
    expect(problems.filter(isError)).toEqual([]);
    expect(errorsIn(root)).toEqual([]);
  });

  test('without a first sentence is a draft', () => {
    const root = makeProject();
    const { out } = create(root, 'A plan', '--category=policy');
    expect(out).toContain('Saved as a draft. Delete the line `draft: true` to publish it.\n');
    expect(textOf(root, 'content/articles/2026/a-plan/index.md')).toContain('\ndraft: true\n');
    expect(errorsIn(root)).toEqual([]);
  });

  test('never takes the place of another', () => {
    const root = makeProject();
    const before = textOf(root, `content/${paths.article}`);
    const { status, err } = create(root, 'First story', '--category=policy', '--lead=New.');
    expect([status, err]).toEqual([
      1,
      `There is content/${paths.article} already. Open it, or give the new one another name with \`--slug=\`.\nNothing was written.\n`,
    ]);
    expect(textOf(root, `content/${paths.article}`)).toBe(before);
  });

  test.each([
    [
      'a headline is missing',
      [],
      '`--title` is missing: headline.\n`--category` is missing: category (technology, policy).',
    ],
    ['an unknown category', ['A', '--category=polcy'], '`--category`: There is no `polcy`. Did you mean `policy`?'],
    [
      'an unknown model',
      ['A', '--category=policy', '--models=alpha-1,nothing-like-it'],
      '`--models`: There is no `nothing-like-it`. There are: alpha-1, beta-2, gamma.',
    ],
    [
      'a slug that leaves the folder',
      ['A', '--category=policy', '--slug=../../x'],
      '`--slug`: Write lower case, digits and hyphens, for example `kling-2-6-review`.',
    ],
    [
      'a headline without a letter for an address',
      ['日本語', '--category=policy'],
      'No letter of "日本語" can be in an address. Give a name with `--slug=`, in lower case, digits and hyphens.',
    ],
    [
      'a mistyped kind',
      ['lawsit', 'Doe v Acme'],
      'There is no kind `lawsit`. Did you mean `lawsuit`? A headline is in quotation marks.',
    ],
    [
      'an option of another kind',
      ['A', '--category=policy', '--rows=x.csv'],
      '`--rows` is no option for a new article.',
    ],
  ])('is refused: %s', (_, args, says) => {
    const root = makeProject();
    const { status, err } = create(root, ...args);
    expect(status).toBe(1);
    expect(err.startsWith(`${says}\n`)).toBe(true);
    expect(err.endsWith('Nothing was written.\n')).toBe(true);
    expect(errorsIn(root)).toEqual([]);
  });

  test('that the check refuses leaves nothing behind', () => {
    const root = makeProject();
    const { status, err } = create(root, 'x'.repeat(141), '--category=policy', '--slug=long');
    expect([status, err]).toEqual([
      1,
      'content/articles/2026/long/index.md:3:8  `title` has more than 140 characters.  Write a headline of at most 140 characters, better 50 to 80.\nNothing was written.\n',
    ]);
    expect(existsSync(join(root, 'content/articles/2026/long'))).toBe(false);
  });
});

test('a review is written', () => {
  const root = makeProject();
  const { status } = create(
    root,
    'review',
    'Beta 2, tested',
    '--model=beta-2',
    '--verdict=Good.',
    '--strengths=Fast, loud',
    '--limits=Short',
    '--best-for=Trailers',
    '--lead=We tried it.',
  );
  expect(status).toBe(0);
  expect(readContent(root, now).collections.reviews.find(({ id }) => id === 'beta-2-tested')?.data).toMatchObject({
    model: 'beta-2',
    verdict: 'Good.',
    strengths: ['Fast', 'loud'],
    limits: ['Short'],
    bestFor: 'Trailers',
    date: present,
  });
  expect(errorsIn(root)).toEqual([]);
});

test('a model is written', () => {
  const root = makeProject();
  expect(create(root, 'model', 'Delta 4.5', '--provider=acme').out).toMatch(/^content\/models\/delta-4-5\.yaml\n/u);
  expect(readContent(root, now).collections.models.find(({ id }) => id === 'delta-4-5')?.data).toMatchObject({
    name: 'Delta 4.5',
    provider: 'acme',
  });
  expect(errorsIn(root)).toEqual([]);
});

describe('of what readers follow', () => {
  const source = ['--source=The claim', '--publisher=A court', '--url=https://court.example/'];
  const known = { title: 'The claim', publisher: 'A court', url: 'https://court.example/', accessed: today };

  test('a topic is written', () => {
    const root = makeProject();
    const { out } = create(
      root,
      'topic',
      'Alpha at work',
      '--summary=It is [here](model:alpha-1).',
      '--tags=launches',
      '--models=alpha-1',
      ...source,
    );
    expect(out).toBe(
      'content/topics/alpha-at-work.yaml\nPreview: http://localhost:4321/topics/alpha-at-work/ (npm run dev)\n',
    );
    expect(readContent(root, now).collections.topics.find(({ id }) => id === 'alpha-at-work')?.data).toMatchObject({
      name: 'Alpha at work',
      summary: ['It is [here](model:alpha-1).'],
      updated: today,
      tags: ['launches'],
      models: ['alpha-1'],
      checked: today,
      sources: [known],
    });
    expect(errorsIn(root)).toEqual([]);
  });

  test('a lawsuit is written, each fact with its source', () => {
    const root = makeProject();
    const { out } = create(
      root,
      'lawsuit',
      'Doe v Acme',
      '--claimants=Jane Doe, John Doe',
      '--defendants=Acme',
      '--court=High Court',
      '--filed=2026',
      '--claim=They say that Acme copied.',
      '--stage=Claim served',
      ...source,
    );
    expect(out).toBe(
      'content/lawsuits/doe-v-acme.yaml\nPreview: http://localhost:4321/trackers/lawsuits/#doe-v-acme (npm run dev)\n',
    );
    expect(readContent(root, now).collections.lawsuits.find(({ id }) => id === 'doe-v-acme')?.data).toMatchObject({
      claimants: ['Jane Doe', 'John Doe'],
      defendants: ['Acme'],
      court: { value: 'High Court', sources: [1] },
      filed: { value: '2026', sources: [1] },
      claims: [{ text: 'They say that Acme copied.', sources: [1] }],
      stage: { value: 'Claim served', asOf: today, sources: [1] },
      checked: today,
      sources: [known],
    });
    expect(errorsIn(root)).toEqual([]);
  });

  test.each([
    ['a bill', [], undefined],
    ['a law', ['--applies-from=2027-08'], { value: '2027-08', sources: [1] }],
  ])('%s is written', (_, options, appliesFrom) => {
    const root = makeProject();
    const fields = ['--law=Bill 5', '--place=Somewhere', '--asks=It asks for a label.', '--stage=In committee'];
    expect(create(root, 'rule', 'Label act', ...fields, ...options, ...source.slice(0, 2)).out).toMatch(
      /^content\/rules\/label-act\.yaml\n/u,
    );
    const written = readContent(root, now).collections.rules.find(({ id }) => id === 'label-act')?.data;
    expect(written).toMatchObject({
      law: { value: 'Bill 5', sources: [1] },
      place: 'Somewhere',
      asks: [{ text: 'It asks for a label.', sources: [1] }],
      stage: { value: 'In committee', asOf: today, sources: [1] },
    });
    expect(written?.appliesFrom).toEqual(appliesFrom);
    expect(written?.sources).toEqual([expect.not.objectContaining({ url: expect.anything() as unknown })]);
    expect(errorsIn(root)).toEqual([]);
  });

  test.each([
    ['a date in words', '--filed=yesterday', '`--filed`: Write a date as YYYY-MM-DD, YYYY-MM or YYYY.'],
    ['an address that is none', '--url=court', 'content/lawsuits/doe-v-acme.yaml:'],
    ['a field of another kind', '--place=Here', '`--place` is no option for a new lawsuit.'],
  ])('is refused: %s', (_, option, says) => {
    const root = makeProject();
    const fields = ['--claimants=Doe', '--defendants=Acme', '--court=C', '--filed=2026', '--claim=C.', '--stage=S'];
    const { status, err } = create(root, 'lawsuit', 'Doe v Acme', ...fields, ...source, option);
    expect([status, err.startsWith(says)]).toEqual([1, true]);
    expect(err.endsWith('Nothing was written.\n')).toBe(true);
    expect(existsSync(join(root, 'content/lawsuits/doe-v-acme.yaml'))).toBe(false);
  });
});

describe('an edition', () => {
  const rows = (root: string, text: string): string => {
    const file = join(root, 'rows.csv');
    writeFileSync(file, text);
    return `--rows=${file}`;
  };

  test('of ranks is written', () => {
    const root = makeProject();
    const { status, out } = create(
      root,
      'edition',
      'top',
      rows(root, 'model,rank\nbeta-2,1\nalpha-1,2\n'),
      '--source=Top Models',
      '--publisher=The Paper',
    );
    expect([status, out.split('\n')[0]]).toEqual([0, `content/leaderboards/top/${today}.yaml`]);
    expect(readContent(root, now).collections.editions.find(({ id }) => id === `top/${today}`)?.data).toMatchObject({
      kind: 'editorial',
      source: { title: 'Top Models', publisher: 'The Paper', accessed: today },
      entries: [
        { model: 'beta-2', rank: 1 },
        { model: 'alpha-1', rank: 2 },
      ],
    });
    expect(errorsIn(root)).toEqual([]);
  });

  test('of scores is written for the day that is named', () => {
    const root = makeProject();
    create(
      root,
      'edition',
      'arena',
      rows(
        root,
        'model,listed,name,score,lower,upper,votes\nbeta-2,b-2,Beta 2,1250,1240,1260,90\nalpha-1,a-1,Alpha 1,1200.5,,,\n',
      ),
      '--source=The Arena',
      '--publisher=The Arena',
      '--date=2026-11-01',
    );
    expect(readContent(root, now).collections.editions.find(({ id }) => id === 'arena/2026-11-01')?.data).toMatchObject(
      {
        kind: 'scored',
        entries: [
          { model: 'beta-2', listed: 'b-2', name: 'Beta 2', score: 1250, lower: 1240, upper: 1260, votes: 90 },
          { model: 'alpha-1', score: 1200.5 },
        ],
      },
    );
    expect(errorsIn(root)).toEqual([]);
  });

  test.each([
    ['a rank that cannot be', 'model,rank\nbeta-2,1\nalpha-1,3\n', 'Rank 3 is not possible here'],
    ['an unknown column', 'model,rnk\nbeta-2,1\n', ':1:7  `rnk` is no column of an edition.'],
    [
      'a score that is no number',
      'model,listed,name,score\nbeta-2,b,B,"1,250"\n',
      ':2:12  `score` is `1,250`.  Write a number with a point and without commas, for example 1204.5.',
    ],
    ['a row that is too short', 'model,rank\nbeta-2\n', ':2:1  The row has 1 field, but the header has 2.'],
    ['no rows', '', 'The file is empty.'],
  ])('is refused: %s', (_, text, says) => {
    const root = makeProject();
    const { status, err } = create(root, 'edition', 'top', rows(root, text), '--source=S', '--publisher=P');
    expect([status, existsSync(join(root, `content/leaderboards/top/${today}.yaml`))]).toEqual([1, false]);
    expect(err).toContain(says);
  });

  test('never takes the place of another', () => {
    const root = makeProject();
    expect(
      create(
        root,
        'edition',
        'top',
        rows(root, 'model,rank\nbeta-2,1\n'),
        '--source=S',
        '--publisher=P',
        '--date=2026-01-10',
      ).err,
    ).toMatch(/^There is content\/leaderboards\/top\/2026-01-10\.yaml already\./u);
  });
});

describe('questions', () => {
  const fields = fieldsOf('article', {
    authors: [{ id: 'a' }, { id: 'b' }],
    boards: [],
    categories: [{ id: 'policy' }],
    models: [{ id: 'alpha-1' }],
    providers: [],
  });

  /** Somebody who gives these answers, and the questions to them. */
  function somebody(...answers: string[]): { ask: (question: string) => Promise<string>; questions: string[] } {
    const questions: string[] = [];
    const ask = (question: string): Promise<string> => {
      questions.push(question);
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`Nobody expected: ${question}`);
      return Promise.resolve(answer);
    };
    return { ask, questions };
  }

  test('are asked for what is missing, until the answer is right', async () => {
    const { ask, questions } = somebody('', 'policy', 'a, b', '', 'alpha', '', 'First.', '');
    expect(await complete(fields, { title: 'T' }, ask)).toEqual({
      title: 'T',
      category: 'policy',
      author: 'a, b',
      dek: '',
      models: '',
      lead: 'First.',
      slug: '',
    });
    expect(questions.slice(0, 2)).toEqual(['Category (policy): ', 'Something must be here.\nCategory (policy): ']);
    expect(
      questions.filter((question) => question.startsWith('There is no `alpha`. Did you mean `alpha-1`?')),
    ).toHaveLength(1);
  });

  test('are left out where options answer them', async () => {
    const { ask } = somebody();
    const said = { title: 'T', category: 'policy', author: 'a', dek: '', models: '', lead: 'F.', slug: 's' };
    expect(await complete(fields, said, ask)).toEqual(said);
  });

  test('are no questions for a script: all that is missing is reported', async () => {
    const required: Field[] = [
      { name: 'one', question: 'One', required: true },
      { name: 'two', question: 'Two', required: true, choices: ['x', 'y'] },
    ];
    expect(await complete(required, {}, undefined)).toEqual([
      '`--one` is missing: one.',
      '`--two` is missing: two (x, y).',
    ]);
  });
});
