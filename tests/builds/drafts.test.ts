import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { now, type Changes } from '../loading/fixture.ts';
import { buildAt, filesWith, makeSite } from './small-site.ts';

/** A story with one word that is nowhere else. */
const story = (id: string, title: string, ...fields: string[]): string =>
  [
    '---',
    `id: ${id}`,
    `title: ${title}`,
    'category: policy',
    'date: 2026-11-23',
    'authors: [the-desk]',
    'models: [alpha-1]',
    'tags: [launches]',
    ...fields,
    'sources: [{title: R, publisher: P, url: https://p.example/, accessed: 2026-01-11}]',
    '---',
    `About ${title.toLowerCase()}.`,
    '',
  ].join('\n');

const stories: Changes = {
  'articles/2026/the-draft/index.md': story('20261120-aaaaaa', 'Draftword', 'draft: true', 'aliases: [old-draft]'),
  'articles/2026/the-embargo/index.md': story(
    '20261120-bbbbbb',
    'Embargoword',
    'publishAt: 2026-11-24T10:00:00+01:00',
    'aliases: [old-embargo]',
  ),
  'reviews/the-hidden-review/index.md': [
    '---',
    'id: 20261120-cccccc',
    'title: Reviewword',
    'date: 2026-11-23',
    'authors: [the-desk]',
    'model: alpha-1',
    'verdict: V.',
    'strengths: [Fast]',
    'limits: [Dear]',
    'bestFor: All',
    'draft: true',
    '---',
    'About reviewword.',
    '',
  ].join('\n'),
};

const marks = [
  'raftword',
  'the-draft',
  'old-draft',
  '20261120-aaaaaa',
  'mbargoword',
  'the-embargo',
  'old-embargo',
  '20261120-bbbbbb',
  'eviewword',
  'the-hidden-review',
  '20261120-cccccc',
];

test('drafts and embargoed stories reach no file of a build until their time comes', async () => {
  const root = makeSite(stories);
  expect(await buildAt(root, now)).toMatchObject({ code: 0 });
  expect(marks.flatMap((mark) => filesWith(root, mark))).toEqual([]);
  expect(JSON.parse(readFileSync(join(root, 'dist/next-change.json'), 'utf8'))).toEqual({
    at: '2026-11-24T09:00:00.000Z',
    why: 'An embargo ends.',
  });

  const later = new Date('2026-11-24T09:00:00Z');
  expect(await buildAt(root, later)).toMatchObject({ code: 0 });
  const published = filesWith(root, 'mbargoword');
  expect(published).toEqual(
    expect.arrayContaining(['index.html', 'news/the-embargo/index.html', 'rss.xml', 'search-index.json']),
  );
  expect(published.some((path) => path.startsWith('pagefind/2026/fragment/'))).toBe(true);
  expect(readFileSync(join(root, 'dist/_redirects'), 'utf8')).toContain('/news/old-embargo/ /news/the-embargo/ 301');
  expect(['raftword', 'eviewword'].flatMap((mark) => filesWith(root, mark))).toEqual([]);
});

test('a preview shows them with a ribbon, and still in no feed and no search', async () => {
  const root = makeSite(stories);
  expect(await buildAt(root, now, { MEGATON_PREVIEW: '1' })).toMatchObject({ code: 0 });
  for (const page of ['news/the-draft', 'news/the-embargo', 'reviews/the-hidden-review']) {
    expect(readFileSync(join(root, `dist/${page}/index.html`), 'utf8')).toContain(
      'Not public yet: a draft, or under embargo.',
    );
  }
  expect(filesWith(root, 'raftword').filter((path) => !path.endsWith('.html'))).toEqual([]);
});
