import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { serveFolder } from '../site/server.ts';

let browser: Browser;
let folder: string;
let server: Server;
let origin: string;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'megaton-offline-'));
  // `dist` is a link, which would be copied as one.
  cpSync(realpathSync('dist'), folder, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  ({ server, origin } = await serveFolder(folder));
  context = await browser.newContext({ reducedMotion: 'reduce' });
});
afterEach(async () => {
  await context.close();
  server.close();
});

const article = '/news/artists-stealing-isnt-innovation/';

/** Opens a page and waits until the worker has taken the site over and kept it. */
async function openAndKeep(page: Page, path: string): Promise<void> {
  await page.goto(`${origin}${path}`, { waitUntil: 'load' });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (let count = 0; !navigator.serviceWorker.controller && count < 100; count += 1)
      await new Promise((done) => setTimeout(done, 50));
  });
  await expect
    .poll(() => page.evaluate(async (kept) => (await caches.match(kept)) !== undefined, path), { timeout: 10_000 })
    .toBe(true);
}

/** No network for anybody. */
async function disconnect(): Promise<void> {
  await context.setOffline(true);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

/** Changes a file of the served site for one test. */
async function withFile(path: string, change: (text: string) => string, test: () => Promise<void>): Promise<void> {
  const file = join(folder, path);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, change(before));
  try {
    await test();
  } finally {
    writeFileSync(file, before);
  }
}

describe('without a connection', () => {
  it('a page that was opened is shown as it was, the very first one too, with its styles', async () => {
    const page = await context.newPage();
    await openAndKeep(page, article);
    await openAndKeep(page, '/leaderboards/top-models/');
    await disconnect();
    for (const [path, headline] of [
      [article, 'Johansson'],
      ['/leaderboards/top-models/', 'Top Models'],
    ] as const) {
      await page.goto(`${origin}${path}`);
      expect(await page.locator('h1').innerText()).toContain(headline);
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).fontWeight)).toBe(
        '840',
      );
    }
  });

  it('a page that was not opened is named, and those that can be read are listed', async () => {
    const page = await context.newPage();
    await openAndKeep(page, article);
    await disconnect();
    await page.goto(`${origin}/models/veo-3-1/?a=<b>`);
    expect(await page.locator('h1').innerText()).toBe('This page is not on your device');
    expect(await page.locator('main').innerText()).toContain('/models/veo-3-1/ cannot be reached now');
    const links = page.locator('[data-kept] a');
    expect(
      await links.evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.textContent?.slice(0, 9)])),
    ).toEqual([[article, 'Johansson']]);
    await links.first().click();
    expect(await page.locator('h1').innerText()).toContain('Johansson');
  });

  it('an address made to run script shows as text', async () => {
    const page = await context.newPage();
    await openAndKeep(page, '/');
    await disconnect();
    await page.goto(`${origin}/${encodeURIComponent('<img src=x onerror=document.title=1>')}/`);
    expect(await page.locator('[data-missing] img').count()).toBe(0);
    expect(await page.locator('[data-missing]').innerText()).toContain('<img src');
  });
});

describe('with a connection', () => {
  it('the home page is always the newest one', async () => {
    const page = await context.newPage();
    await openAndKeep(page, '/');
    await withFile(
      'index.html',
      (html) => html.replace('<h1', '<p id="fresh">fresh</p><h1'),
      async () => {
        await page.goto(`${origin}/`);
        expect(await page.locator('#fresh').innerText()).toBe('fresh');
      },
    );
  });

  it('a page that is missing stays missing', async () => {
    const page = await context.newPage();
    await openAndKeep(page, '/');
    const answer = await page.goto(`${origin}/no-such-page/`);
    expect(answer?.status()).toBe(404);
    expect(await page.evaluate(async () => (await caches.match('/no-such-page/')) === undefined)).toBe(true);
  });
});

describe('switched off', () => {
  const traces = (page: Page): Promise<[number, string[]]> =>
    page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, await caches.keys()]);

  it('by the page alone, everything is taken out of the browser at the next visit', async () => {
    const page = await context.newPage();
    await openAndKeep(page, '/');
    await withFile(
      'models/index.html',
      (html) => html.replace('data-offline="on"', 'data-offline="off"'),
      async () => {
        await page.goto(`${origin}/models/`);
        await expect.poll(() => traces(page), { timeout: 10_000 }).toEqual([0, []]);
      },
    );
  });

  it('by the worker alone, everything is taken out of the browser too', async () => {
    const page = await context.newPage();
    await openAndKeep(page, '/');
    await withFile(
      'sw-settings.js',
      (text) => text.replace('true', 'false'),
      async () => {
        await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
        await expect.poll(() => traces(page), { timeout: 10_000 }).toEqual([0, []]);
      },
    );
  });

  it('from the start, nothing is ever kept', async () => {
    const page = await context.newPage();
    await withFile(
      'index.html',
      (html) => html.replace('data-offline="on"', 'data-offline="off"'),
      async () => {
        await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
        expect(await traces(page)).toEqual([0, []]);
      },
    );
  });
});
