import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Cache } from '#loading/cache/cache';
import { codeVersion } from '#loading/cache/code-version';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The file of a cache that one run has filled with two values. */
function savedCache(): string {
  const file = join(temporaryFolder(), 'folder', 'cache.json');
  const cache = new Cache<number[]>(file, 'code-1');
  cache.set('a', [1, 2]);
  cache.set('b', [3]);
  cache.save();
  return file;
}

test('a value is there in the next run, and what that run does not use is dropped', () => {
  const file = savedCache();
  const next = new Cache<number[]>(file, 'code-1');
  expect(next.get('a')).toEqual([1, 2]);
  expect(next.get('c')).toBeUndefined();
  next.set('a', [1, 2]);
  next.save();
  expect(new Cache<number[]>(file, 'code-1').get('b')).toBeUndefined();
});

test.each<[string, (file: string) => void, string]>([
  ['of another version of the code', () => undefined, 'code-2'],
  ['cut off', (file) => truncateSync(file, 30), 'code-1'],
  ['changed by hand', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('[1,2]', '[1,3]')), 'code-1'],
  ['no cache at all', (file) => writeFileSync(file, '\u0000\n\n'), 'code-1'],
  ['gone', (file) => rmSync(file), 'code-1'],
])('a cache that is %s is empty', (_name, corrupt, version) => {
  const file = savedCache();
  corrupt(file);
  expect(new Cache<number[]>(file, version).get('a')).toBeUndefined();
});

test('nothing is written when nothing is new', () => {
  const file = savedCache();
  const same = new Cache<number[]>(file, 'code-1');
  for (const key of ['a', 'b']) same.set(key, same.get(key) ?? []);
  rmSync(file);
  same.save();
  expect(new Cache<number[]>(file, 'code-1').get('a')).toBeUndefined();
});

test('a path that cannot be written is no error', () => {
  const file = join(savedCache(), '..', 'taken');
  mkdirSync(file);
  const cache = new Cache<number[]>(file, 'code-1');
  cache.set('a', [1]);
  cache.save();
  expect(cache.get('a')).toEqual([1]);
});

test('the version of the code changes with any file that decides what is read, in subfolders too, and with the packages', () => {
  const root = temporaryFolder();
  const files = ['loading/a.ts', 'schemas/a.ts', 'domain/text/a.ts', 'markdown/a.ts'].map((path) =>
    join(root, 'src', path),
  );
  const manifest = (zod: string): void =>
    writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: { zod, yaml: '1' } }));
  for (const file of files) {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, 'one');
  }
  manifest('1');
  const versions = [codeVersion(undefined, join(root, 'src'))];
  for (const file of files) {
    writeFileSync(file, 'two');
    versions.push(codeVersion(undefined, join(root, 'src')));
  }
  manifest('2');
  versions.push(codeVersion(undefined, join(root, 'src')));
  expect(new Set(versions).size).toBe(6);
});
