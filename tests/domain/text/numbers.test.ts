import { describe, expect, test } from 'vitest';
import {
  capitalised,
  counted,
  inWords,
  listed,
  percentText,
  shortPercent,
  uncapitalised,
  withCommas,
} from '#domain/text/numbers';

describe('withCommas', () => {
  test.each([
    [0, 0, '0'],
    [999, 0, '999'],
    [1000, 0, '1,000'],
    [26576, 0, '26,576'],
    [1234567, 0, '1,234,567'],
    [1516.2119, 0, '1,516'],
    [1516.5, 0, '1,517'],
    [83.2741, 2, '83.27'],
    [1234.5, 1, '1,234.5'],
    [0.07, 2, '0.07'],
    [-12345, 0, '−12,345'],
    // A sign before nothing would be nonsense.
    [-0.4, 0, '0'],
    [-0.04, 1, '0.0'],
  ])('%d with %i decimals is %s', (value, decimals, text) => {
    expect(withCommas(value, decimals)).toBe(text);
  });
});

test.each([
  [0, 'no'],
  [1, 'one'],
  [12, 'twelve'],
  [13, '13'],
  [1200, '1,200'],
])('inWords: %i is %s', (count, text) => {
  expect(inWords(count)).toBe(text);
});

test.each([
  [0, 'no models'],
  [1, 'one model'],
  [2, 'two models'],
  [48, '48 models'],
])('counted: %i model is %s', (count, text) => {
  expect(counted(count, 'model')).toBe(text);
});

test('counted takes a plural of its own', () => {
  expect([1, 3].map((count) => counted(count, 'story', 'stories'))).toEqual(['one story', 'three stories']);
});

test.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C'], 'A, B and C'],
])('listed: %j is %s', (items: string[], text: string) => {
  expect(listed(items)).toBe(text);
});

test('capitalised changes the first letter only', () => {
  expect(['four models', 'Veo 3 is first', ''].map(capitalised)).toEqual(['Four models', 'Veo 3 is first', '']);
});

test.each([
  ['Open weights', 'open weights'],
  ['Under $0.10 USD a second', 'under $0.10 USD a second'],
  ['', ''],
])('%j within a sentence is %j', (label, text) => {
  expect(uncapitalised(label)).toBe(text);
});

// The style guide writes figures with the sign and without a space: 40%.
test.each([
  [0.64, '64%', '64%'],
  [0.99, '99%', '99%'],
  [0.991, 'over 99%', '> 99%'],
  [0.01, '1%', '1%'],
  [0.0099, 'under 1%', '< 1%'],
])('a chance of %d is %s, and %s in a narrow column', (chance, text, short) => {
  expect([percentText(chance), shortPercent(chance)]).toEqual([text, short]);
});
