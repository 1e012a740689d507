import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeBundles } from '../../src/integrations/search/search.ts';
import { searchRecord } from '../fixtures/search-records.ts';

/** A project whose pages wrote these records, by name of the part. */
function makeSite(): { root: string; site: string; write: (parts: Record<string, readonly object[]>) => void } {
  const root = mkdtempSync(join(tmpdir(), 'megaton-bundles-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const site = join(root, 'dist');
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: { pagefind: '1' } }));
  return {
    root,
    site,
    write: (parts) => {
      mkdirSync(join(site, 'search-records'), { recursive: true });
      for (const [name, records] of Object.entries(parts))
        writeFileSync(join(site, 'search-records', `${name}.json`), JSON.stringify(records));
    },
  };
}

const countIn = (site: string, year: string): unknown =>
  (
    JSON.parse(readFileSync(join(site, 'pagefind', year, 'pagefind-entry.json'), 'utf8')) as {
      languages: { en: { page_count: number } };
    }
  ).languages.en.page_count;

test('each year has a bundle; only the year that changed is indexed again; a year that is gone goes', async () => {
  const { root, site, write } = makeSite();
  const [old, newer] = [searchRecord('old', 'Article', '2024-02-03'), searchRecord('newer', 'Article', '2025-04-05')];
  write({ '2024-1': [], '2024-2': [old], '2025-1': [searchRecord('model', 'Model', '2025-01-01')], '2025-2': [newer] });
  expect(await writeBundles(root, site)).toEqual({ made: ['2024', '2025'], kept: [] });
  expect([countIn(site, '2024'), countIn(site, '2025')]).toEqual([1, 2]);
  expect(existsSync(join(site, 'search-records'))).toBe(false);
  // Neither an interface that is not ours nor a worker is served.
  expect(readdirSync(join(site, 'pagefind/2025')).filter((name) => /\.(?:js|css)$/u.test(name))).toEqual([
    'pagefind.js',
  ]);

  const before = statSync(join(site, 'pagefind/2024/pagefind-entry.json')).mtimeMs;
  write({ '2024-1': [], '2024-2': [old], '2025-1': [], '2025-2': [{ ...newer, content: 'Other words.' }] });
  expect(await writeBundles(root, site)).toEqual({ made: ['2025'], kept: ['2024'] });
  expect(statSync(join(site, 'pagefind/2024/pagefind-entry.json')).mtimeMs).toBe(before);

  // A bundle that is not whole has no entry.
  rmSync(join(site, 'pagefind/2024/pagefind-entry.json'));
  write({ '2024-1': [], '2024-2': [old] });
  expect(await writeBundles(root, site)).toEqual({ made: ['2024'], kept: [] });
  expect(readdirSync(join(site, 'pagefind'))).toEqual(['2024']);
});
