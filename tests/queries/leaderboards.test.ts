import { describe, expect, test } from 'vitest';
import { shortRank, type Board } from '#domain/ranking/board/leaderboard';
import type { Catalogue, Stored } from '#queries/catalogue';
import {
  allEditions,
  boardAt,
  editionsOf,
  latestBoard,
  latestBoards,
  stripRanks,
} from '#queries/leaderboards/leaderboards';
import { board, catalogueOf, editorial, model, partOf, provider, scored, site } from './entries.ts';

const models = [
  model('kling', { name: 'Kling 2.6', provider: 'kuaishou', openWeights: { value: false } }),
  model('veo', { name: 'Veo 3' }),
  model('sora', { name: 'Sora 2' }),
  model('ltx', { name: 'LTX-2', openWeights: { value: true } }),
];
const providers = [provider('kuaishou', { shortName: 'Kling' })];
const metric = { name: 'Score', unit: 'points', decimals: 0 };

const catalogueWith = (boards: Stored<'boards'>[], ...editions: Stored<'editions'>[]): Catalogue =>
  catalogueOf({ models, providers, boards, editions });

/** The newest edition of the board `top`. */
function newest(catalogue: Catalogue): Board {
  const found = latestBoard('top', catalogue);
  if (!found) throw new Error('There is no edition.');
  return found;
}

/** The rows of the newest edition of a scored board, each as its name with its rank. */
const ranksOf = (catalogue: Catalogue): string[] =>
  newest(catalogue).rows.map((row) => `${shortRank(row)} ${row.name}`);

describe('an editorial edition', () => {
  const catalogue = catalogueWith(
    [board('top', 1)],
    editorial('top/2026-01-23', ['kling', 1], ['veo', 1], ['sora', 3]),
  );
  const { rows, ...top } = newest(catalogue);

  test('keeps the ranks as they are, and marks those that are shared', () => {
    expect(ranksOf(catalogue)).toEqual(['=1 Kling 2.6', '=1 Veo 3', '3 Sora 2']);
  });

  test('has no scores, no scale and no movement without an edition before', () => {
    expect([top.kind, top.scale, top.before]).toEqual(['editorial', undefined, undefined]);
    expect(rows.map(({ score, movement }) => [score, movement])).toEqual(rows.map(() => [undefined, undefined]));
  });

  test('joins model and provider', () => {
    expect(rows[0]).toMatchObject({
      key: 'kling',
      modelId: 'kling',
      model: { label: 'Kling 2.6', path: '/models/kling/' },
      provider: { label: 'Kling', path: '/providers/kuaishou/' },
      openWeights: false,
    });
    expect(rows[1]?.provider).toBeUndefined();
  });

  test('says what the board says', () => {
    expect(top).toMatchObject({
      id: 'top',
      path: '/leaderboards/top/',
      date: { iso: '2026-01-23', text: '23 January 2026' },
      latest: true,
      finding: 'Kling 2.6 and Veo 3 share the first place.',
    });
    expect(top.editions).toEqual([
      { date: { iso: '2026-01-23', text: '23 January 2026' }, path: '/leaderboards/top/2026-01-23/' },
    ]);
  });
});

describe('a scored edition', () => {
  test('is ranked by its intervals, best first, whatever the order of the file', () => {
    const catalogue = catalogueWith(
      [board('top', 1, { metric })],
      scored(
        'top/2026-01-23',
        ['sora-pro', 'sora', 900, 890, 910],
        ['veo-fast', 'veo', 1195, 1185, 1205],
        ['kling-pro', 'kling', 1200, 1190, 1210],
      ),
    );
    expect(ranksOf(catalogue)).toEqual(['1–2 KLING-PRO', '1–2 VEO-FAST', '3 SORA-PRO']);
    expect(newest(catalogue).headline).toBe('KLING-PRO is probably first');
  });

  test('shares a place only with a row of the same range', () => {
    const catalogue = catalogueWith(
      [board('top', 1, { metric })],
      scored('top/2026-01-23', ['a', 'kling', 30, 25, 35], ['b', 'veo', 24, 20, 28], ['c', 'sora', 19, 16, 22]),
    );
    expect(ranksOf(catalogue)).toEqual(['1–2 A', '1–3 B', '2–3 C']);
  });

  test('without intervals is ranked by the score that readers see', () => {
    const rows = [
      ['a', 'kling', 83.274],
      ['b', 'veo', 83.271],
      ['c', 'sora', 75],
    ] as const;
    const withDecimals = (decimals: number) =>
      ranksOf(
        catalogueWith(
          [board('top', 1, { metric: { ...metric, decimals } })],
          scored('top/2026-01-23', ...rows.map((row): [string, string, number] => [...row])),
        ),
      );
    expect(withDecimals(2)).toEqual(['=1 A', '=1 B', '3 C']);
    expect(withDecimals(3)).toEqual(['1 A', '2 B', '3 C']);
  });

  test('where lower is better, turns the order and keeps the scores', () => {
    const catalogue = catalogueWith(
      [board('top', 1, { metric, higherIsBetter: false })],
      scored(
        'top/2026-01-23',
        ['slow', 'kling', 90, 85, 95],
        ['quick', 'veo', 10, 8, 12],
        ['brisk', 'sora', 11, 9, 13],
      ),
    );
    expect(ranksOf(catalogue)).toEqual(['1–2 QUICK', '1–2 BRISK', '3 SLOW']);
    expect(newest(catalogue).rows[0]).toMatchObject({ score: 10, lower: 8, upper: 12 });
  });

  test('has a scale that holds every interval', () => {
    const { scale } = newest(
      catalogueWith(
        [board('top', 1, { metric })],
        scored('top/2026-01-23', ['a', 'kling', 1200, 1187, 1213], ['b', 'veo', 1000, 991, 1009]),
      ),
    );
    expect(scale?.from).toBeLessThanOrEqual(991);
    expect(scale?.to).toBeGreaterThanOrEqual(1213);
  });

  test('keeps two variants of one model apart', () => {
    const { rows } = newest(
      catalogueWith(
        [board('top', 1, { metric })],
        scored('top/2026-01-23', ['veo-fast', 'veo', 1200], ['veo-slow', 'veo', 1100]),
      ),
    );
    expect(rows.map(({ key, modelId, model: { label } }) => [key, modelId, label])).toEqual([
      ['veo-fast', 'veo', 'Veo 3'],
      ['veo-slow', 'veo', 'Veo 3'],
    ]);
  });

  test('marks rows that the board calls provisional', () => {
    const rule = { minVotes: 2000, maxHalfWidth: 20 };
    const { rows } = newest(
      catalogueWith(
        [board('top', 1, { metric, provisional: rule })],
        scored(
          'top/2026-01-23',
          ['settled', 'kling', 400, 380, 420, 2000],
          ['few', 'veo', 300, 299, 301, 1999],
          ['wide', 'sora', 200, 179, 221, 5000],
          ['bare', 'ltx', 100],
        ),
      ),
    );
    expect(rows.map(({ key, provisional }) => [key, provisional])).toEqual([
      ['settled', false],
      ['few', true],
      ['wide', true],
      ['bare', false],
    ]);
  });

  test('that is only a part of a board says so', () => {
    const part = newest(
      catalogueWith(
        [board('top', 1, { metric })],
        partOf(scored('top/2026-01-23', ['a', 'kling', 2], ['b', 'veo', 1]), 73),
      ),
    );
    expect(part.listedInAll).toBe(73);
    expect(part.finding).toContain('The board lists 73');
  });
});

describe('a break in the series', () => {
  // A board is kept for its edition, so each case has editions of its own.
  const first = () => scored('top/2026-01-01', ['a', 'kling', 2]);
  const second = () => scored('top/2026-02-01', ['a', 'kling', 3]);

  test.each([
    ['nothing between two whole editions', second(), first(), undefined],
    ['the method, where the kind is another one', editorial('top/2026-02-01', ['kling', 1]), first(), 'method'],
    ['the part, where one of the two is not whole', partOf(second(), 73), first(), 'part'],
    ['the part, where the earlier one is not whole', second(), partOf(first(), 73), 'part'],
  ])('is %s', (_name, later, earlier, seriesBreak) => {
    expect(newest(catalogueWith([board('top', 1, { metric })], later, earlier)).seriesBreak).toBe(seriesBreak);
  });
});

describe('movement', () => {
  const before = scored(
    'top/2026-01-01',
    ['a', 'kling', 400, 395, 405],
    ['b', 'veo', 300, 295, 305],
    ['c', 'sora', 200, 195, 205],
  );
  const after = scored(
    'top/2026-02-01',
    ['b', 'veo', 500, 495, 505],
    ['a', 'kling', 400, 395, 405],
    ['c', 'sora', 200, 195, 205],
    ['d', 'ltx', 100, 95, 105],
  );
  const oldest = scored('top/2025-12-01', ['c', 'sora', 900], ['a', 'kling', 1]);
  const catalogue = catalogueWith([board('top', 1, { metric })], before, oldest, after);

  test('is counted from the edition just before', () => {
    const { rows, before: from } = newest(catalogue);
    expect(from?.iso).toBe('2026-01-01');
    expect(Object.fromEntries(rows.map(({ key, movement }) => [key, movement]))).toEqual({
      b: { kind: 'up', places: 1 },
      a: { kind: 'down', places: 1 },
      c: { kind: 'same' },
      d: { kind: 'new' },
    });
  });

  test('has the editions of all times, newest first, of which one is the latest', () => {
    const all = editionsOf('top', catalogue).map((edition) => boardAt(edition, catalogue));
    expect(all.map(({ date, latest }) => [date.iso, latest])).toEqual([
      ['2026-02-01', true],
      ['2026-01-01', false],
      ['2025-12-01', false],
    ]);
    expect(all.every(({ editions }) => editions.length === 3)).toBe(true);
    expect(all[2]?.rows.every(({ movement }) => movement === undefined)).toBe(true);
  });

  test('an edition is joined only once', () => {
    expect(newest(catalogue)).toBe(newest(catalogue));
  });
});

describe('what cannot be joined', () => {
  test.each([
    [
      'a model',
      catalogueOf({ boards: [board('top', 1)], editions: [editorial('top/2026-01-23', ['nowhere', 1])] }),
      'content/editions/top/2026-01-23.yaml names `nowhere`, which does not exist.',
    ],
    [
      'a provider',
      catalogueOf({ models, boards: [board('top', 1)], editions: [editorial('top/2026-01-23', ['kling', 1])] }),
      'content/models/kling.yaml names `kuaishou`, which does not exist.',
    ],
    [
      'a board',
      catalogueOf({ models, editions: [editorial('top/2026-01-23', ['veo', 1])] }),
      'content/editions/top/2026-01-23.yaml names `top`, which does not exist.',
    ],
  ])('%s that does not exist is an error', (_, catalogue, message) => {
    expect(() => latestBoard('top', catalogue)).toThrow(message);
  });

  test('a board without an edition has no newest one', () => {
    expect(latestBoard('top', catalogueWith([board('top', 1)]))).toBeUndefined();
    expect(latestBoard('nowhere', catalogueWith([]))).toBeUndefined();
  });
});

test('an edition is stale when it is older than the pace of its board', () => {
  const staleOf = (date: string, changes: Parameters<typeof board>[2]): number | undefined =>
    newest(catalogueWith([board('top', 1, changes)], editorial(`top/${date}`, ['veo', 1]))).staleDays;
  expect(staleOf('2026-10-23', { paceDays: 30 })).toBe(31);
  expect(staleOf('2026-10-24', { paceDays: 30 })).toBeUndefined();
  expect(staleOf('2024-01-01', {})).toBeUndefined();
  expect(staleOf('2024-01-01', { paceDays: 30, history: true })).toBeUndefined();
});

describe('lists of boards', () => {
  const catalogue = catalogueWith(
    [board('top', 2), board('empty', 1), board('votes', 3)],
    editorial('votes/2026-01-01', ['veo', 1]),
    editorial('top/2026-01-01', ['veo', 1]),
    editorial('top/2026-02-01', ['veo', 1]),
  );

  test('latestBoards has every board with an edition, in the order of menus', () => {
    expect(latestBoards(catalogue).map(({ id, date }) => `${id} ${date.iso}`)).toEqual([
      'top 2026-02-01',
      'votes 2026-01-01',
    ]);
  });

  test('allEditions has every edition', () => {
    expect(
      allEditions(catalogue)
        .map(({ id, date }) => `${id} ${date.iso}`)
        .sort(),
    ).toEqual(['top 2026-01-01', 'top 2026-02-01', 'votes 2026-01-01']);
  });
});

describe('stripRanks', () => {
  test('are those of the newest edition of the board in the strip', () => {
    const ranks = stripRanks(
      catalogueWith(
        [board('top', 1, { name: 'Top Models' }), board('votes', 2)],
        editorial('top/2026-01-01', ['sora', 1]),
        editorial('top/2026-02-01', ['kling', 1], ['veo', 1], ['ltx', 3]),
        editorial('votes/2026-03-01', ['sora', 1]),
      ),
    );
    expect(Object.fromEntries(ranks)).toEqual({
      kling: { shown: '=1', label: 'tied for No. 1', board: 'Top Models' },
      veo: { shown: '=1', label: 'tied for No. 1', board: 'Top Models' },
      ltx: { shown: '3', label: 'No. 3', board: 'Top Models' },
    });
  });

  test('of a model with several rows is its best', () => {
    const ranks = stripRanks(
      catalogueWith(
        [board('top', 1, { metric })],
        scored('top/2026-01-01', ['veo-slow', 'veo', 100], ['kling-pro', 'kling', 200], ['veo-fast', 'veo', 300]),
      ),
    );
    expect(ranks.get('veo')?.shown).toBe('1');
  });

  test('are none when the board has no edition', () => {
    expect(
      stripRanks(catalogueOf({ site: [site({ strip: { board: 'top', limit: 5 } })], boards: [board('top', 1)] })).size,
    ).toBe(0);
  });
});
