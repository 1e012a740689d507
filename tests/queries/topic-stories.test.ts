import { expect, test } from 'vitest';
import { allTopicPages, excerptOf } from '#queries/stories/topic-stories';
import { article, catalogueOf, findRaster, model, provider } from './entries.ts';

/** A site with so many stories about one model of one provider. */
const withStories = (count: number) =>
  catalogueOf({
    models: [model('kling', { name: 'Kling', provider: 'kuaishou' }), model('veo')],
    providers: [provider('kuaishou', { shortName: 'Kuaishou' })],
    articles: Array.from({ length: count }, (_, index) =>
      article(`story-${index}`, `2026-01-${String(1 + (index % 28)).padStart(2, '0')}`, { models: ['kling'] }),
    ),
  });

test('a topic shows ten stories at most, and says where all are', async () => {
  const { newest, all } = await excerptOf('/models/kling/', withStories(25), findRaster);
  expect(newest).toHaveLength(10);
  expect(newest[0]?.date.iso).toBe('2026-01-25');
  expect(all).toEqual({ label: 'All 25 stories', path: '/models/kling/stories/' });
});

test('ten stories are all there are to see', async () => {
  const { newest, all } = await excerptOf('/providers/kuaishou/', withStories(10), findRaster);
  expect([newest.length, all]).toEqual([10, undefined]);
  expect(allTopicPages(withStories(10))).toEqual([]);
});

test('all stories are in pages, of models and of providers', () => {
  const pages = allTopicPages(withStories(25));
  expect(pages.map(({ kind, path, list }) => [kind, path, list.number, list.items.length])).toEqual([
    ['models', '/models/kling/', 1, 20],
    ['models', '/models/kling/', 2, 5],
    ['providers', '/providers/kuaishou/', 1, 20],
    ['providers', '/providers/kuaishou/', 2, 5],
  ]);
});

test('a topic without stories has none', async () => {
  expect(await excerptOf('/models/veo/', withStories(3), findRaster)).toEqual({ newest: [], all: undefined });
});
