import { describe, expect, test } from 'vitest';
import type { FrontPage } from '#domain/stories/front-page';
import type { StoryCard } from '#domain/stories/story';
import type { Entries } from '#queries/catalogue';
import { homeStories } from '#queries/stories/home';
import { article, catalogueOf, findRaster, frontPage, review } from './entries.ts';

const home = (entries: Partial<Entries>, build: Parameters<typeof catalogueOf>[1] = {}) =>
  homeStories(catalogueOf(entries, build), findRaster);

/** Slugs in the order of the page: lead, second tier, package, latest. */
const slugs = ({ lead, second, package: stories, latest }: FrontPage<StoryCard>): (string | undefined)[] =>
  [lead, ...second, ...(stories?.stories ?? []), ...latest].map((story) => story?.slug);

test('three stories of one day are in the order of their hours on the front page', async () => {
  const articles = [
    article('a', '2026-11-23', { date: '2026-11-23T07:00Z' }),
    article('c', '2026-11-23', { date: '2026-11-23T12:30+01:00' }),
    article('b', '2026-11-23', { date: '2026-11-23T04:05-05:00' }),
    article('day-before', '2026-11-22'),
  ];
  const page = await home({ articles });
  expect(slugs(page)).toEqual(['c', 'b', 'a', 'day-before']);
  expect([page.lead, ...page.second].map((story) => story?.date.clock)).toEqual([
    '11:30 UTC',
    '09:05 UTC',
    '07:00 UTC',
    undefined,
  ]);
});

describe('a front page that an editor made', () => {
  const articles = ['1', '2', '3', '4', '5', '6'].map((day) => article(`n${day}`, `2026-11-0${day}`));
  const reviews = [review('tested', '2026-10-01', 'kling'), review('n3', '2026-09-01', 'kling')];

  test('has articles and reviews by their names', async () => {
    const page = await home({
      articles,
      reviews,
      frontPage: [frontPage({ lead: { story: 'n2' }, second: [{ story: 'review:n3' }, { story: 'tested' }] })],
    });
    expect([page.lead, ...page.second].map((story) => story?.path)).toEqual([
      '/news/n2/',
      '/reviews/n3/',
      '/reviews/tested/',
      '/news/n6/',
    ]);
    expect(page.reviews).toEqual([]);
  });

  test('fills the place of a hidden story, and shows it in a preview', async () => {
    const hidden = article('later', '2026-11-24', { publishAt: '2026-11-24T09:00:00Z' });
    const entries = { articles: [...articles, hidden], frontPage: [frontPage({ lead: { story: 'later' } })] };
    expect((await home(entries)).lead?.slug).toBe('n6');
    expect((await home(entries, { preview: true })).lead?.slug).toBe('later');
    expect((await home(entries, { now: new Date('2026-11-24T09:00:00Z') })).lead?.slug).toBe('later');
  });

  test('has quotation marks as the rest of the page has them', async () => {
    const plan = frontPage({ banner: { text: `The "test"` }, package: { label: `It's new`, stories: ['n1'] } });
    const { banner, package: stories } = await home({ articles, frontPage: [plan] });
    expect([banner?.text, stories?.label]).toEqual(['The “test”', 'It’s new']);
  });
});
