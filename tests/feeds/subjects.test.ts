import { describe, expect, test } from 'vitest';
import { tableCsv } from '#feeds/data/table-files';
import { allFeeds } from '#queries/site/feeds';
import { trackerData } from '#queries/subjects/trackers';
import { article, law, lawsuit, model, topic } from '../queries/entries.ts';
import { readJson, readWithFeedsmith } from './clients.ts';
import { newestOf, siteWith } from './newsroom.ts';
import { htmlFaults, jsonFaults, rssFaults } from './validity.ts';

const event = (id: string, date: string, what: string) => ({ id, date, what, sources: [1] });
const clean = (text: string): string => `${text} & <b>"more"</b> ]]>`;

const site = () =>
  siteWith({
    models: [
      model('kling', {
        name: clean('Kling'),
        released: { value: '2026-01', sources: [1] },
        prices: [{ date: '2026-08-21', tier: clean('pro'), seller: clean('Shop'), usdPerSecond: 0.14, sources: [1] }],
        sources: [{ title: clean('A list'), publisher: clean('Someone'), accessed: '2026-11-05' }],
      }),
    ],
    lawsuits: [lawsuit('a', { name: clean('A v B'), events: [event('filed', '2026-01-10', clean('A sues.'))] })],
    rules: [law('act', { events: [event('passed', '2026-02', clean('Passed.'))] })],
    topics: [
      topic('clips', {
        name: clean('Clips'),
        stories: ['first'],
        lawsuits: ['a'],
        models: ['kling'],
        events: [event('shown', '2026-03-01', clean('Shown.'))],
      }),
    ],
    articles: [article('first', '2026-02-01', { id: '20260201-abcdef' })],
  });

test('every feed with dated facts is valid, in both forms, whatever the facts say', async () => {
  const catalogue = site();
  const faults: string[] = [];
  for (const { rss } of allFeeds(catalogue)) {
    faults.push(...rssFaults(await newestOf(rss, 'rss', catalogue)).map((fault) => `${rss}: ${fault}`));
    faults.push(...jsonFaults(await newestOf(rss, 'json', catalogue)).map((fault) => `${rss}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

describe('the feed of a topic', () => {
  test('has its stories and its dated facts, newest first, each with an id that never changes', async () => {
    const items = readJson(await newestOf('/topics/clips/rss.xml', 'json', site()));
    expect(items.map(({ id }) => id)).toEqual([
      'topics/clips/shown',
      '20260201-abcdef',
      'lawsuits/a/filed',
      'launches/kling',
    ]);
    expect(readWithFeedsmith(await newestOf('/topics/clips/rss.xml', 'rss', site()))).toEqual(items);
  });

  test('shows a fact with its sources as text that is safe', async () => {
    const [fact] = readJson(await newestOf('/topics/clips/rss.xml', 'json', site()));
    expect(fact?.html).toContain('Shown. &amp; &lt;b&gt;');
    expect(fact?.html).toContain('<a href="https://report.example/">A report, Someone</a>');
    expect(htmlFaults(fact?.html ?? '', 'https://paper.example/topics/clips/')).toEqual([]);
  });

  test('has a fact on its day and not before', async () => {
    const later = siteWith({ topics: [topic('clips', { events: [event('soon', '2026-12-01', 'Soon.')] })] });
    expect(readJson(await newestOf('/topics/clips/rss.xml', 'json', later))).toEqual([]);
  });
});

test.each([
  ['lawsuits', ['lawsuits/a/filed']],
  ['rules', ['rules/act/passed']],
  ['launches', ['launches/kling']],
  ['prices', ['prices/kling/2026-08-21']],
])('the feed of the tracker of %s has each of its facts', async (id, ids) => {
  expect(readJson(await newestOf(`/trackers/${id}/rss.xml`, 'json', site())).map((item) => item.id)).toEqual(ids);
});

test('the data of a tracker are CSV that no spreadsheet runs', () => {
  const catalogue = siteWith({ lawsuits: [lawsuit('a', { name: '=A, v "B"' })] });
  const [head, row] = tableCsv(trackerData('lawsuits', catalogue)).split('\r\n');
  expect(head?.split(',').slice(0, 3)).toEqual(['id', 'name', 'claimants']);
  // The name is typeset like a headline.
  expect(row).toMatch(/^a,"'=A, v “B”",A,B,A court,,2026-01-01,/u);
});
