import { expect, test } from 'vitest';
import { checkContent } from '#loading/check-content';
import { makeProject, now, paths, swap, type Changes } from './fixture.ts';

const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');

const scored = (entries: string): Changes => ({
  [paths.scored]: `kind: scored\nsource: {title: T, publisher: P, accessed: 2026-01-11}\nentries:\n${entries}\n`,
});

// Each of these took from ten seconds to ten minutes when work grew with the square of the input.
const cases: [name: string, changes: Changes, count: number][] = [
  [
    'rows with unknown models',
    scored(rows(5000, (i) => `  - {listed: m${i}, name: M ${i}, model: no-${i}, score: 1}`)),
    5000,
  ],
  ['unknown fields', { 'models/gamma.yaml': `name: G\n${rows(50_000, (i) => `field${i}: 1`)}\n` }, 50_000],
  [
    'fields that appear twice',
    { 'models/gamma.yaml': `name: G\n${rows(50_000, (i) => `field${i % 25_000}: 1`)}\n` },
    25_000,
  ],
  ['lists in lists', { 'models/gamma.yaml': `name: ${'['.repeat(1_000_000)}\n` }, 1],
  [
    'aliases in aliases',
    { 'models/gamma.yaml': `a0: &a0 [x, x]\n${rows(200, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}\n` },
    1,
  ],
  [
    'aliases of many parts',
    { 'models/gamma.yaml': `a0: &a0 x\n${rows(30_000, (i) => `a${i + 1}: &a${i + 1} [*a${i}]`)}\n` },
    1,
  ],
  [
    'unknown models of a story',
    { [paths.article]: swap('[alpha-1]', `[${rows(50_000, (i) => `m-${i},`).replaceAll('\n', ' ')}]`) },
    50_000,
  ],
  [
    'unknown pages of the menu',
    {
      [paths.site]: swap(
        '    - {label: News, path: /news/}',
        rows(10_000, (i) => `    - {label: News, path: /n-${i}/}`),
      ),
    },
    10_000,
  ],
  [
    'wrong ranks',
    {
      [paths.editorial]: `kind: editorial\nsource: {title: T, publisher: P, accessed: 2026-01-11}\nentries:\n${rows(10_000, (i) => `  - {model: no-${i}, rank: ${10_000 - i}}`)}\n`,
    },
    10_001,
  ],
];

test.each(cases)('are checked in one go: %s', { timeout: 30_000 }, (_, changes, count) => {
  expect(checkContent(makeProject(changes), now).problems).toHaveLength(count);
});
