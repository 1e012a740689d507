import { describe, expect, test } from 'vitest';
import { changesSince } from '../../../src/loading/import/edition-changes.ts';
import { editionText, stubModel, withAlias } from '../../../src/loading/import/edition-text.ts';
import { findModel, knownNames, nearestModel, type KnownNames } from '../../../src/loading/import/names.ts';
import { overdueBoards } from '../../../src/loading/import/overdue.ts';
import type { ImportedRow } from '../../../src/loading/import/rows.ts';
import { readContent } from '../../../src/loading/read-content.ts';
import { makeProject, now, paths, type Changes } from '../fixture.ts';

const figure = (value: number, decimals = 0): ImportedRow['score'] => ({ value, decimals });
const row = (listed: string, changes: Partial<ImportedRow> = {}): ImportedRow => ({
  listed,
  score: figure(1200),
  line: 2,
  column: 1,
  ...changes,
});
const collections = (changes: Changes = {}): ReturnType<typeof readContent>['collections'] =>
  readContent(makeProject(changes), now).collections;

describe('the model of a row', () => {
  const known = (): KnownNames =>
    knownNames(
      'arena',
      collections({
        'models/gamma.yaml': 'name: Gamma\nlistedAs: [gamma-x, alpha.1]\n',
        'models/gamma-2.yaml': 'name: Delta 2\n',
        'models/gamma-3.yaml': 'name: delta-2\n',
      }),
    );
  test.each([
    ['by what an earlier edition called it, with its name there', row('alpha-1-pro'), 'alpha-1', 'Alpha 1 Pro', false],
    ['by an alias', row('gamma-x'), 'gamma', 'gamma-x', true],
    ['by its name', row('Beta 2'), 'beta-2', 'Beta 2', false],
    ['by its id', row('beta-2'), 'beta-2', 'Beta 2', false],
    ['by a name with other capitals and signs', row('BETA-2'), 'beta-2', 'Beta 2', false],
    ['by its id in the table, with the name there', row('q', { model: 'gamma', name: 'G' }), 'gamma', 'G', false],
  ])('is found %s', (_, one, model, name, unseen) => {
    expect(findModel(one, known(), new Set())).toEqual({ listed: one.listed, model, name, unseen });
  });

  test.each([
    ['is not known', 'sora'],
    ['is similar to a known one', 'beta-3'],
    ['could be two models', 'DELTA 2'],
  ])('is not guessed when its name %s', (_, listed) => {
    expect(findModel(row(listed), known(), new Set())).toBeUndefined();
  });

  test('has its earlier name on the board where only capitals, spaces and signs differ, so that it is the same entry', () => {
    const found = { model: 'alpha-1', name: 'Alpha 1 Pro', unseen: false };
    expect(findModel(row('Alpha-1 Pro'), known(), new Set(['Alpha-1 Pro']))).toEqual({
      listed: 'alpha-1-pro',
      ...found,
    });
    // Where the table has both, they are two entries.
    expect(findModel(row('Alpha-1 Pro'), known(), new Set(['Alpha-1 Pro', 'alpha-1-pro']))).toBeUndefined();
  });

  test('has its earlier name on the board where the table has its name for readers, as pages of this site do', () => {
    expect(findModel(row('Beta 2 Fast'), known(), new Set(['Beta 2 Fast']))).toEqual({
      listed: 'beta-2-fast',
      model: 'beta-2',
      name: 'Beta 2 Fast',
      unseen: false,
    });
  });

  test('has a nearest one to suggest', () => {
    expect([nearestModel('beta-3', known()), nearestModel('zzzzzzzzzzzz', known())]).toEqual(['beta-2', undefined]);
  });
});

describe('the text of an edition', () => {
  const source = { title: 'T: one', publisher: 'P', accessed: '2026-01-11' };
  const found = { listed: 'alpha-1', model: 'alpha-1', name: 'Alpha: "1"', unseen: false };

  test('has an entry on a line, with the digits of the source', () => {
    const one = row('alpha-1', { score: figure(1200.5, 2), lower: figure(1190, 1), upper: figure(1210), votes: 5 });
    expect(editionText({ source, listedInAll: 9 }, [{ row: one, found }])).toBe(
      [
        'kind: scored',
        'source: {title: "T: one", publisher: P, accessed: 2026-01-11}',
        'listedInAll: 9',
        'entries:',
        `  - {listed: alpha-1, name: 'Alpha: "1"', model: alpha-1, score: 1200.50, lower: 1190.0, upper: 1210, votes: 5}`,
        '',
      ].join('\n'),
    );
  });

  test('quotes names that YAML would read as something else', () => {
    const names = ['1.5', 'true', 'null', '- a', '# b', 'a: b', '{c}', "it's", '2026-01-01', '0x1F', '@d', '*e'];
    const root = makeProject({
      'leaderboards/arena/2026-02-01.yaml': editionText(
        { source },
        names.map((name) => ({ row: row(name), found: { ...found, listed: name, name } })),
      ),
    });
    const { problems, collections: read } = readContent(root, now);
    expect(problems).toEqual([]);
    expect(
      read.editions
        .find(({ id }) => id === 'arena/2026-02-01')
        ?.data.entries.map((entry) => 'listed' in entry && [entry.listed, entry.name]),
    ).toEqual(names.map((name) => [name, name]));
  });
});

describe('another name of a model', () => {
  test.each([
    [
      'is added to those that it has',
      'name: A\nlistedAs: [a, "b: c"] # both\nsources: []\n',
      'name: A\nlistedAs: [a, "b: c", new] # both\nsources: []\n',
    ],
    ['is its first one', 'name: A # short\nnotes:\n  - One.\n', 'name: A # short\nnotes:\n  - One.\nlistedAs: [new]\n'],
  ])('%s, and all else stays', (_, before, after) => {
    expect(withAlias(before, 'new')).toBe(after);
  });

  test('is in the file of a new model', () => {
    expect(stubModel('A: 1', 'a-1')).toBe('name: "A: 1"\nlistedAs: [a-1]\n');
  });
});

describe('what changed', () => {
  const later = (entries: string, more = ''): Changes => ({
    'leaderboards/arena/2026-02-01.yaml': `kind: scored\nsource: {title: T, publisher: P, accessed: 2026-02-01}\n${more}entries:\n${entries}`,
  });
  const entry = (listed: string, model: string, score: number): string =>
    `  - {listed: ${listed}, name: ${listed}, model: ${model}, score: ${score}, lower: ${score - 5}, upper: ${score + 5}}\n`;

  test('is who is new, gone and moved', () => {
    const content = collections(later(entry('gamma', 'gamma', 1300) + entry('alpha-1-pro', 'alpha-1', 1200)));
    const since = changesSince('arena/2026-02-01', content);
    expect(since?.before).toBe('10 January 2026');
    expect(since?.changes.list.map(({ key, kind }) => [key, kind])).toEqual([
      ['gamma', 'new'],
      ['alpha-1-pro', 'down'],
      ['beta-2-fast', 'gone'],
    ]);
  });

  test('is not said of another scale, nor of the first edition', () => {
    const content = collections(later(entry('alpha-1-pro', 'alpha-1', 50), 'scaleChanged: true\n'));
    expect(changesSince('arena/2026-02-01', content)?.changes.list[0]?.kind).toBe('apart');
    expect(changesSince('arena/2026-01-10', content)).toBeUndefined();
  });
});

describe('a board is overdue', () => {
  const paced = (days: number, more = ''): Changes => ({
    'leaderboards/arena/board.yaml': (text) => `${text}paceDays: ${days}\n${more}`,
  });
  // 317 days after its newest edition, of 10 January.
  test.each([
    ['after its pace', paced(316), ['arena']],
    ['not on the last day', paced(317), []],
    ['not without a pace', {}, []],
    ['not when it is no longer kept', paced(1, 'history: true\n'), []],
    ['not without an edition', { ...paced(1), [paths.scored]: null }, []],
  ] as [string, Changes, string[]][])('%s', (_, changes, ids) => {
    expect(overdueBoards(collections(changes), now).map(({ id }) => id)).toEqual(ids);
  });

  test('with its age, and where its figures are', () => {
    expect(overdueBoards(collections(paced(300)), now)).toEqual([
      {
        id: 'arena',
        name: 'The Arena',
        url: 'https://arena.example/',
        newest: '2026-01-10',
        days: 317,
        paceDays: 300,
        consensus: false,
      },
    ]);
  });
});
