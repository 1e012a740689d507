import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Site } from './browser.ts';

const site = new Site();

/** Parts of the search by the names of their files. */
const parts: Record<string, RegExp> = {
  'the script of the page': /\/_astro\/search-panel\.[^/]+\.js$/u,
  'the script of the engine': /\/pagefind\/\d{4}\/pagefind\.js$/u,
  'the entry': /\/pagefind\/\d{4}\/pagefind-entry\.json/u,
  'the list of pages': /\.pf_meta$/u,
  'the WebAssembly': /\/pagefind\/\d{4}\/wasm\.[^/]+$/u,
  'a part of the index': /\.pf_index$/u,
  'a filter': /\.pf_filter$/u,
  'a result': /\.pf_fragment$/u,
};

/** Ways in which a file cannot be had. */
const ways: Record<string, (route: Route) => Promise<void> | undefined> = {
  'the network is gone': (route) => route.abort('internetdisconnected'),
  'the file is gone': (route) =>
    route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><title>404</title>' }),
  'another page is in its place': (route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/html',
      body: '<!doctype html><title>Sign in to the wireless network</title>',
    }),
  'no answer comes': () => undefined,
};

const cases = Object.keys(parts).flatMap((part) => Object.keys(ways).map((way) => ({ part, way })));

/** What the page says; each time with a link to the archive. */
const words = /cannot be reached just now|cannot be loaded just now|has not answered yet/u;

async function message(page: Page): Promise<string> {
  const status = page.locator('[data-search] [role="status"]').filter({ hasText: words });
  await status.waitFor();
  return status.innerText();
}

describe('the search page says', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await site.open('/about/', { serviceWorkers: 'block' }));
  });
  afterEach(() => page.context().unrouteAll({ behavior: 'ignoreErrors' }));
  afterAll(() => page.context().close());

  it.each(cases)('that $part cannot be had: $way', async ({ part, way }) => {
    let met = 0;
    await page.context().route(parts[part]!, (route) => {
      met += 1;
      return ways[way]?.(route);
    });
    await page.goto(`${site.origin}/search/?q=kling&kind=Model`, { waitUntil: 'commit' });
    const text = await message(page);
    expect(text).toMatch(/archive/iu);
    expect(
      await page
        .locator('[data-search]')
        .getByRole('link', { name: /the archive/iu })
        .getAttribute('href'),
    ).toBe('/archive/');
    expect(await page.locator('.search .results li').count()).toBe(0);
    expect(met).toBeGreaterThan(0);
  });

  it('and the search works again when the part does', async () => {
    await page.context().route(parts['a part of the index']!, (route) => route.abort());
    await page.goto(`${site.origin}/search/?q=kling`, { waitUntil: 'commit' });
    await message(page);
    await page.context().unrouteAll();
    await page.getByRole('searchbox').fill('veo');
    await page.locator('.search .status').filter({ hasText: 'results for “veo”' }).waitFor();
    expect(await page.locator('.search .excerpt mark').count()).toBeGreaterThan(0);
  });
});

describe('a reader elsewhere is led to the search page', () => {
  it.each(['the network is gone', 'no answer comes'])(
    'when the script of the dialog cannot be had: %s',
    async (way) => {
      const { page } = await site.open('/about/');
      await page.context().route(/\/_astro\/search-dialog\.[^/]+\.js$/u, (route) => ways[way]?.(route));
      await page.keyboard.press('/');
      await page.waitForURL('**/search/');
      await page.context().close();
    },
  );
});
