import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileCache } from '#feeds/card-cache';
import { describe, expect, onTestFinished, test } from 'vitest';

/** A cache in a folder of its own that counts what is made. */
function counting(folder = mkdtempSync(join(tmpdir(), 'megaton-cache-'))) {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const made: string[] = [];
  const cache = new FileCache(folder, '.png');
  const get = async (key: string): Promise<string> => String(await cache.get(key, async () => Buffer.from(`file of ${made.push(key) && key}`)));
  return { folder, made, get };
}

const days = (count: number): number => count * 86_400;

/** Sets when a file was asked for last, in days before it was written. */
function age(file: string, count: number): void {
  const written = statSync(file).mtimeMs / 1000;
  utimesSync(file, written, written - days(count));
}

describe('a file of the cache', () => {
  test('is made once, also by those who come later', async () => {
    const { folder, made, get } = counting();
    expect([await get('a'), await get('a'), await get('b')]).toEqual(['file of a', 'file of a', 'file of b']);
    expect(made).toEqual(['a', 'b']);
    const later = counting(folder);
    expect(await later.get('a')).toBe('file of a');
    expect(later.made).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['a.png', 'b.png']);
  });

  test.each([
    ['is empty', () => Buffer.alloc(0)],
    ['breaks off', (all: Buffer) => all.subarray(0, all.length - 1)],
    ['is longer', (all: Buffer) => Buffer.concat([all, Buffer.from('x')])],
    ['has another byte', (all: Buffer) => Buffer.from(all.map((byte, at) => (at === all.length - 3 ? byte ^ 1 : byte)))],
    ['is another file', () => Buffer.from('\u0089PNG\r\n\u001a\n and so on, for more bytes than a digest has')],
  ])('that %s is made again', async (_, spoil) => {
    const { folder, made, get } = counting();
    await get('a');
    const file = join(folder, 'a.png');
    const good = readFileSync(file);
    writeFileSync(file, spoil(good));
    expect(await get('a')).toBe('file of a');
    expect(made).toEqual(['a', 'a']);
    expect(readFileSync(file).equals(good)).toBe(true);
  });

  test('goes when nobody has asked for it in 30 days', async () => {
    const { folder, get } = counting();
    await get('old');
    await get('used');
    age(join(folder, 'old.png'), 31);
    age(join(folder, 'used.png'), 29);
    await counting(folder).get('used');
    expect(readdirSync(folder)).toEqual(['used.png']);
    age(join(folder, 'used.png'), 2);
    await counting(folder).get('other');
    expect(readdirSync(folder).sort()).toEqual(['other.png', 'used.png']);
  });

  test('of a process that was stopped while it wrote is never read', async () => {
    const { folder, made, get } = counting();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.png.123'), 'half');
    expect(await get('a')).toBe('file of a');
    expect(made).toEqual(['a']);
  });
});
