import { describe, expect, test } from 'vitest';
import * as addresses from '#domain/site/addresses';

test('every kind of page has its address', () => {
  expect([
    addresses.articlePath('project-genie'),
    addresses.reviewPath('kling-2-6'),
    addresses.archivePath('2026', '01'),
    addresses.modelPath('veo-3'),
    addresses.providerPath('google'),
    addresses.productPath('megaton-mask'),
    addresses.boardPath('top-models'),
    addresses.editionPath('top-models', '2026-01-23'),
  ]).toEqual([
    '/news/project-genie/',
    '/reviews/kling-2-6/',
    '/archive/2026/01/',
    '/models/veo-3/',
    '/providers/google/',
    '/products/megaton-mask/',
    '/leaderboards/top-models/',
    '/leaderboards/top-models/2026-01-23/',
  ]);
});

describe('lists', () => {
  test.each([
    ['news', addresses.newsPath, '/news/'],
    ['a category', (page?: number) => addresses.categoryPath('policy', page), '/categories/policy/'],
    ['an author', (page?: number) => addresses.authorPath('megaton-staff', page), '/authors/megaton-staff/'],
  ])('the first page of %s has no number', (_, pathOf, first) => {
    expect([pathOf(), pathOf(1), pathOf(2)]).toEqual([first, first, `${first}page/2/`]);
  });
});

test('absolute puts the site before the path', () => {
  expect(addresses.absolute('/news/', 'https://megaton.ai')).toBe('https://megaton.ai/news/');
});
