import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { isText, typeOf } from '#integrations/host-files/media-types';
import { builtSite } from '../command-line.ts';
import { launchBrowser } from '../site/browser.ts';
import { medianOf } from './medians.ts';

/** Slow 4G as in the developer tools of Chromium: milliseconds, and bytes a second. */
const slow4g = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const slowdown = 4;
/** What a story may cost more than its bare text. */
const most = 1.5;

const story = '/news/artists-stealing-isnt-innovation/';
const bare = '/bare/';

/**
 * Measures the largest paint of a story on a slow phone with an empty cache, and that of its bare text, in turns, so that a
 * busy machine slows both.
 * @returns false when the story takes more than 1.5 times as long
 */
export async function measurePaint(rounds: number): Promise<boolean> {
  const browser = await launchBrowser();
  const pages = new Map<string, string>();
  const server = await serve(builtSite(), pages);
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  pages.set(bare, await bareText(browser, `${origin}${story}`));
  const times: Record<string, number[]> = { [story]: [], [bare]: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const path of [bare, story]) times[path]?.push(await largestPaint(browser, `${origin}${path}`));
  await browser.close();
  server.close();
  const [whole, text] = [medianOf(times[story] ?? []), medianOf(times[bare] ?? [])];
  console.log(
    `Largest paint: ${Math.round(whole)} ms, of the bare text ${Math.round(text)} ms, ratio ${(whole / text).toFixed(2)}, at most ${most}.`,
  );
  return whole / text <= most;
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

/** Milliseconds from the start of a visit to the largest paint. */
async function largestPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 2,
    isMobile: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4g);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(address, { waitUntil: 'networkidle' });
  const script = `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))`;
  const time = await page.evaluate<number>(script);
  await context.close();
  return time;
}
