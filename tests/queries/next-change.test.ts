import { expect, test } from 'vitest';
import { dueNext } from '#queries/site/next-change';
import { article, catalogueOf, frontPage, now, review } from './entries.ts';

test('an embargo that ends is due first', () => {
  const embargoed = article('later', '2026-11-24', { publishAt: '2026-11-24T10:00:00+01:00' });
  expect(dueNext(catalogueOf({ articles: [embargoed, article('old', '2026-01-29')] }))).toEqual({
    at: '2026-11-24T09:00:00.000Z',
    why: 'An embargo ends.',
  });
});

test('an embargoed review counts too, a draft never', () => {
  const draft = article('never', '2026-11-24', { publishAt: '2026-11-24T10:00:00Z', draft: true });
  expect(
    dueNext(
      catalogueOf({
        articles: [draft],
        reviews: [review('tested', '2026-11-25', 'kling', { publishAt: '2026-11-25T00:00:00Z' })],
      }),
    ),
  ).toEqual({ at: '2026-11-25T00:00:00.000Z', why: 'An embargo ends.' });
});

test('news leaves its sitemap after 48 hours', () => {
  expect(
    dueNext(catalogueOf({ articles: [article('fresh', '2026-11-22'), article('fresher', '2026-11-23')] })),
  ).toEqual({ at: '2026-11-24T00:00:00.000Z', why: 'An entry of the news sitemap turns 48 hours old.' });
});

test('security.txt is written again before it expires, if nothing else comes first', () => {
  const { at, why } = dueNext(catalogueOf({ articles: [article('old', '2026-01-29')] }));
  expect([at, why]).toEqual(['2027-01-01T00:00:00.000Z', 'The text of security.txt changes.']);
  expect(new Date(at ?? '') > now).toBe(true);
});

test('news with its hour leaves the sitemap 48 hours after it', () => {
  const fresh = article('fresh', '2026-11-22', { date: '2026-11-22T17:05+01:00' });
  expect(dueNext(catalogueOf({ articles: [fresh] })).at).toBe('2026-11-24T16:05:00.000Z');
});

test('a choice of the editor runs out at its moment, or at the end of its last day', () => {
  const why = 'Something on the front page runs out.';
  const dueWith = (plan: Parameters<typeof frontPage>[0]) => dueNext(catalogueOf({ frontPage: [frontPage(plan)] }));
  expect(
    dueWith({ lead: { story: 'x', until: '2026-11-23T17:05+01:00' }, banner: { text: 'Y', until: '2026-11-22' } }),
  ).toEqual({ at: '2026-11-23T16:05:00.000Z', why });
  expect(dueWith({ banner: { text: 'Y', until: '2026-11-23' } })).toEqual({ at: '2026-11-24T00:00:00.000Z', why });
});
