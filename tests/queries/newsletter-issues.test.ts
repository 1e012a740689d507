import { describe, expect, test } from 'vitest';
import type { NewsletterIssue } from '#domain/stories/newsletter-issue';
import type { Entries } from '#queries/catalogue';
import { issueOf } from '#queries/stories/newsletter-issues';
import { article, board, catalogueOf, findRaster, model, scored } from './entries.ts';

const newsletter = (since: string): Entries['newsletters'][number] => ({
  id: '2026-11-20',
  digest: '',
  filePath: 'content/newsletters/2026-11-20.yaml',
  data: { subject: `The "letter"`, since },
});
const issue = (entries: Partial<Entries>, since = '2026-11-01'): Promise<NewsletterIssue> =>
  issueOf(newsletter(since), catalogueOf(entries), findRaster);

describe('a newsletter issue', () => {
  test('has what came out between its first day and its own, newest first, and nothing that is hidden', async () => {
    const articles = [
      article('before', '2026-10-31'),
      article('first', '2026-11-01'),
      article('last', '2026-11-20'),
      article('after', '2026-11-21'),
      article('draft', '2026-11-05', { draft: true }),
    ];
    const { stories, subject, path, more } = await issue({ articles });
    expect(stories.map((story) => story.path)).toEqual(['/news/last/', '/news/first/']);
    expect([subject, path, more.stories]).toEqual(['The “letter”', '/newsletter/2026-11-20/', 0]);
  });

  test('has the stories of its last day by their hours', async () => {
    const articles = [
      article('a', '2026-11-20', { date: '2026-11-20T08:00Z' }),
      article('c', '2026-11-20', { date: '2026-11-20T23:59Z' }),
      article('b', '2026-11-20', { date: '2026-11-20T12:00Z' }),
      article('next-day', '2026-11-21', { date: '2026-11-21T00:00Z' }),
    ];
    const { stories } = await issue({ articles }, '2026-11-20');
    expect(stories.map((story) => story.path)).toEqual(['/news/c/', '/news/b/', '/news/a/']);
  });

  test('has what moved on the boards in that time', async () => {
    const editions = [
      scored('top/2026-10-01', ['a', 'kling', 10, 9, 11], ['b', 'veo', 5, 4, 6]),
      scored('top/2026-11-02', ['a', 'kling', 5, 4, 6], ['b', 'veo', 10, 9, 11]),
      scored('top/2026-11-22', ['a', 'kling', 5, 4, 6], ['b', 'veo', 10, 9, 11]),
    ];
    const { boards } = await issue({ models: [model('kling'), model('veo')], boards: [board('top', 1)], editions });
    expect(boards.map(({ path, moved }) => [path, moved])).toEqual([
      [
        '/leaderboards/top/2026-11-02/changes/',
        [
          { name: 'B', path: '/models/veo/', before: '2', after: '1', happened: 'up 1' },
          { name: 'A', path: '/models/kling/', before: '1', after: '2', happened: 'down 1' },
        ],
      ],
    ]);
  });

  test('has the corrections of that time, also of older stories', async () => {
    const articles = [
      article('old', '2026-01-01', {
        title: 'Old',
        corrections: [
          { date: '2026-11-03', text: 'Five.' },
          { date: '2026-10-03', text: 'Six.' },
        ],
      }),
    ];
    expect((await issue({ articles })).corrections).toEqual([
      {
        date: { iso: '2026-11-03', text: '3 November 2026' },
        text: 'Five.',
        story: { label: 'Old', path: '/news/old/' },
      },
    ]);
  });

  test('says how much it has no room for', async () => {
    const articles = Array.from({ length: 14 }, (_, index) =>
      article(`n${index}`, '2026-11-05', { corrections: [{ date: '2026-11-06', text: 'Five.' }] }),
    );
    const { stories, corrections, more } = await issue({ articles });
    expect([stories.length, corrections.length, more]).toEqual([10, 8, { stories: 4, boards: 0, corrections: 6 }]);
  });
});
