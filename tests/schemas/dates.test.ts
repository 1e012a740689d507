import { describe, expect, test } from 'vitest';
import { day, dayOrMoment, isDay, moment, partialDate } from '#schemas/dates';

describe('isDay', () => {
  test.each(['2026-01-23', '2026-12-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s exists',
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
  ])('%s does not exist', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test.each([
    '',
    '2026',
    '2026-01',
    '2026-1-3',
    '26-01-23',
    '2026/01/23',
    '23.01.2026',
    '2026-01-23T00:00:00Z',
    ' 2026-01-23',
    '2026-01-23\n',
    '+002026-01-23',
    '２０２６-01-23',
  ])('%j is not written as a day', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test('a year has as many days as it has, in every month', () => {
    const days = (year: number): number => {
      const all = Array.from(
        { length: 12 * 31 },
        (_, index) => `${year}-${two(Math.floor(index / 31) + 1)}-${two((index % 31) + 1)}`,
      );
      return all.filter(isDay).length;
    };
    const two = (number: number): string => String(number).padStart(2, '0');
    expect([2023, 2024, 2025, 2026, 1900, 2000].map(days)).toEqual([365, 366, 365, 365, 365, 366]);
  });
});

test.each([null, undefined, 20260123, new Date('2026-01-23'), '', []])('a day is never made from %j', (value) => {
  expect(day.safeParse(value).success).toBe(false);
});

describe('partialDate', () => {
  test.each([
    ['2026-01-23', '2026-01-23'],
    ['2026-01', '2026-01'],
    ['2026', '2026'],
    // YAML reads a bare year as a number.
    [2011, '2011'],
  ])('%j is %s', (written, read) => {
    expect(partialDate.parse(written)).toBe(read);
  });

  test.each(['2026-13', '2026-00', '2026-02-30', '26', 'Q3 2026', '', 2011.5, 20260123, null, true])(
    '%j is not a date',
    (written) => {
      expect(partialDate.safeParse(written).success).toBe(false);
    },
  );
});

describe('moment', () => {
  test.each(['2026-01-23T09:00:00Z', '2026-01-23T09:00:00+01:00', '2024-02-29T23:59:59-08:00'])('%s', (text) => {
    expect(moment.safeParse(text).success).toBe(true);
  });

  test.each([
    '2026-01-23',
    '2026-01-23T09:00:00',
    '2026-01-23 09:00:00Z',
    '2026-02-29T09:00:00Z',
    '2026-01-23T25:00:00Z',
    'tomorrow',
  ])('not %s', (text) => {
    expect(moment.safeParse(text).success).toBe(false);
  });
});

describe('dayOrMoment', () => {
  test.each([
    ['2026-11-27', '2026-11-27'],
    ['2026-11-27T17:05+01:00', '2026-11-27T16:05:00Z'],
    ['2026-11-27T17:05:30+01:00', '2026-11-27T16:05:30Z'],
    ['2026-11-27T17:05:30.75Z', '2026-11-27T17:05:30Z'],
    ['2026-11-27T00:30+01:00', '2026-11-26T23:30:00Z'],
    ['2026-12-31T19:00-05:00', '2027-01-01T00:00:00Z'],
    ['2026-11-27T17:05-00:00', '2026-11-27T17:05:00Z'],
    ['2026-01-01T00:00+14:00', '2025-12-31T10:00:00Z'],
  ])('%s is %s', (written, read) => {
    expect(dayOrMoment.parse(written)).toBe(read);
  });

  test.each([
    ['2026-02-30', 'is not a day that exists'],
    ['2026-02-30T10:00Z', 'is on a day that does not exist'],
    ['2026-11-27T17:05', 'has no time zone'],
    ['2026-11-27T24:61Z', 'has an hour or a minute that does not exist'],
    ['2026-11-27T24:00Z', 'has an hour or a minute that does not exist'],
    ['2026-11-27T17Z', 'has an hour or a minute that does not exist'],
    ['2026-11-27T17:05:60Z', 'has an hour or a minute that does not exist'],
    ['2026-11-27T17:05+25:00', 'has a time zone that does not exist'],
    ['2026-11-27T17:05+14:30', 'has a time zone that does not exist'],
    ['2026-11-27T17:05+01:60', 'has a time zone that does not exist'],
    ['2026-11-27T17:05 CET', 'has an hour or a minute that does not exist'],
    ['2026-11-27T17:05Z\n', 'has a time zone that does not exist'],
    ['9999-12-31T23:59-05:00', 'has a time zone that does not exist'],
    ['2026-11-27 17:05Z', 'is not a day that exists'],
    ['tomorrow', 'is not a day that exists'],
    ['', 'is not a day that exists'],
  ])('%j %s', (written, fault) => {
    expect(dayOrMoment.safeParse(written).error?.issues.map(({ message }) => message)).toEqual([fault]);
  });

  test.each([null, undefined, 20261127, new Date('2026-11-27'), []])('is never made from %j', (value) => {
    expect(dayOrMoment.safeParse(value).success).toBe(false);
  });
});
