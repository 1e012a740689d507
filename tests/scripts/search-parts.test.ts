import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CustomRecord } from 'pagefind';
import { divide } from '../../scripts/search-parts.ts';
import { addSearch, sitePaths, type AddedSearch } from '../../scripts/stages.ts';
import { Store } from '../../scripts/store.ts';
import { others, putRecords, record, stories } from './search-records.ts';

const files: Record<string, CustomRecord[]> = { 1: stories.slice(0, 2), 2: stories.slice(2, 4), 3: stories.slice(4), 4: others };
const read = (file: string): CustomRecord[] => files[file] ?? [];

describe('what can be found is divided by date', () => {
  const names = (size: number): string[][] => divide(['1', '2', '3', '4'], read, size).map((part) => [...part.files.flatMap(read), ...part.others].map(({ url }) => url));

  test('among as many indexes as it takes, other pages where their day falls', () => {
    expect(names(1)).toEqual([
      ['/story-0/', '/story-1/', '/model-old/'],
      ['/story-2/', '/story-3/', '/model-between/'],
      ['/story-4/', '/story-5/', '/board-new/'],
    ]);
    expect(names(2)).toEqual([
      ['/story-0/', '/story-1/', '/story-2/', '/story-3/', '/model-old/', '/model-between/'],
      ['/story-4/', '/story-5/', '/board-new/'],
    ]);
  });

  test('of which there is one while there is little', () => {
    expect(names(3)).toHaveLength(1);
    expect(divide(['1', '2', '3', '4'], read)).toHaveLength(1);
    expect(divide(['4'], read)).toEqual([{ files: [], others }]);
  });
});

describe('the search of a site', () => {
  const urlsIn = (store: Store, folder: string): string[] =>
    [...store.paths().keys()]
      .filter((path) => path.startsWith(`${folder}fragment/`))
      .map((path) => (JSON.parse(new TextDecoder().decode(gunzipSync(store.read(path))).slice('pagefind_dcd'.length)) as { url: string }).url)
      .sort();

  async function build(folder: string, ofStories: readonly CustomRecord[], ofOthers: readonly CustomRecord[] = others): Promise<{ store: Store; added: AddedSearch }> {
    const store = Store.open(join(folder, 'store'), '');
    putRecords(store, ofStories, ofOthers);
    const added = await addSearch(store, 1);
    store.sweep();
    store.save();
    return { store, added };
  }

  function makeFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'megaton-search-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }

  test('has each page in one index, and tells readers of the older ones, newest first', async () => {
    const { store, added } = await build(makeFolder(), stories);
    expect(added).toEqual({ entries: 9, indexes: 3, kept: 0 });
    expect(urlsIn(store, '/pagefind/')).toEqual(['/board-new/', '/story-4/', '/story-5/']);
    expect(urlsIn(store, '/pagefind/older/1/')).toEqual(['/model-old/', '/story-0/', '/story-1/']);
    expect(urlsIn(store, '/pagefind/older/2/')).toEqual(['/model-between/', '/story-2/', '/story-3/']);
    expect(store.read('/pagefind/pagefind.js').toString()).toMatch(/export const older=\["\/pagefind\/older\/2\/","\/pagefind\/older\/1\/"\];$/u);
    // Scripts and WebAssembly are there once.
    expect([...store.paths().keys()].filter((path) => path.startsWith('/pagefind/older/') && !/\/(?:fragment|index|filter)\/|\.pf_meta$|\/pagefind-entry\.json$/u.test(path))).toEqual([]);
  });

  const lamp = (name: string, kind: string, date: string): CustomRecord => record(name, kind, date, 'a new lamp');

  test.each<[what: string, ofStories: CustomRecord[], ofOthers: CustomRecord[], kept: number]>([
    ['an old text', stories.with(0, lamp('story-0', 'Article', '2021-03-01')), others, 2],
    ['the newest text', stories.with(5, lamp('story-5', 'Article', '2025-07-19')), others, 2],
    ['nothing', stories, others, 3],
    ['an old model', stories, others.with(0, lamp('model-old', 'Model', '0000')), 2],
    ['a new board', stories, others.with(2, lamp('board-new', 'Leaderboard', '2026-01-01')), 2],
    ['one more story, which begins an index', [...stories, record('story-6', 'Article', '2026-02-02')], others, 2],
    ['the two oldest stories gone', stories.slice(2), others, 0],
    ['all stories after the first two gone', stories.slice(0, 2), others, 0],
    ['all stories gone', [], others, 0],
  ])('keeps the indexes that it can, and is as if made from nothing: %s', async (_, ofStories, ofOthers, kept) => {
    const folder = makeFolder();
    await build(folder, stories);
    const after = await build(folder, ofStories, ofOthers);
    expect(after.added.kept).toBe(kept);
    const cold = await build(makeFolder(), ofStories, ofOthers);
    expect(sitePaths(after.store)).toEqual(sitePaths(cold.store));
  });
});
