import { expect, test } from 'vitest';
import type { TimelineEntry } from '#domain/subjects/timeline';
import { newestOfEach } from '#domain/subjects/topic-news';
import { toDay } from '#domain/text/dates';

const entry = (id: string, date: string): TimelineEntry => ({
  id,
  kind: 'event',
  date: toDay(date),
  text: id,
  path: `/news/${id}/`,
  sources: [],
});
const topic = (label: string, ...past: TimelineEntry[]) => ({ topic: { label, path: `/topics/${label}/` }, past });
const shared = entry('shared', '2026-05-01');
const topics = [
  topic('courts', shared, entry('filed', '2026-01-01')),
  topic('deepfakes', shared, entry('bill', '2026-03')),
  topic('empty'),
  topic('prices', entry('lower', '2026-06-01')),
];
const found = (shown: string[] = []): [string, string][] =>
  newestOfEach(topics, new Set(shown)).map(({ topic: { label }, entry: { id } }) => [label, id]);

test('each topic has its newest fact, newest first, and no fact is there twice', () => {
  expect(found()).toEqual([
    ['prices', 'lower'],
    ['courts', 'shared'],
    ['deepfakes', 'bill'],
  ]);
});

test('what the page shows already is skipped, and a topic with nothing else is left out', () => {
  expect(found(['/news/shared/', '/news/lower/'])).toEqual([
    ['deepfakes', 'bill'],
    ['courts', 'filed'],
  ]);
});
