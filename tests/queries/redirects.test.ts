import { describe, expect, it } from 'vitest';
import { redirectLines } from '#queries/site/redirects';
import { article, catalogueOf, model, review } from './entries.ts';

describe('redirects', () => {
  it('lead from every old address of a story to its present one, for good', () => {
    const articles = [article('first', '2026-01-10', { aliases: ['older', 'old'] })];
    const reviews = [review('tested', '2026-01-10', 'kling', { aliases: ['test'] })];
    expect(redirectLines(catalogueOf({ articles, reviews, models: [model('kling')] }))).toEqual([
      '/news/old/ /news/first/ 301',
      '/news/older/ /news/first/ 301',
      '/reviews/test/ /reviews/tested/ 301',
    ]);
  });

  it('do not lead to a story that is hidden, in a preview neither', () => {
    const articles = [article('first', '2026-01-10', { aliases: ['old'], draft: true })];
    for (const preview of [false, true]) expect(redirectLines(catalogueOf({ articles }, { preview }))).toEqual([]);
  });
});
