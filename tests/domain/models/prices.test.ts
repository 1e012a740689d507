import { describe, expect, test } from 'vitest';
import {
  currentPrices,
  dollars,
  lowestPrice,
  lowestPriceWithSound,
  priceChanges,
  priceLabel,
  priceSeries,
  type Price,
} from '#domain/models/prices';

const price = (date: string, usdPerSecond: number, changes: Partial<Price> = {}): Price => ({
  date,
  tier: 'pro',
  usdPerSecond,
  ...changes,
});

test.each([
  [{ tier: 'pro', size: '720p', sound: true }, 'pro 720p, with sound'],
  [{ size: '1080p', sound: false }, '1080p, silent'],
  [{ tier: 'fast' }, 'fast'],
])('%o is named %s', (written, label) => {
  expect(priceLabel({ date: '2026', usdPerSecond: 1, ...written })).toBe(label);
});

test('a price is shown in dollars with two digits or as many as were published', () => {
  expect([0.1, 0.0467, 0.527, 2].map(dollars)).toEqual(['$0.10', '$0.0467', '$0.527', '$2.00']);
});

describe('the prices of a variant at a seller', () => {
  const prices = [
    price('2026-10-08', 0.12, { seller: 'Maker' }),
    price('2026-01', 0.25, { seller: 'Maker' }),
    price('2026-08-21', 0.14, { seller: 'Shop' }),
    price('2026-08-21', 0.07, { seller: 'Shop', sound: false }),
  ];

  test('are a series from the oldest to the newest, whatever the order in the file', () => {
    expect(
      priceSeries(prices).map(({ label, seller, points }) => [label, seller, points.map(({ date }) => date)]),
    ).toEqual([
      ['pro', 'Maker', ['2026-01', '2026-10-08']],
      ['pro', 'Shop', ['2026-08-21']],
      ['pro, silent', 'Shop', ['2026-08-21']],
    ]);
  });

  test('count with the newest one only', () => {
    expect(currentPrices(prices).map(({ usdPerSecond }) => usdPerSecond)).toEqual([0.12, 0.14, 0.07]);
    expect(lowestPrice(prices)).toBe(0.07);
    // An old price that was lower is no offer.
    expect(lowestPrice([price('2025', 0.01), price('2026', 0.3)])).toBe(0.3);
    expect(lowestPrice([])).toBeUndefined();
  });

  test('change where one differs from the one before', () => {
    expect(
      priceChanges(prices).map(({ label, before, after }) => [label, before.usdPerSecond, after.usdPerSecond]),
    ).toEqual([['pro', 0.25, 0.12]]);
    expect(priceChanges([price('2025', 0.1), price('2026', 0.1)])).toEqual([]);
  });
});

test.each([
  ['the lowest that is not silent', [0.05, 0.2, 0.1], [false, true, true], 0.1],
  ['the lowest of lists that do not mention it', [0.2, 0.1], [true, undefined], 0.1],
  ['nothing known where all are silent', [0.05], [false], undefined],
])('a second with sound costs %s', (_what, prices, sounds, lowest) => {
  expect(
    lowestPriceWithSound(
      prices.map((usdPerSecond, index) => ({
        date: '2026-01-01',
        tier: `t${index}`,
        sound: sounds[index],
        usdPerSecond,
      })),
    ),
  ).toBe(lowest);
});
