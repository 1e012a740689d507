import { describe, expect, test } from 'vitest';
import { isHidden } from '#domain/stories/embargo';
import { need } from '#queries/catalogue';
import { allStories, publicStories } from '#queries/stories/stories';
import { article, board, catalogueOf, editorial, model, review } from './entries.ts';

const ids = (entries: Iterable<{ id: string }>): string[] => [...entries].map(({ id }) => id);

describe('makeCatalogue', () => {
  test('needs the site', () => {
    expect(() => catalogueOf({ site: [] })).toThrow('content/site.yaml is missing.');
  });

  test('hides drafts', () => {
    const { articles, reviews } = catalogueOf({
      articles: [article('seen', '2026-01-01'), article('draft', '2026-01-02', { draft: true })],
      reviews: [review('draft', '2026-01-02', 'veo', { draft: true })],
    });
    expect([ids(articles), ids(reviews)]).toEqual([['seen'], []]);
  });

  test.each([
    ['a second before the moment', '2026-11-23T08:59:59Z', []],
    ['at the moment', '2026-11-23T09:00:00Z', ['later']],
    ['after the moment', '2026-11-24T00:00:00Z', ['later']],
  ])('hides a story until its embargo ends: %s', (_, moment, expected) => {
    const articles = [article('later', '2026-11-23', { publishAt: '2026-11-23T10:00:00+01:00' })];
    expect(ids(catalogueOf({ articles }, { now: new Date(moment) }).articles)).toEqual(expected);
  });

  test('a draft stays hidden when its embargo ends', () => {
    expect(
      isHidden(
        article('draft', '2026-01-01', { draft: true, publishAt: '2026-01-01T00:00:00Z' }).data,
        new Date('2026-11-23T12:00:00Z'),
      ),
    ).toBe(true);
  });

  test('a preview shows everything, but publicStories does not', () => {
    const entries = {
      articles: [
        article('seen', '2026-01-01'),
        article('draft', '2026-01-02', { draft: true }),
        article('later', '2026-12-01', { publishAt: '2026-12-01T09:00:00Z' }),
      ],
    };
    const preview = catalogueOf(entries, { preview: true });
    expect(ids(allStories(preview))).toEqual(['later', 'draft', 'seen']);
    expect(ids(publicStories(preview))).toEqual(['seen']);
  });

  test('orders stories by date and then by permanent id, newest first, however they came', () => {
    const articles = [
      article('b', '2026-01-02'),
      article('old', '2025-12-31'),
      article('c', '2026-01-02'),
      article('a', '2026-01-02'),
      article('new', '2026-02-01'),
    ];
    const expected = ['new', 'c', 'b', 'a', 'old'];
    for (const _turn of expected) {
      articles.push(...articles.splice(0, 1));
      expect(ids(catalogueOf({ articles }).articles)).toEqual(expected);
      expect(ids(catalogueOf({ articles: [...articles].reverse() }).articles)).toEqual(expected);
    }
  });

  test('leaves the given lists as they are', () => {
    const articles = [article('old', '2025-01-01'), article('new', '2026-01-01')];
    catalogueOf({ articles });
    expect(ids(articles)).toEqual(['old', 'new']);
  });

  test('orders articles and reviews in one list', () => {
    const stories = allStories(
      catalogueOf({
        articles: [article('a', '2026-01-01'), article('c', '2026-01-03')],
        reviews: [review('b', '2026-01-02', 'veo')],
      }),
    );
    expect(ids(stories)).toEqual(['c', 'b', 'a']);
  });

  test('puts boards in the order of menus, and editions of each board newest first', () => {
    const { boards, editions } = catalogueOf({
      boards: [board('second', 2), board('first', 1)],
      editions: [
        editorial('first/2025-12-01', ['veo', 1]),
        editorial('second/2026-01-01', ['veo', 1]),
        editorial('first/2026-01-01', ['veo', 1]),
      ],
    });
    expect([...boards.keys()]).toEqual(['first', 'second']);
    expect([...editions].map(([name, all]) => [name, ids(all)]).sort()).toEqual([
      ['first', ['first/2026-01-01', 'first/2025-12-01']],
      ['second', ['second/2026-01-01']],
    ]);
  });
});

describe('need', () => {
  const { models } = catalogueOf({ models: [model('veo-3')] });

  test('finds an entry', () => {
    expect(need(models, 'veo-3', 'content/x.yaml').data.name).toBe('VEO-3');
  });

  test('names what is missing, and where it was named', () => {
    expect(() => need(models, 'veo-4', 'content/reviews/x/index.md')).toThrow(
      'content/reviews/x/index.md names `veo-4`, which does not exist.',
    );
  });
});

test('makeCatalogue keeps the moment of the build', () => {
  const moment = new Date('2026-01-01T00:00:00Z');
  expect(catalogueOf({}, { now: moment }).now).toBe(moment);
});
