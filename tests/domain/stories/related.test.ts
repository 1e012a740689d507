import { describe, expect, test } from 'vitest';
import { RelatedStories, type Topics } from '#domain/stories/related';

const story = (id: string, date: string, ...topics: string[]): Topics => ({ id, date, topics });

/** Other stories, so that topics have something to be rare among. */
const others = (count: number, ...topics: string[]): Topics[] =>
  Array.from({ length: count }, (_, index) => story(`other-${index}`, '2020-01-01', ...topics));

describe('RelatedStories', () => {
  const read = story('read', '2026-01-10', 'model:veo-3', 'category:technology', 'tag:prices');

  test('a rare topic weighs more than a common one, whatever the dates', () => {
    const rare = story('rare', '2024-01-01', 'model:veo-3');
    const common = story('common', '2026-01-09', 'category:technology');
    const index = new RelatedStories([read, common, rare, ...others(50, 'category:technology')]);
    expect(index.of(read, 2)).toEqual(['rare', 'common']);
  });

  test('a rare topic weighs more than two common ones', () => {
    const rare = story('rare', '2024-01-01', 'model:veo-3');
    const common = story('common', '2026-01-09', 'category:technology', 'tag:prices');
    const index = new RelatedStories([
      read,
      common,
      rare,
      ...others(50, 'category:technology', 'tag:prices'),
      ...others(50),
    ]);
    expect(index.of(read, 2)).toEqual(['rare', 'common']);
  });

  test('several shared topics weigh more than one of them', () => {
    const one = story('one', '2026-01-09', 'model:veo-3');
    const both = story('both', '2024-01-01', 'model:veo-3', 'tag:prices');
    expect(new RelatedStories([read, one, both]).of(read, 2)).toEqual(['both', 'one']);
  });

  test('among equals the newest comes first, and on one day the order is that of the ids, the latest first', () => {
    const stories = [
      story('old', '2025-01-01', 'tag:prices'),
      story('b', '2025-06-01', 'tag:prices'),
      story('a', '2025-06-01', 'tag:prices'),
      story('new', '2026-01-01', 'tag:prices'),
    ];
    const expected = ['new', 'b', 'a', 'old'];
    expect(new RelatedStories([read, ...stories]).of(read, 9)).toEqual(expected);
    expect(new RelatedStories([...stories.reverse(), read]).of(read, 9)).toEqual(expected);
  });

  test('a story is never related to itself, nor to one without a shared topic', () => {
    const index = new RelatedStories([
      read,
      story('elsewhere', '2026-01-11', 'category:policy'),
      story('nothing', '2026-01-11'),
    ]);
    expect(index.of(read, 9)).toEqual([]);
  });

  test('a topic named twice counts once', () => {
    const twice = story('twice', '2024-01-01', 'tag:prices', 'tag:prices');
    const once = story('once', '2025-01-01', 'tag:prices');
    expect(new RelatedStories([read, twice, once]).of({ ...read, topics: ['tag:prices', 'tag:prices'] }, 9)).toEqual([
      'once',
      'twice',
    ]);
  });

  test('knows stories and topics that are not in the index', () => {
    const index = new RelatedStories([story('known', '2025-01-01', 'tag:prices')]);
    expect(index.of(read, 9)).toEqual(['known']);
    expect(index.of(story('strange', '2026-01-01', 'tag:unheard-of'), 9)).toEqual([]);
    expect(new RelatedStories([]).of(read, 9)).toEqual([]);
  });

  test('returns no more than the given number', () => {
    const index = new RelatedStories([read, ...others(10, 'tag:prices')]);
    expect(index.of(read, 3)).toHaveLength(3);
    expect(index.of(read, 0)).toEqual([]);
  });
});

describe('RelatedStories in a large archive', () => {
  /** An index of many stories that records which of them a query reads. */
  function watchedIndex(count: number): { index: RelatedStories; touched: Set<string> } {
    const touched = new Set<string>();
    const stories = Array.from({ length: count }, (_, number) => {
      const day = String((number % 28) + 1).padStart(2, '0');
      const topics = ['category:technology', `tag:group-${number % 1000}`];
      return new Proxy(story(`story-${number}`, `2025-06-${day}`, ...topics), {
        get(target, key, receiver) {
          touched.add(target.id);
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
    });
    const index = new RelatedStories(stories);
    touched.clear();
    return { index, touched };
  }

  test('a question looks only at stories that share a topic', () => {
    const { index, touched } = watchedIndex(20_000);
    const found = index.of(story('read', '2026-01-10', 'tag:group-7'), 3);
    const sharing = Array.from({ length: 20 }, (_, group) => `story-${group * 1000 + 7}`);
    expect(found).toHaveLength(3);
    expect(sharing).toEqual(expect.arrayContaining([...touched]));
  });

  test('a question about a topic of all stories costs the same however many there are', () => {
    const [small, large] = [watchedIndex(2_000), watchedIndex(20_000)];
    for (const { index } of [small, large])
      expect(index.of(story('read', '2026-01-10', 'category:technology'), 3)).toHaveLength(3);
    expect(large.touched.size).toBe(small.touched.size);
  });
});
