import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardPath } from '#domain/site/addresses';
import { describe, expect, it } from 'vitest';
import { content } from './content.ts';
import { dist, files } from './dist.ts';

const boards = new Set(content.editions.map(({ id }) => id.split('/')[0] ?? ''));
const expected = [
  ...content.articles.map(({ id }) => `/news/${id}/`),
  ...content.reviews.map(({ id }) => `/reviews/${id}/`),
  ...content.models.map(({ id }) => `/models/${id}/`),
  ...[...boards].map((id) => `/leaderboards/${id}/`),
];

describe('cards', () => {
  it('stand for every article, review, model and board, and for nothing else', () => {
    expect(files.filter((file) => file.startsWith('/cards/')).toSorted()).toEqual(expected.map(cardPath).toSorted());
  });

  it('are PNG files of 1200 by 630 pixels that are small enough to be sent on', () => {
    for (const path of expected.map(cardPath)) {
      const file = readFileSync(join(dist, path));
      expect(file.subarray(1, 4).toString(), path).toBe('PNG');
      expect([file.readUInt32BE(16), file.readUInt32BE(20)], path).toEqual([1200, 630]);
      expect(file.length, path).toBeLessThan(300_000);
    }
  });
});
