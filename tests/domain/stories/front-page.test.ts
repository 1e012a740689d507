import { describe, expect, test } from 'vitest';
import { arrangeFrontPage, frontPageEnds, isOver, storyName, type FrontPagePlan } from '#domain/stories/front-page';

const at = (moment: string): Date => new Date(moment);
const now = at('2026-11-23T12:00:00Z');

/** Twenty articles and five reviews, newest first. */
const articles = Array.from({ length: 20 }, (_, index) => `a${index + 1}`);
const reviews = Array.from({ length: 5 }, (_, index) => `r${index + 1}`);
const arranged = (plan: Partial<FrontPagePlan>) =>
  arrangeFrontPage(
    { second: [], ...plan },
    { articles, reviews, find: (name) => [...articles, ...reviews].find((story) => story === name) },
    now,
  );

describe('a front page', () => {
  test('without an editor is in the order of time', () => {
    expect(arranged({})).toEqual({
      lead: 'a1',
      second: ['a2', 'a3', 'a4'],
      banner: undefined,
      package: undefined,
      latest: ['a5', 'a6', 'a7', 'a8', 'a9', 'a10', 'a11', 'a12', 'a13', 'a14'],
      reviews: ['r1', 'r2', 'r3'],
    });
  });

  test('has what the editor chose, and the newest in the places that are left', () => {
    expect(
      arranged({
        lead: { story: 'a9' },
        second: [{ story: 'r2' }, { story: 'a3' }],
        package: { label: 'In court', stories: ['a20', 'a1'] },
      }),
    ).toEqual({
      lead: 'a9',
      second: ['r2', 'a3', 'a2'],
      banner: undefined,
      package: { label: 'In court', stories: ['a20', 'a1'] },
      latest: ['a4', 'a5', 'a6', 'a7', 'a8', 'a10', 'a11', 'a12', 'a13', 'a14'],
      reviews: ['r1', 'r3', 'r4'],
    });
  });

  test.each<[string, Partial<FrontPagePlan>]>([
    ['is over', { lead: { story: 'a9', until: '2026-11-23T12:00:00Z' } }],
    ['was over yesterday', { lead: { story: 'a9', until: '2026-11-22' } }],
    ['may not be shown', { lead: { story: 'hidden' } }],
  ])('falls back to the newest story where the lead %s', (_, plan) => {
    expect(arranged(plan)).toEqual(arranged({}));
  });

  test('shows a choice up to its moment, and on its last day', () => {
    expect(arranged({ lead: { story: 'a9', until: '2026-11-23T12:00:01Z' } }).lead).toBe('a9');
    expect(arranged({ lead: { story: 'a9', until: '2026-11-23' } }).lead).toBe('a9');
  });

  test('shows no story twice, whatever the editor wrote', () => {
    const plan = {
      lead: { story: 'a3' },
      second: [{ story: 'a3' }, { story: 'a7' }, { story: 'a7' }],
      package: { label: 'Twice', stories: ['a7', 'a3', 'a8', 'a8', 'r1'] },
    };
    const { lead, second, package: stories, latest, reviews: shown } = arranged(plan);
    const all = [lead, ...second, ...(stories?.stories ?? []), ...latest, ...shown];
    expect(new Set(all).size).toBe(all.length);
    expect([lead, second, stories?.stories]).toEqual(['a3', ['a7', 'a1', 'a2'], ['a8', 'r1']]);
  });

  test('has no package without a story to show, and none that is over', () => {
    expect(arranged({ package: { label: 'Empty', stories: ['hidden', 'a1'] }, lead: { story: 'a1' } }).package).toBe(
      undefined,
    );
    expect(arranged({ package: { label: 'Old', stories: ['a9'], until: '2026-11-22' } }).package).toBe(undefined);
  });

  test('has its banner until it is over', () => {
    const banner = { text: 'A line', link: '/news/' };
    expect(arranged({ banner: { ...banner, until: '2026-11-24' } }).banner).toEqual(banner);
    expect(arranged({ banner: { ...banner, until: '2026-11-23T11:59:59Z' } }).banner).toBeUndefined();
  });

  test('of a site without a story is empty', () => {
    expect(
      arrangeFrontPage({ second: [{ story: 'a1' }] }, { articles: [], reviews: [], find: () => undefined }, now),
    ).toEqual({ lead: undefined, second: [], banner: undefined, package: undefined, latest: [], reviews: [] });
  });
});

test.each([
  ['2026-11-23', '2026-11-23T23:59:59.999Z', false],
  ['2026-11-23', '2026-11-24T00:00:00Z', true],
  ['2026-11-23T16:05:00Z', '2026-11-23T16:04:59Z', false],
  ['2026-11-23T16:05:00Z', '2026-11-23T16:05:00Z', true],
  [undefined, '2099-01-01T00:00:00Z', false],
])('what is shown until %s is over at %s: %s', (until, moment, over) => {
  expect(isOver({ until }, at(moment))).toBe(over);
});

test('ends are those of all parts', () => {
  expect(
    frontPageEnds({
      lead: { story: 'a1', until: '2026-11-23' },
      second: [{ story: 'a2' }, { story: 'a3', until: '2026-11-25T08:00:00Z' }],
      banner: { text: 'A line', until: '2026-12-31' },
      package: { label: 'In court', stories: ['a4'], until: '2026-11-26' },
    }),
  ).toEqual(['2026-11-24T00:00Z', '2026-11-25T08:00Z', '2027-01-01T00:00Z', '2026-11-27T00:00Z'].map(at));
});

test.each([
  ['sora-shutdown', { kind: undefined, slug: 'sora-shutdown' }],
  ['article:sora-shutdown', { kind: 'article', slug: 'sora-shutdown' }],
  ['review:veo-3-1', { kind: 'review', slug: 'veo-3-1' }],
])('the name %s', (name, read) => {
  expect(storyName(name)).toEqual(read);
});
