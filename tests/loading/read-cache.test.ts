import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { codeVersion, ReadCache } from '#loading/read-cache';

interface Value {
  day: Date;
}
const value: Value = { day: new Date('2026-01-10T00:00:00Z') };

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-read-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A cache of one run that read one file. */
function filled(): string {
  const file = join(makeFolder(), 'kept', 'content');
  const cache = new ReadCache<Value>(file, 'code 1');
  cache.set('a.md', 'digest 1', value);
  cache.save();
  return file;
}

test('what was read is there in the next run for the same bytes, dates too', () => {
  const cache = new ReadCache<Value>(filled(), 'code 1');
  expect(cache.get('a.md', 'digest 1')).toEqual(value);
  expect(cache.get('a.md', 'digest 2')).toBeUndefined();
  expect(cache.get('b.md', 'digest 1')).toBeUndefined();
});

test.each<[string, (file: string) => void, string]>([
  ['of another version of the code', () => undefined, 'code 2'],
  ['cut off', (file) => truncateSync(file, readFileSync(file).length - 3), 'code 1'],
  ['changed by a byte', (file) => {
    const bytes = readFileSync(file);
    bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }, 'code 1'],
  ['nonsense', (file) => writeFileSync(file, 'code 1\n'), 'code 1'],
  ['gone', (file) => rmSync(file), 'code 1'],
])('a cache that is %s is an empty one', (_name, harm, version) => {
  const file = filled();
  harm(file);
  expect(new ReadCache<Value>(file, version).get('a.md', 'digest 1')).toBeUndefined();
});

test('what a run does not ask for is forgotten', () => {
  const file = filled();
  const cache = new ReadCache<Value>(file, 'code 1');
  cache.set('b.md', 'digest', value);
  cache.save();
  expect(new ReadCache<Value>(file, 'code 1').get('a.md', 'digest 1')).toBeUndefined();
});

test('a place that takes no cache is no fault', () => {
  const file = join(makeFolder(), 'taken');
  mkdirSync(file);
  const cache = new ReadCache<Value>(file, 'code 1');
  cache.set('a.md', 'digest 1', value);
  cache.save();
  expect(cache.get('a.md', 'digest 1')).toEqual(value);
});

test('the version of the code changes with any file that decides what is read, and with the packages', () => {
  const root = makeFolder();
  for (const room of ['loading', 'schemas', 'domain']) {
    mkdirSync(join(root, 'src', room), { recursive: true });
    writeFileSync(join(root, 'src', room, 'a.ts'), 'one');
  }
  const manifest = (zod: string): void => writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: { zod, yaml: '1' } }));
  manifest('1');
  const versions = [codeVersion(join(root, 'src'))];
  for (const room of ['loading', 'schemas', 'domain']) {
    writeFileSync(join(root, 'src', room, 'a.ts'), 'two');
    versions.push(codeVersion(join(root, 'src')));
  }
  manifest('2');
  versions.push(codeVersion(join(root, 'src')));
  expect(new Set(versions).size).toBe(5);
});
