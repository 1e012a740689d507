import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { isText, typeOf } from '#integrations/host-files/media-types';
import { builtSite } from '../command-line.ts';
import { launchBrowser } from '../site/browser.ts';
import { medianOf } from './medians.ts';

/** Slow 4G as in the developer tools of Chromium: milliseconds, and bytes a second. */
const slow4g = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const slowdown = 4;
/** What a page may cost more than its bare text, and how far it may shift while it loads (CLS). */
const most = { ratio: 1.3, shift: 0.02 };

const visited = {
  'front page': '/',
  story: '/news/artists-stealing-isnt-innovation/',
  board: '/leaderboards/arena-text-to-video/',
};

/** What a first visit costs. */
interface Visit {
  /** Milliseconds to the first paint of text or a picture. */
  first: number;
  /** Milliseconds to the largest paint; for a story, that of its hero. */
  paint: number;
  /** Cumulative layout shift: https://web.dev/articles/cls */
  shift: number;
}

/**
 * Measures first visits of a slow phone, and visits of the bare text of each page in turns with them, so that a busy machine
 * slows both. Pictures of each first visit, every half second, are written into `.screenshots/`.
 * @returns false when a page takes more than 1.3 times as long as its text, or shifts by more than 0.02
 */
export async function measurePaint(rounds: number): Promise<boolean> {
  const browser = await launchBrowser();
  const bareTexts = new Map<string, string>();
  const server = await serve(builtSite(), bareTexts);
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  let good = true;
  for (const [name, path] of Object.entries(visited)) {
    const bare = `/bare${path}`;
    bareTexts.set(bare, await bareText(browser, `${origin}${path}`));
    const visits: Record<'whole' | 'bare', Visit[]> = { whole: [], bare: [] };
    for (let round = 0; round < rounds; round += 1) {
      visits.bare.push(await firstVisit(browser, `${origin}${bare}`));
      visits.whole.push(await firstVisit(browser, `${origin}${path}`));
    }
    const median = (all: readonly Visit[], figure: 'first' | 'paint'): number =>
      medianOf(all.map((visit) => visit[figure]));
    const [whole, text] = [median(visits.whole, 'paint'), median(visits.bare, 'paint')];
    const [first, firstText] = [median(visits.whole, 'first'), median(visits.bare, 'first')];
    const shift = Math.max(...visits.whole.map((visit) => visit.shift));
    console.log(
      `${name}: first paint ${Math.round(first)} ms (bare text ${Math.round(firstText)}, ratio ${(first / firstText).toFixed(2)}), largest ${Math.round(whole)} ms (bare text ${Math.round(text)}, ratio ${(whole / text).toFixed(2)}, at most ${most.ratio}); shift ${shift.toFixed(3)} (at most ${most.shift}).`,
    );
    good &&= whole / text <= most.ratio && shift <= most.shift;
    await writeFrames(browser, `${origin}${path}`, name.replace(' ', '-'));
  }
  await browser.close();
  server.close();
  return good;
}

/** Texts are compressed, as hosts do. */
async function serve(folder: string, pages: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const body =
      pages.get(path) ??
      (statSync(join(folder, file), { throwIfNoEntry: false })?.isFile()
        ? readFileSync(join(folder, file))
        : undefined);
    if (body === undefined) return response.writeHead(404).end();
    const isCompressed = isText(file);
    return response
      .writeHead(200, {
        'Content-Type': typeOf(file) ?? 'application/octet-stream',
        ...(isCompressed && { 'Content-Encoding': 'br' }),
      })
      .end(isCompressed ? brotliCompressSync(body) : body);
  });
  server.listen(0);
  await once(server, 'listening');
  return server;
}

async function bareText(browser: Browser, address: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(address);
  const text = (await page.locator('body').innerText()).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  await page.close();
  const [title = '', ...paragraphs] = text.split(/\n+/u);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare</title><h1>${title}</h1>${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')}`;
}

/** A page of a slow phone with an empty cache. */
async function slowPhone(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 2,
    isMobile: true,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4g);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, session };
}

const largestPaint = `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))`;
/** Entries of the buffer arrive in one list; without a shift there is none, and the time ends the wait. */
const layoutShift = `new Promise((resolve) => { new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0))).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => resolve(0), 1000); })`;

async function firstVisit(browser: Browser, address: string): Promise<Visit> {
  const { page } = await slowPhone(browser);
  await page.goto(address, { waitUntil: 'networkidle' });
  const visit = {
    first: await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
    paint: await page.evaluate<number>(largestPaint),
    shift: await page.evaluate<number>(layoutShift),
  };
  await page.context().close();
  return visit;
}

/** Writes what a first visitor sees every half second from the first to the fourth second. */
async function writeFrames(browser: Browser, address: string, name: string): Promise<void> {
  await mkdir('.screenshots', { recursive: true });
  const { page, session } = await slowPhone(browser);
  const begin = performance.now();
  // Before the first bytes are there, there is no page to take a picture of.
  await page.goto(address, { waitUntil: 'commit' });
  for (let half = 2; half <= 8; half += 1) {
    await setTimeout(Math.max(0, begin + half * 500 - performance.now()));
    // Playwright's own screenshot would wait for the fonts.
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    await writeFile(`.screenshots/first-visit-${name}-${(half / 2).toFixed(1)}s.png`, Buffer.from(data, 'base64'));
  }
  await page.context().close();
}
