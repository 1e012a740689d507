import { expect, test } from 'vitest';
import { rankLabel } from '#domain/ranking/board/rank-label';

test.each([
  [18, 18, false, 'No. 18'],
  [4, 4, true, 'tied for No. 4'],
  [1, 4, false, 'No. 1 to 4'],
  [1, 4, true, 'No. 1 to 4'],
])('the ranks %i to %i (shared: %s) are %s in running text', (best, worst, shared, words) => {
  expect(rankLabel({ best, worst, shared })).toBe(words);
});
