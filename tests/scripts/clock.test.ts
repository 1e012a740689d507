import { expect, test } from 'vitest';
import { clockFault } from '../../scripts/clock.ts';

const last = '2026-11-23T12:00:00.000Z';

test.each(['2026-11-23T12:00:00Z', '2026-11-23T12:00:01Z', '2027-10-01T00:00:00Z'])('%s may be right', (now) => {
  expect(clockFault(new Date(now), last)).toBeUndefined();
});

test.each([
  ['2026-11-23T11:59:59Z', 'The clock says 2026-11-23T11:59:59.000Z, and the last site was built at 2026-11-23T12:00:00.000Z: the clock went back.'],
  ['1970-01-01T00:00:00Z', 'The clock says 1970-01-01T00:00:00.000Z, and the last site was built at 2026-11-23T12:00:00.000Z: the clock went back.'],
  ['2036-11-23T12:00:00Z', 'The clock says 2036-11-23T12:00:00.000Z, 3653 days after the last build.'],
])('%s cannot be', (now, words) => {
  expect(clockFault(new Date(now), last)).toBe(words);
});

test('nothing is said beside a site of which nothing is known', () => {
  expect(clockFault(new Date('2026-11-23T12:00:00Z'), '1970-01-01T00:00:00.000Z')).toBeUndefined();
});
