import { expect, test } from 'vitest';
import { buildTime } from '#loading/build-time';

test('SOURCE_DATE_EPOCH is the moment of the build', () => {
  expect(buildTime({ SOURCE_DATE_EPOCH: '1769126400' })).toEqual(new Date('2026-01-23T00:00:00Z'));
  expect(buildTime({ SOURCE_DATE_EPOCH: '0' })).toEqual(new Date('1970-01-01T00:00:00Z'));
});

test.each([{}, { SOURCE_DATE_EPOCH: '' }])('without it the moment is a real one: %j', (environment) => {
  expect(buildTime(environment).getTime()).toBeGreaterThan(Date.UTC(2020));
});

test.each(['2026-01-23', '-1', '1.5', 'now', '1e9', ' 1769126400', '9'.repeat(12)])('`%s` is refused', (seconds) => {
  expect(() => buildTime({ SOURCE_DATE_EPOCH: seconds })).toThrow(
    `SOURCE_DATE_EPOCH is \`${seconds}\`: write whole seconds since 1970, for example 1769126400.`,
  );
});
