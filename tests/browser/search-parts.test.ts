import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSearch } from '../../scripts/stages.ts';
import { Store } from '../../scripts/store.ts';
import { typeOf } from '../../src/integrations/host-files/media-types.ts';
import { others, putRecords, stories } from '../scripts/search-records.ts';
import { Site } from './browser.ts';

const site = new Site();
const folder = mkdtempSync(join(tmpdir(), 'megaton-search-'));
let store: Store;
beforeAll(async () => {
  store = Store.open(join(folder, 'store'), '');
  putRecords(store, stories, others);
  await addSearch(store, 1);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The search page over three indexes, with the paths of all files of the search that it asked for. */
async function search(query: string, lost?: RegExp): Promise<{ page: Page; asked: string[] }> {
  const { page } = await site.open('/about/', { serviceWorkers: 'block' });
  const asked: string[] = [];
  await page.context().route('**/pagefind/**', (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    if (lost?.test(pathname) === true || !store.has(pathname)) return route.fulfill({ status: 404, body: 'gone' });
    return route.fulfill({ contentType: typeOf(pathname), body: store.read(pathname) });
  });
  await page.goto(`${site.origin}/search/${query}`);
  return { page, asked };
}

async function found(page: Page): Promise<(string | null)[]> {
  await page.locator('.search .status').filter({ hasText: /\d+ results?/u }).waitFor();
  return page.locator('.search .results a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
}

const newestFirst = ['/board-new/', '/story-5/', '/story-4/', '/story-3/', '/model-between/', '/story-2/', '/story-1/', '/story-0/', '/model-old/'];

describe('a search of several indexes', () => {
  it('finds a word in all of them', async () => {
    const { page } = await search('?q=lantern');
    expect((await found(page)).sort()).toEqual([...newestFirst].sort());
    await page.context().close();
  });

  it('puts the newest first, whatever index they come from', async () => {
    const { page } = await search('?q=lantern&sort=date');
    expect(await found(page)).toEqual(newestFirst);
    await page.context().close();
  });

  it('narrows to a filter and counts over all of them, without the words of all texts', async () => {
    const { page, asked } = await search('?kind=Article');
    expect(await found(page)).toEqual(newestFirst.filter((path) => path.startsWith('/story-')));
    const kinds = await page.getByRole('group', { name: 'Kind' }).getByRole('button').allInnerTexts();
    expect(kinds).toContain('Article (6)');
    expect(asked.filter((path) => path.endsWith('.pf_index'))).toEqual([]);
    await page.context().close();
  });

  it('loads the engine once', async () => {
    const { page, asked } = await search('?q=lantern');
    await found(page);
    expect(asked.filter((path) => path.includes('wasm'))).toHaveLength(1);
    expect(asked.filter((path) => path.endsWith('.js')).sort()).toEqual(['/pagefind/pagefind-worker.js', '/pagefind/pagefind.js']);
    await page.context().close();
  });

  it.each([/\/older\/1\/pagefind-entry\.json$/u, /\/older\/1\/.*\.pf_meta$/u, /\/older\/2\/.*\.pf_index$/u])('tells its reader when %s cannot be had', async (lost) => {
    const { page, asked } = await search('?q=lantern', lost);
    await page.locator('.search .status').filter({ hasText: /cannot be (?:reached|loaded) just now|has not answered yet/u }).waitFor({ timeout: 2000 });
    expect(asked.some((path) => lost.test(path))).toBe(true);
    await page.context().close();
  });
});
