import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Memory } from '#loading/cache/cache';

/** A memory of one run that found out two things. */
function remembered(): string {
  const root = mkdtempSync(join(tmpdir(), 'megaton-memory-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file = join(root, 'kept', 'memory.json');
  const memory = new Memory<number[]>(file, 'code-1');
  memory.keep('a', [1, 2]);
  memory.keep('b', [3]);
  memory.save();
  return file;
}

test('what was found out is there in the next run, and what that run does not use is forgotten', () => {
  const file = remembered();
  const next = new Memory<number[]>(file, 'code-1');
  expect(next.recall('a')).toEqual([1, 2]);
  expect(next.recall('c')).toBeUndefined();
  next.keep('a', [1, 2]);
  next.save();
  expect(new Memory<number[]>(file, 'code-1').recall('b')).toBeUndefined();
});

test.each<[string, (file: string) => void, string]>([
  ['of another version of the code', () => undefined, 'code-2'],
  ['cut off', (file) => truncateSync(file, 30), 'code-1'],
  ['changed by hand', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('[1,2]', '[1,3]')), 'code-1'],
  ['no memory at all', (file) => writeFileSync(file, '\u0000\n\n'), 'code-1'],
  ['gone', (file) => rmSync(file), 'code-1'],
])('one that is %s is empty', (_name, harm, owner) => {
  const file = remembered();
  harm(file);
  expect(new Memory<number[]>(file, owner).recall('a')).toBeUndefined();
});

test('nothing is written when nothing is new', () => {
  const file = remembered();
  const same = new Memory<number[]>(file, 'code-1');
  for (const key of ['a', 'b']) same.keep(key, same.recall(key) ?? []);
  rmSync(file);
  same.save();
  expect(new Memory<number[]>(file, 'code-1').recall('a')).toBeUndefined();
});

test('a place that takes nothing is no fault', () => {
  const file = join(remembered(), '..', 'taken');
  mkdirSync(file);
  const memory = new Memory<number[]>(file, 'code-1');
  memory.keep('a', [1]);
  memory.save();
  expect(memory.recall('a')).toEqual([1]);
});
