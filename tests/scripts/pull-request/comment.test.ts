import { describe, expect, test } from 'vitest';
import { commentOf, type PullRequestReport } from '../../../scripts/pull-request/comment.ts';

const run = 'https://github.com/owner/name/actions/runs/7';
const host = 'https://pull-request-3--site.example';
const page: PullRequestReport['pages'][number] = {
  path: '/news/a-story/',
  title: 'A story',
  description: 'What it adds.',
  card: { path: '/_astro/hero.jpg', alt: 'A clock.' },
  story: {
    words: 714,
    minutes: 3,
    reader: { title: 'A story', byline: 'The Desk', text: 'First words of it.', html: '<p>First words of it.</p>' },
    feedItem: { title: 'A story', summary: 'What it adds.', date: '2026-11-27T16:05:00.000Z' },
  },
};
const good: PullRequestReport = { problems: [], pages: [page], more: [], missing: [], built: true, run };
const problem = {
  file: 'content/articles/2026/a-story/index.md',
  line: 5,
  column: 1,
  what: 'No title.',
  write: 'Write one.',
};

describe('the comment', () => {
  test('shows a page at the host: pictures, card, feed item, reader view, reading time', () => {
    const text = commentOf(good, host);
    for (const part of [
      `[A story](${host}/news/a-story/)`,
      `src="${host}/pull-request/screenshots/news-a-story-360.png"`,
      `src="${host}/pull-request/screenshots/news-a-story-1280.png"`,
      `src="${host}/_astro/hero.jpg"`,
      '3 minutes to read, 714 words in a reader view.',
      '2026-11-27 16:05 UTC',
      'First words of it.',
      `(${host}/pull-request/reader/news-a-story.html)`,
      '**The content has no problems.**',
    ])
      expect(text).toContain(part);
  });

  test('names files of the download where there is no host', () => {
    const text = commentOf(good);
    expect(text).toContain(`download \`pull-request\` of [this run](${run}#artifacts)`);
    expect(text).toContain('`screenshots/news-a-story-360.png`, `screenshots/news-a-story-1280.png`');
    expect(text).toContain('`reader/news-a-story.html`');
    expect(text.match(/\]\([^)]*\)/gu)).toEqual([`](${run}#artifacts)`]);
  });

  test('lists what to fix before advice, and promises the preview', () => {
    const text = commentOf(
      { ...good, built: false, pages: [], problems: [{ ...problem, what: 'Long.', warning: true }, problem] },
      host,
    );
    expect(text).toContain('**1 problem to fix first.**');
    expect(text.indexOf('No title.')).toBeGreaterThan(text.indexOf('### To fix'));
    expect(text.indexOf('Long.')).toBeGreaterThan(text.indexOf('### Advice'));
    expect(text.indexOf('### To fix')).toBeLessThan(text.indexOf('### Advice'));
    expect(text).toContain('`content/articles/2026/a-story/index.md:5`');
  });

  test('lists 20 problems and counts the rest', () => {
    const text = commentOf({
      ...good,
      problems: Array.from({ length: 23 }, (_, index) => ({ ...problem, line: index + 1 })),
    });
    expect(text.match(/No title\./gu)).toHaveLength(20);
    expect(text).toContain('… and 3 more.');
  });

  test('says when the site could not be built though the content is right', () => {
    expect(commentOf({ ...good, built: false, pages: [] })).toContain(`[the run](${run}) says why`);
  });

  test('says that a page is gone, and names further pages', () => {
    const text = commentOf({ ...good, more: ['/models/a/'], missing: ['/news/old/'] }, host);
    expect(text).toContain('No page in the preview: `/news/old/`.');
    expect(text).toContain(`Also changed: [/models/a/](${host}/models/a/).`);
  });

  test('says when no page changed', () => {
    expect(commentOf({ ...good, pages: [] })).toContain('No page of its own changed.');
  });

  test.each([
    ['[Merge me](https://bad.example)', '](https://bad.example)'],
    ['@maintainer look', '@maintainer'],
    ['<img src=x onerror=alert(1)>', '<img src=x'],
    ['A\n\n## All checks passed', '\n## All'],
    ['https://bad.example', 'https://bad.example'],
    ['www.bad.example', 'www.bad.example'],
    ['`code` **bold**', ' **bold**'],
  ])('a title cannot forge anything: %j', (title, forged) => {
    const hostile = {
      ...page,
      title,
      description: title,
      card: { path: '/a.jpg', alt: title },
      story: {
        ...page.story,
        words: 1,
        minutes: 1,
        reader: { title, byline: title, text: title, html: '' },
        feedItem: { title, summary: title, date: '2026-11-27T16:05:00.000Z' },
      },
    };
    for (const at of [host, undefined]) expect(commentOf({ ...good, pages: [hostile] }, at)).not.toContain(forged);
  });

  test('a message of a problem cannot either', () => {
    const text = commentOf({
      ...good,
      problems: [{ ...problem, file: 'content/`a`\n# x', what: 'There is no `@you`.' }],
    });
    expect(text).not.toContain('@you');
    expect(text).not.toContain('\n# x');
  });
});
