import { expect, test } from 'vitest';
import { changedPages, pageOfFile } from '../../../scripts/pull-request/changed-pages.ts';

test.each([
  ['content/articles/2026/a-story/index.md', '/news/a-story/'],
  ['content/articles/2026/a-story/hero.webp', '/news/a-story/'],
  ['content/articles/2026/a-story/prices.csv', '/news/a-story/'],
  ['content/reviews/a-review/index.md', '/reviews/a-review/'],
  ['content/models/kling-2-6.yaml', '/models/kling-2-6/'],
  ['content/providers/kuaishou.yaml', '/providers/kuaishou/'],
  ['content/authors/megaton-staff.yaml', '/authors/megaton-staff/'],
  ['content/leaderboards/top-models/board.yaml', '/leaderboards/top-models/'],
  ['content/leaderboards/top-models/2026-10-01.yaml', '/leaderboards/top-models/2026-10-01/'],
  ['content/leaderboards/top-models/2026-10-01.inference.json', '/leaderboards/top-models/2026-10-01/'],
  ['content/leaderboards/top-models/evidence/vbench.yaml', '/leaderboards/top-models/'],
  ['content/leaderboards/arena/originals/2026-10-01.csv', '/leaderboards/arena/'],
  ['content/newsletters/2026-11-25.yaml', '/newsletter/2026-11-25/'],
  ['content/products/megaton-mask.mdx', '/products/megaton-mask/'],
  ['content/pages/privacy.mdx', '/privacy/'],
  ['content/site.yaml', '/'],
  ['content/front-page.yaml', '/'],
  ['content/README.md', undefined],
  ['src/pages/index.astro', undefined],
  ['README.md', undefined],
])('%s is seen at %s', (file, page) => {
  expect(pageOfFile(file)).toBe(page);
});

test('pages come once, stories first', () => {
  expect(
    changedPages([
      'content/models/kling-2-6.yaml',
      'content/articles/2026/a-story/hero.webp',
      'content/articles/2026/a-story/index.md',
      'src/pages/index.astro',
    ]),
  ).toEqual(['/news/a-story/', '/models/kling-2-6/']);
});
