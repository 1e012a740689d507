import { describe, expect, test } from 'vitest';
import { lastChange, newestFirst, publicationDate, type Placed } from '#domain/stories/story-dates';

describe('newestFirst', () => {
  const sorted = (...stories: Placed[]): string[] => stories.sort(newestFirst).map(({ id }) => id);

  test('sorts by moment, and a day counts from its beginning', () => {
    expect(
      sorted(
        { id: 'day', date: '2026-11-27' },
        { id: 'evening', date: '2026-11-27T17:05:00Z' },
        { id: 'last second of the day before', date: '2026-11-26T23:59:59Z' },
        { id: 'morning', date: '2026-11-27T08:00:00Z' },
        { id: 'embargo', date: '2026-11-27', publishAt: '2026-11-27T13:00:00+01:00' },
      ),
    ).toEqual(['evening', 'embargo', 'morning', 'day', 'last second of the day before']);
  });

  test('sorts one moment by id, also where one story has it as a day', () => {
    const stories = [
      { id: '20261127-b', date: '2026-11-27T00:00:00Z' },
      { id: '20261127-c', date: '2026-11-27' },
      { id: '20261127-a', date: '2026-11-27' },
    ];
    const expected = ['20261127-c', '20261127-b', '20261127-a'];
    expect(sorted(...stories)).toEqual(expected);
    expect(sorted(...stories.reverse())).toEqual(expected);
  });
});

describe('publicationDate', () => {
  test.each([
    ['a day', { date: '2026-11-27' }, '2026-11-27'],
    ['a moment', { date: '2026-11-27T16:05:00Z' }, '2026-11-27T16:05:00Z'],
    [
      'a day on which an embargo ends',
      { date: '2026-11-27', publishAt: '2026-11-27T17:05:00+01:00' },
      '2026-11-27T16:05:00Z',
    ],
    // It is already the 28th where the embargo ends, and in UTC it is not.
    [
      'a day on which an embargo ends in UTC',
      { date: '2026-11-27', publishAt: '2026-11-28T01:00:00+02:00' },
      '2026-11-27T23:00:00Z',
    ],
    ['a day before the end of the embargo', { date: '2026-11-26', publishAt: '2026-11-27T09:00:00Z' }, '2026-11-26'],
  ])('of %s', (_, story, date) => {
    expect(publicationDate(story)).toBe(date);
  });
});

describe('lastChange', () => {
  const date = '2026-11-27T09:00:00Z';

  test.each([
    ['an update later on the day', { date, updated: '2026-11-27T15:00:00Z', corrections: [] }, '2026-11-27T15:00:00Z'],
    ['an update without its hour on the day itself', { date, updated: '2026-11-27', corrections: [] }, date],
    [
      'a correction with an hour after an update of that day',
      { date, updated: '2026-11-28', corrections: [{ date: '2026-11-28T08:00:00Z' }] },
      '2026-11-28T08:00:00Z',
    ],
    [
      'nothing after the end of an embargo',
      { date: '2026-11-27', publishAt: '2026-11-27T12:00:00Z', corrections: [] },
      '2026-11-27T12:00:00Z',
    ],
  ])('is %s', (_, story, changed) => {
    expect(lastChange(story)).toBe(changed);
  });

  test('is the newest update of a live story, or what is later', () => {
    const updates = ['2026-11-27T16:05:00Z', '2026-11-27T10:00:00Z'];
    expect(lastChange({ date, corrections: [] }, updates)).toBe('2026-11-27T16:05:00Z');
    expect(lastChange({ date, updated: '2026-11-28', corrections: [] }, updates)).toBe('2026-11-28');
  });
});
