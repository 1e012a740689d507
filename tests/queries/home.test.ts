import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FrontPage } from '#domain/stories/front-page';
import type { StoryCard } from '#domain/stories/story';
import type { Entries } from '#queries/catalogue';
import { movedLately } from '#queries/leaderboards/changes';
import { homeStories, leadFigureOf, pathsOf } from '#queries/stories/home';
import { nextDates } from '#queries/subjects/dates-ahead';
import { topicNews } from '#queries/subjects/topics';
import {
  article,
  board,
  catalogueOf,
  editorial,
  findRaster,
  frontPage,
  lawsuit,
  model,
  review,
  scored,
  topic,
} from './entries.ts';

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

describe('next to the stories', () => {
  const models = ['kling', 'veo', 'wan'].map((id) => model(id));
  const articles = [article('launches', '2026-11-20', { models: ['wan', 'veo'] }), article('court', '2026-11-10')];
  const catalogue = catalogueOf({
    models,
    articles,
    boards: [board('top', 1), board('arena', 2), board('past', 3, { history: true })],
    editions: [
      editorial('top/2026-11-01', ['kling', 1], ['veo', 2], ['wan', 3]),
      scored('top/2026-10-01', ['kling', 'kling', 90]),
      scored('arena/2026-09-01', ['wan', 'wan', 90], ['kling', 'kling', 80]),
      scored('arena/2026-08-01', ['kling', 'kling', 80]),
      scored('past/2026-11-02', ['kling', 'kling', 80]),
      scored('past/2026-10-02', ['veo', 'veo', 80]),
    ],
    lawsuits: [
      lawsuit('case', {
        events: [{ id: 'filed', date: '2026-01-01', what: 'A sues.', sources: [1] }],
        ahead: [1, 2, 3, 4, 5].map((month) => ({ date: `2027-0${month}-01`, what: `Hearing ${month}.`, sources: [1] })),
      }),
    ],
    topics: [topic('courts', { stories: ['court'], lawsuits: ['case'] })],
  });

  test('are the models of the lead story on the board of the front page', async () => {
    const stories = await homeStories(catalogue, findRaster);
    const figure = stories.lead && (await leadFigureOf(stories.lead, catalogue, findRaster));
    expect(figure?.kind === 'board' && [figure.own, figure.rows.map(({ modelId }) => modelId)]).toEqual([
      true,
      ['veo', 'wan'],
    ]);
  });

  test('is the chart of the lead story, where it has one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'megaton-lead-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const filePath = join(folder, 'index.md');
    writeFileSync(filePath, '---\ntitle: T\n---\n::chart{data=prices.csv kind=bar title="A costs most" unit=$}\n');
    const entry = {
      ...article('prices', '2026-11-21'),
      filePath,
      storyTables: {
        'prices.csv': {
          header: ['Model', 'Price'],
          rows: [
            ['A', '7.91'],
            ['B', '0.6'],
          ],
        },
      },
      references: { model: [], facts: false, board: [], picture: [], table: ['prices.csv'], updates: [] },
    };
    const charted = catalogueOf({ models, articles: [entry], boards: [board('top', 1)], editions: [] });
    const { lead } = await homeStories(charted, findRaster);
    const figure = lead && (await leadFigureOf(lead, charted, findRaster));
    expect(figure?.kind === 'chart' && figure.chart.title).toBe('A costs most');
  });

  test('is what moved on the newest edition with a comparable one before it, and the board that has none', () => {
    const moved = movedLately(catalogue);
    expect([moved?.changes?.board.id, moved?.changes?.before.date.iso]).toEqual(['arena', '2026-08-01']);
    expect(moved?.rows.map(({ row, happened }) => [row.name, happened])).toEqual([
      ['WAN', 'new'],
      ['KLING', 'down 1'],
    ]);
    expect(moved?.note).toBe('It moved down only because new entries are above it.');
    expect(moved?.incomparable.map(({ board: { id } }) => id)).toEqual(['top']);
  });

  test('are the nearest four dates', () => {
    expect(nextDates(catalogue).map(({ what }) => what)).toEqual([
      'Hearing 1.',
      'Hearing 2.',
      'Hearing 3.',
      'Hearing 4.',
    ]);
  });

  test('is the newest of a topic that is not among the stories of the page', async () => {
    const stories = await homeStories(catalogue, findRaster);
    expect([...pathsOf(stories)]).toEqual(['/news/launches/', '/news/court/']);
    expect(topicNews(catalogue, new Set()).map(({ entry }) => entry.text)).toEqual(['Article court']);
    expect(topicNews(catalogue, pathsOf(stories)).map(({ entry }) => entry.text)).toEqual(['A sues.']);
  });
});
