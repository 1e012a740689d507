import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCache, sealCache } from '../../scripts/build-cache.ts';

/** A cache with two files, sealed. */
async function makeCache(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'megaton-cache-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'cache');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'assets', 'a.webp'), 'picture a');
  writeFileSync(join(folder, 'assets', 'b.webp'), 'picture b');
  await sealCache(folder, 'versions 1');
  return folder;
}

const holds = (folder: string): string[] => ['a', 'b', 'c'].filter((name) => existsSync(join(folder, 'assets', `${name}.webp`)));

test('a cache that is right is used without a word', async () => {
  const folder = await makeCache();
  expect(await openCache(folder, 'versions 1')).toEqual([]);
  expect(holds(folder)).toEqual(['a', 'b']);
});

test('a damaged file of the same length goes, the others stay', async () => {
  const folder = await makeCache();
  writeFileSync(join(folder, 'assets', 'a.webp'), 'picture x');
  expect(await openCache(folder, 'versions 1')).toEqual(['Taken out of the cache: 1 damaged or unfinished file, assets/a.webp among them.']);
  expect(holds(folder)).toEqual(['b']);
});

test('what a killed build left goes', async () => {
  const folder = await makeCache();
  writeFileSync(join(folder, 'assets', 'c.webp'), 'half a pic');
  expect((await openCache(folder, 'versions 1')).join('')).toContain('assets/c.webp');
  expect(holds(folder)).toEqual(['a', 'b']);
});

test.each([
  ['of other versions', (folder: string) => sealCache(folder, 'versions 0'), 'The cache is of other versions of the tools: everything is made anew.'],
  ['without a seal', async (folder: string) => rmSync(`${folder}.seal.json`), 'The cache has no readable seal: everything is made anew.'],
  ['with half a seal', async (folder: string) => writeFileSync(`${folder}.seal.json`, readFileSync(`${folder}.seal.json`, 'utf8').slice(0, 40)), 'The cache has no readable seal: everything is made anew.'],
  ['with a seal of nonsense', async (folder: string) => writeFileSync(`${folder}.seal.json`, '[1, "\u0000"]'), 'The cache has no readable seal: everything is made anew.'],
])('a cache %s is emptied', async (_name, spoil, words) => {
  const folder = await makeCache();
  await spoil(folder);
  expect(await openCache(folder, 'versions 1')).toEqual([words]);
  expect(holds(folder)).toEqual([]);
  await sealCache(folder, 'versions 1');
  expect(await openCache(folder, 'versions 1')).toEqual([]);
});

test('no cache is no news', async () => {
  const folder = join(await makeCache(), '..', 'other');
  expect(await openCache(folder, 'versions 1')).toEqual([]);
  expect(existsSync(folder)).toBe(true);
});
