import { describe, expect, test } from 'vitest';
import { modelPage } from '#queries/models/models';
import { dueNext } from '#queries/site/next-change';
import { story } from '#queries/stories/stories';
import { datesAhead } from '#queries/subjects/dates-ahead';
import { allLaunches } from '#queries/subjects/launches';
import { allLawsuits } from '#queries/subjects/lawsuits';
import { allPriceChanges, allPrices } from '#queries/subjects/prices';
import { allTopics, topicPage } from '#queries/subjects/topics';
import { trackerData } from '#queries/subjects/trackers';
import { article, catalogueOf, findRaster, law, lawsuit, model, provider, topic } from './entries.ts';

// The moment of the build is 23 November 2026, see `entries.ts`.
const source = { title: 'A list', publisher: 'Someone', url: 'https://list.example/', accessed: '2026-11-05' };

const kling = model('kling', {
  name: 'Kling',
  provider: 'kuaishou',
  released: { value: '2025-12-03', sources: [1] },
  access: { value: ['app', 'api'], sources: [1] },
  openWeights: { value: true },
  status: { value: 'discontinued', asOf: '2026-09-24', sources: [1], note: 'The app closed first.' },
  prices: [
    { date: '2026-10-08', tier: 'pro', seller: 'Kuaishou', sale: 'maker', usdPerSecond: 0.12, sources: [1] },
    { date: '2026-01', tier: 'pro', seller: 'Kuaishou', sale: 'maker', usdPerSecond: 0.25, sources: [1] },
    { date: '2026-10-08', size: '4K', sound: true, usdPerSecond: 0.6, sources: [1] },
  ],
  sources: [source],
});
const minimax = lawsuit('minimax', {
  providers: ['kuaishou'],
  events: [{ id: 'filed', date: '2026-01-01', what: 'A sues.', sources: [1] }],
});
const midjourney = lawsuit('midjourney', {
  events: [{ id: 'motion', date: '2026-06-01', what: 'A motion.', sources: [1] }],
  ahead: [
    { date: '2027-02-01', what: 'The trial.', sources: [1] },
    { date: '2026-12-10', what: 'A hearing.', sources: [1] },
    { date: '2026-11-01', what: 'Gone.', sources: [1] },
  ],
});
const act = law('act', { appliesFrom: { value: '2026-12-02', sources: [1] } });
const clip = topic('clip', {
  name: 'Clips',
  summary: ['About [Kling](model:kling) & more.', 'Second.'],
  stories: ['first'],
  tags: ['clips'],
  models: ['kling'],
  lawsuits: ['midjourney'],
  rules: ['act'],
  events: [{ id: 'shown', date: '2026-02', what: 'It is shown.', sources: [1] }],
  documents: [1],
});
const courts = topic('courts', { lawsuits: ['midjourney', 'minimax'] });
const catalogue = catalogueOf({
  models: [kling],
  providers: [provider('kuaishou', { shortName: 'Kuaishou' })],
  lawsuits: [minimax, midjourney],
  rules: [act],
  topics: [clip, courts],
  articles: [
    article('first', '2026-03-01'),
    article('tagged', '2026-04-01', { tags: ['clips'] }),
    article('other', '2026-05-01'),
    article('hidden', '2026-06-01', { tags: ['clips'], draft: true }),
  ],
});

test('the case with the nearest announced date is first, and dates that have passed are none', () => {
  const [first, second] = allLawsuits(catalogue);
  expect([first?.id, first?.next?.date.iso, first?.ahead.length]).toEqual(['midjourney', '2026-12-10', 2]);
  expect([second?.id, second?.next]).toEqual(['minimax', undefined]);
});

test('dates ahead are those of cases and rules, nearest first', () => {
  expect(datesAhead(catalogue).map(({ date, subject, what }) => [date.iso, subject.label, what])).toEqual([
    ['2026-12-02', 'Law act', 'Begins to apply.'],
    ['2026-12-10', 'Case midjourney', 'A hearing.'],
    ['2027-02-01', 'Case midjourney', 'The trial.'],
  ]);
});

test('the site is due again on the day after the nearest of them', () => {
  expect(dueNext(catalogueOf({ rules: [act] }))).toEqual({
    at: '2026-12-03T00:00:00.000Z',
    why: 'An announced date of a tracker has passed.',
  });
});

describe('a topic', () => {
  test('has its own facts and those of its cases and models, and its stories, newest first', async () => {
    const { timeline, ahead, documents, summary, lead } = await topicPage(clip, catalogue, findRaster);
    expect(timeline.past.map(({ id, date }) => [id, date.iso])).toEqual([
      ['price-changes/kling/2026-10-08/pro', '2026-10-08'],
      ['launches/kling/discontinued', '2026-09-24'],
      ['lawsuits/midjourney/motion', '2026-06-01'],
      ['stories/tagged', '2026-04-01'],
      ['stories/first', '2026-03-01'],
      ['topics/clip/shown', '2026-02'],
      ['launches/kling', '2025-12-03'],
    ]);
    expect(ahead.map(({ date }) => date.iso)).toEqual(['2026-12-10', '2027-02-01']);
    expect(documents.map(({ title }) => title)).toEqual(['A report']);
    expect(summary).toContain('<a href="/models/kling/" class="model-link">Kling</a>');
    expect(lead).toBe('About Kling & more.');
  });

  test('is in the list with what is newest and what comes next', () => {
    const [first] = allTopics(catalogue);
    expect([first?.id, first?.latest?.date.iso, first?.next?.date.iso, first?.counts]).toEqual([
      'clip',
      '2026-10-08',
      '2026-12-10',
      { stories: 2, facts: 5 },
    ]);
  });

  test('leads to topics that share something', async () => {
    expect((await topicPage(courts, catalogue, findRaster)).related).toEqual([
      { label: 'Clips', path: '/topics/clip/' },
    ]);
  });

  test('is named by its stories and its models', async () => {
    const links = [{ label: 'Clips', path: '/topics/clip/' }];
    const [tagged, other] = ['tagged', 'other'].map((id) => catalogue.articles.find((entry) => entry.id === id)!);
    expect((await story(tagged!, catalogue, findRaster)).topics).toEqual(links);
    expect((await story(other!, catalogue, findRaster)).topics).toEqual([]);
    const page = await modelPage(kling, catalogue, findRaster);
    expect(page.topics).toEqual(links);
    // The case is about models of its maker.
    expect(page.lawsuits).toEqual([{ label: 'Case minimax', path: '/trackers/lawsuits/#minimax' }]);
  });
});

test('launches say how one gets at a model, and when that was last checked', () => {
  expect(allLaunches(catalogue)).toMatchObject([
    {
      model: { label: 'Kling', path: '/models/kling/' },
      date: { iso: '2025-12-03' },
      access: 'app, API and open weights',
      status: { text: 'discontinued', asOf: { iso: '2026-09-24' } },
      checked: { iso: '2026-11-05' },
    },
  ]);
});

test('prices show the newest of each variant, and what came before as history', async () => {
  const [prices] = allPrices(catalogue);
  expect(prices?.current.map(({ variant, usdPerSecond }) => [variant, usdPerSecond])).toEqual([
    ['pro', 0.12],
    ['4K, with sound', 0.6],
  ]);
  expect(prices?.histories.map(({ label, points }) => [label, points.map(({ usdPerSecond }) => usdPerSecond)])).toEqual(
    [['pro, Kuaishou', [0.25, 0.12]]],
  );
  expect(allPriceChanges(catalogue).map(({ text }) => text)).toEqual([
    'Kling, pro, at Kuaishou: $0.12 a second. It was $0.25 in January 2026.',
  ]);
  const page = await modelPage(kling, catalogue, findRaster);
  expect(page.usdPerSecond).toBe(0.12);
  expect(page.facts.find(({ label }) => label === 'Price of a second')?.value).toBe('from $0.12');
});

test.each(['lawsuits', 'rules', 'launches', 'prices'] as const)(
  'the data of %s have every column in every row',
  (id) => {
    const { columns, rows } = trackerData(id, catalogue);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toEqual(columns.map(([name]) => name));
  },
);
