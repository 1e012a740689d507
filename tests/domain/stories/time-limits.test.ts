import { describe, expect, test } from 'vitest';
import { isNews, nextNewsExit } from '#domain/stories/news-window';
import { nextSecurityChange, securityExpiry, securityTxt } from '#domain/site/security-txt';
import { firstSeen, lastChange } from '#domain/stories/story-dates';

const at = (moment: string): Date => new Date(moment);

describe('news', () => {
  const story = { date: '2026-11-23' };

  test.each([
    ['2026-11-22T23:59:59.999Z', false],
    ['2026-11-23T00:00:00Z', true],
    ['2026-11-24T23:59:59.999Z', true],
    ['2026-11-25T00:00:00Z', false],
  ])('a story of 23 November is news on %s: %s', (moment, is) => {
    expect(isNews(story, at(moment))).toBe(is);
  });

  test('an embargo that ends later counts from its end, and one that ended earlier does not', () => {
    expect(firstSeen({ ...story, publishAt: '2026-11-23T18:00:00+02:00' })).toEqual(at('2026-11-23T16:00:00Z'));
    expect(firstSeen({ ...story, publishAt: '2026-11-22T10:00:00Z' })).toEqual(at('2026-11-23T00:00:00Z'));
  });

  test('the next story to leave is the one that was seen first', () => {
    const stories = [
      { date: '2026-11-23' },
      { date: '2026-11-22', publishAt: '2026-11-22T06:00:00Z' },
      { date: '2026-11-01' },
    ];
    expect(nextNewsExit(stories, at('2026-11-23T12:00:00Z'))).toEqual(at('2026-11-24T06:00:00Z'));
    expect(nextNewsExit(stories, at('2026-11-24T06:00:00Z'))).toEqual(at('2026-11-25T00:00:00Z'));
    expect(nextNewsExit(stories, at('2026-11-25T00:00:00Z'))).toBeUndefined();
    expect(nextNewsExit([], at('2026-11-25T00:00:00Z'))).toBeUndefined();
  });
});

describe('security.txt', () => {
  test.each([
    ['2026-01-01T00:00:00Z', '2026-10-01T00:00:00Z', '2026-04-01T00:00:00Z'],
    ['2026-03-31T23:59:59Z', '2026-10-01T00:00:00Z', '2026-04-01T00:00:00Z'],
    ['2026-11-25T12:00:00Z', '2027-07-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['2027-12-31T23:59:59Z', '2028-07-01T00:00:00Z', '2028-01-01T00:00:00Z'],
  ])('on %s expires on %s and changes on %s', (now, expires, changes) => {
    expect(securityExpiry(at(now))).toEqual(at(expires));
    expect(nextSecurityChange(at(now))).toEqual(at(changes));
  });

  test('is the same text until it changes, and valid for six to nine months on every day', () => {
    const text = (moment: Date): string =>
      securityTxt({ email: 'a@b.example', policy: '/security/', language: 'en-GB' }, 'https://b.example', moment);
    for (let day = 0; day < 800; day += 1) {
      const now = new Date(Date.UTC(2026, 0, 1, 13) + day * 86_400_000);
      const change = nextSecurityChange(now);
      expect(text(new Date(change.getTime() - 1))).toBe(text(now));
      expect(text(change)).not.toBe(text(now));
      const days = (securityExpiry(now).getTime() - now.getTime()) / 86_400_000;
      expect(days).toBeGreaterThan(181);
      expect(days).toBeLessThan(277);
    }
  });
});

test.each([
  [{ date: '2026-01-01', corrections: [] }, '2026-01-01'],
  [{ date: '2026-01-01', updated: '2026-02-01', corrections: [] }, '2026-02-01'],
  [
    { date: '2026-01-01', updated: '2026-02-01', corrections: [{ date: '2026-03-01' }, { date: '2026-01-05' }] },
    '2026-03-01',
  ],
])('the last change of %j is %s', (story, day) => {
  expect(lastChange(story)).toBe(day);
});
