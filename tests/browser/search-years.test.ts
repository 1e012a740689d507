import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { typeOf } from '../../src/integrations/host-files/media-types.ts';
import { makeBundle } from '../../src/integrations/search/bundle.ts';
import { searchRecord } from '../fixtures/search-records.ts';
import { Site } from './browser.ts';

const site = new Site();

/** What each year holds; models and boards are in the year of their date, or the next earlier one. */
const years = {
  2025: [searchRecord('story-4', 'Article', '2025-07-19'), searchRecord('board-new', 'Leaderboard', '2026-01-01')],
  2022: [
    searchRecord('story-3', 'Article', '2022-05-30'),
    searchRecord('model-between', 'Model', '2022-05-01'),
    searchRecord('story-2', 'Article', '2022-04-04'),
  ],
  2021: [
    searchRecord('story-1', 'Article', '2021-09-12'),
    searchRecord('story-0', 'Article', '2021-03-01'),
    searchRecord('model-old', 'Model', '0000'),
  ],
};
const newestFirst = [
  '/board-new/',
  '/story-4/',
  '/story-3/',
  '/model-between/',
  '/story-2/',
  '/story-1/',
  '/story-0/',
  '/model-old/',
];

const files = new Map<string, Uint8Array>();
beforeAll(async () => {
  for (const [year, records] of Object.entries(years))
    for (const { path, content } of await makeBundle(records)) files.set(`/pagefind/${year}/${path}`, content);
});

/** The search page over three years, with the paths of all files of the search that it requested. */
async function search(query: string, lost?: RegExp): Promise<{ page: Page; requested: string[] }> {
  const { page } = await site.open('/about/', { serviceWorkers: 'block' });
  const requested: string[] = [];
  await page
    .context()
    .addInitScript(
      `addEventListener('DOMContentLoaded', () => (document.documentElement.dataset.searchYears = '2025 2022 2021'))`,
    );
  await page.context().route('**/pagefind/**', (route) => {
    const { pathname } = new URL(route.request().url());
    requested.push(pathname);
    const content = files.get(pathname);
    if (lost?.test(pathname) === true || !content) return route.fulfill({ status: 404, body: 'gone' });
    return route.fulfill({ contentType: typeOf(pathname) ?? '', body: Buffer.from(content) });
  });
  await page.goto(`${site.origin}/search/${query}`);
  return { page, requested };
}

async function found(page: Page): Promise<(string | null)[]> {
  await page
    .locator('.search .status')
    .filter({ hasText: /\d+ results?/u })
    .waitFor();
  return page.locator('.search .results a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
}

describe('a search of several years', () => {
  it('finds a word in all of them', async () => {
    const { page } = await search('?q=lantern');
    expect((await found(page)).sort()).toEqual([...newestFirst].sort());
    await page.context().close();
  });

  it('puts the newest first, whatever year they come from', async () => {
    const { page } = await search('?q=lantern&sort=date');
    expect(await found(page)).toEqual(newestFirst);
    await page.context().close();
  });

  it('narrows to a filter and counts over all of them', async () => {
    const { page } = await search('?kind=Article');
    expect(await found(page)).toEqual(newestFirst.filter((path) => path.startsWith('/story-')));
    expect(await page.getByRole('group', { name: 'Kind' }).getByRole('button').allInnerTexts()).toContain(
      'Article (5)',
    );
    await page.context().close();
  });

  it('loads the engine once, of the newest year', async () => {
    const { page, requested } = await search('?q=lantern');
    await found(page);
    expect(requested.filter((path) => /wasm|\.js$/u.test(path)).sort()).toEqual([
      '/pagefind/2025/pagefind.js',
      '/pagefind/2025/wasm.en.pagefind',
    ]);
    await page.context().close();
  });

  it.each([/2022\/pagefind-entry\.json$/u, /2022\/.*\.pf_meta$/u, /2021\/.*\.pf_index$/u])(
    'reports to the reader that %s is lost, instead of finding less',
    async (lost) => {
      const { page, requested } = await search('?q=lantern', lost);
      await page
        .locator('.search .status')
        .filter({ hasText: /cannot be (?:reached|loaded) just now|has not answered yet/u })
        .waitFor();
      expect(requested.some((path) => lost.test(path))).toBe(true);
      await page.context().close();
    },
  );
});
