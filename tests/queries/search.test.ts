import { expect, test } from 'vitest';
import { searchParts, searchYears } from '#queries/site/search';
import { article, board, catalogueOf, model, scored } from './entries.ts';

const released = (value: string) => ({
  released: { value, sources: [1] },
  sources: [{ title: 'A', publisher: 'B', url: 'https://b.example/', accessed: '2026-11-01' }],
});

test('the search has an index for each year with stories, newest first, and one at least', () => {
  expect(
    searchYears(
      catalogueOf({ articles: [article('a', '2024-05-01'), article('b', '2026-01-01'), article('c', '2024-02-01')] }),
    ),
  ).toEqual(['2026', '2024']);
  expect(searchYears(catalogueOf({ articles: [article('a', '2025-05-01', { draft: true })] }))).toEqual(['2026']);
});

test('models and boards are in the index of their year, else of the next earlier one, else the oldest', () => {
  const catalogue = catalogueOf({
    articles: [article('a', '2024-05-01'), article('b', '2022-01-01')],
    models: [
      model('newer', released('2026-02-01')),
      model('between', released('2023')),
      model('older', released('2020-01')),
      model('unknown'),
    ],
    boards: [board('top', 1)],
    editions: [scored('top/2024-06-01', ['x', 'newer', 5])],
  });
  const others = Object.fromEntries(
    searchParts(catalogue)
      .filter(({ others: each }) => each.length > 0)
      .map(({ name, others: each }) => [name, each.map(({ url }) => url).sort()]),
  );
  expect(others).toEqual({
    '2024-1': ['/leaderboards/top/', '/models/newer/'],
    '2022-1': ['/models/between/', '/models/older/', '/models/unknown/'],
  });
});

test('a part holds few stories, the oldest first, so that a change reads few texts', () => {
  const articles = Array.from({ length: 60 }, (_, index) =>
    article(`a-${index}`, `2026-01-${String(1 + (index % 28)).padStart(2, '0')}`),
  );
  const parts = searchParts(catalogueOf({ articles }));
  expect(parts.map(({ name, stories }) => [name, stories.length])).toEqual([
    ['2026-1', 0],
    ['2026-2', 25],
    ['2026-3', 25],
    ['2026-4', 10],
  ]);
  expect(parts[1]?.stories[0]?.data.date).toBe('2026-01-01');
});
