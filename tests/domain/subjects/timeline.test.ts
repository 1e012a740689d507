import { expect, test } from 'vitest';
import { firstDayOf, isAhead, timelineOf, type TimelineEntry } from '#domain/subjects/timeline';
import { nextDateFirst, type DateAhead, type Tracked } from '#domain/subjects/tracked';
import { toDay } from '#domain/text/dates';

const fact = (id: string, iso: string): TimelineEntry => ({
  id,
  kind: 'event',
  date: toDay(iso),
  text: id,
  path: '/',
  sources: [],
});

test.each([
  ['2026', '2026-01-01'],
  ['2026-08', '2026-08-01'],
  ['2026-08-21', '2026-08-21'],
])('%s begins on %s', (iso, day) => {
  expect(firstDayOf(iso)).toBe(day);
});

test('a date is ahead when it has not begun', () => {
  expect(['2026-11-29', '2026-12', '2027'].map((iso) => isAhead(iso, '2026-11-28'))).toEqual([true, true, true]);
  expect(['2026-11-28', '2026-11', '2026'].map((iso) => isAhead(iso, '2026-11-28'))).toEqual([false, false, false]);
});

test('a timeline is newest first, cut at the present day, and has each fact once', () => {
  const facts = [
    fact('a', '2025'),
    fact('c', '2026-05-01'),
    fact('b', '2026-05-01'),
    fact('d', '2027-01-01'),
    fact('a', '2025'),
  ];
  const { past, ahead } = timelineOf(facts, '2026-11-28');
  expect(past.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect(ahead.map(({ id }) => id)).toEqual(['d']);
});

const row = (id: string, next: string | undefined, newest: string): Tracked =>
  ({
    id,
    next: next === undefined ? undefined : ({ date: toDay(next) } as DateAhead),
    events: [fact('e', newest)],
  }) as Tracked;

test('the nearest date is first, then what moved last', () => {
  const rows = [
    row('a', undefined, '2025-01-01'),
    row('b', '2027-01-01', '2024'),
    row('c', undefined, '2026-01-01'),
    row('d', '2026-12-02', '2023'),
  ];
  expect(rows.sort(nextDateFirst).map(({ id }) => id)).toEqual(['d', 'b', 'c', 'a']);
});
