import { describe, expect, test } from 'vitest';
import { daysBetween, isoDay, monthName, startOfDay, toDay } from '#domain/text/dates';

describe('toDay', () => {
  test.each([
    ['2026-01-23', '23 January 2026'],
    ['2026-09-03', '3 September 2026'],
    ['2024-02-29', '29 February 2024'],
    ['2026-12', 'December 2026'],
    ['2011', '2011'],
  ])('%s is %s', (iso, text) => {
    expect(toDay(iso)).toEqual({ iso, text });
  });
});

test('monthName names all twelve months', () => {
  const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  expect(numbers.map(monthName).join(' ')).toBe(
    'January February March April May June July August September October November December',
  );
});

test('startOfDay is midnight UTC, and isoDay is its opposite', () => {
  expect(startOfDay('2026-01-23').getTime()).toBe(Date.UTC(2026, 0, 23));
  expect(isoDay(startOfDay('2026-01-23'))).toBe('2026-01-23');
});

test.each([
  ['2026-01-23T23:59:59-05:00', '2026-01-24'],
  ['2026-01-23T00:30:00+01:00', '2026-01-22'],
])('isoDay takes the day in UTC: %s is on %s', (moment, day) => {
  expect(isoDay(new Date(moment))).toBe(day);
});

describe('daysBetween', () => {
  test.each([
    ['2026-01-23', '2026-01-23', 0],
    ['2026-01-23', '2026-01-24', 1],
    ['2026-01-24', '2026-01-23', -1],
    ['2026-02-28', '2026-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2000-02-28', '2000-03-01', 2],
    ['2100-02-28', '2100-03-01', 1],
    ['2025-12-31', '2026-12-31', 365],
    // Clocks change in between in most of Europe and America.
    ['2026-03-01', '2026-04-01', 31],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
