import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FolderWatch } from '../../scripts/folder-watch.ts';

test('files that appear, change or go are told of, also in new folders; what was there is not', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'megaton-watch-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'old'));
  writeFileSync(join(folder, 'old', 'a.md'), 'one');
  const told = new Set<string>();
  const watched = new FolderWatch(folder, (event, path) => told.add(`${event} ${path.slice(folder.length)}`));
  onTestFinished(() => watched.close());
  writeFileSync(join(folder, 'old', 'a.md'), 'two');
  await expect.poll(() => [...told]).toEqual(['change /old/a.md']);
  mkdirSync(join(folder, 'new', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'new', 'deep', 'b.md'), 'one');
  await expect.poll(() => told.has('add /new/deep/b.md')).toBe(true);
  writeFileSync(join(folder, 'new', 'deep', 'b.md'), 'two');
  await expect.poll(() => told.has('change /new/deep/b.md')).toBe(true);
  rmSync(join(folder, 'new'), { recursive: true });
  await expect.poll(() => told.has('unlink /new/deep/b.md')).toBe(true);
  watched.close();
  told.clear();
  writeFileSync(join(folder, 'old', 'a.md'), 'three');
  await new Promise((end) => setTimeout(end, 100));
  expect([...told]).toEqual([]);
});
