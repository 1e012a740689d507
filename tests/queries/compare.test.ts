import { expect, test } from 'vitest';
import { comparedPairs } from '#queries/models/compare';
import { article, board, catalogueOf, model, review, scored } from './entries.ts';

const models = ['a', 'b', 'c', 'd'].map((id) => model(id));

test('models of a board that is kept are compared, each pair once', () => {
  const catalogue = catalogueOf({
    models,
    boards: [board('kept', 1), board('old', 2, { history: true })],
    editions: [
      scored('kept/2026-01-01', ['a', 'a', 3], ['b', 'b', 2]),
      scored('old/2026-01-01', ['c', 'c', 3], ['d', 'd', 2]),
    ],
  });
  expect(comparedPairs(catalogue)).toEqual([['a', 'b']]);
});

test('the model of a review is compared with the models that the review names, and those not with each other', () => {
  const reviews = [
    review('tested', '2026-01-01', 'c', { models: ['a', 'd', 'c'] }),
    review('draft', '2026-01-01', 'b', { models: ['a'], draft: true }),
  ];
  const articles = [article('news', '2026-01-01', { models: ['b', 'd'] })];
  expect(comparedPairs(catalogueOf({ models, reviews, articles }))).toEqual([
    ['a', 'c'],
    ['c', 'd'],
  ]);
});
