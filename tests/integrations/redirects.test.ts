import { expect, test } from 'vitest';
import { readRedirects } from '../../src/integrations/host-files/redirects.ts';

test('the lines of `_redirects` are read, whatever follows the two addresses', () => {
  expect(readRedirects('/news/old/ /news/new/ 301\n\n/reviews/a/ /reviews/b/\n')).toEqual([
    { from: '/news/old/', to: '/news/new/' },
    { from: '/reviews/a/', to: '/reviews/b/' },
  ]);
});
