import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { readFile, stat } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { pageAt, textOf } from '../site/dist.ts';

/** Slow 4G as Chromium's own tools have it: milliseconds, and bytes a second. */
const slow4g = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const slowdown = 4;
const rounds = 5;

const story = '/news/artists-stealing-isnt-innovation/';
const { root } = pageAt(story);
const words = textOf(root).replace(/</gu, '&lt;');
const bare = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare</title><h1>${words.slice(0, 80)}</h1>${words.match(/.{1,400}/gsu)?.map((part) => `<p>${part}</p>`).join('')}`;

let server: Server;
let browser: Browser;
let origin = '';
beforeAll(async () => {
  // As hosts do, and as a static server for tests need not: text is compressed.
  server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    void fileAt(path).then((body) => {
      const type = /\.(\w+)$/u.exec(path)?.[1] ?? 'html';
      const kinds: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', webp: 'image/webp', woff2: 'font/woff2' };
      const squeezed = ['html', 'js', 'css', 'svg'].includes(type);
      response.writeHead(body ? 200 : 404, { 'Content-Type': `${kinds[type] ?? 'application/octet-stream'}; charset=utf-8`, ...(squeezed && { 'Content-Encoding': 'br' }) });
      response.end(squeezed ? brotliCompressSync(body ?? '') : body);
    });
  });
  server.listen(0);
  await once(server, 'listening');
  const address = server.address();
  origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function fileAt(path: string): Promise<Buffer | undefined> {
  if (path === '/bare/') return Buffer.from(bare);
  const file = resolve('dist', `.${path}${path.endsWith('/') ? 'index.html' : ''}`);
  return (await stat(file).catch(() => undefined)) ? readFile(file) : undefined;
}

/** Milliseconds from the start of a visit, with an empty cache on a slow phone, to the largest paint. */
async function largestPaint(path: string): Promise<{ time: number; what: string }> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2, isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4g);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
  const paint = (await page.evaluate(
    `new Promise((resolve) => new PerformanceObserver((list) => { const last = list.getEntries().at(-1); resolve({ time: last.startTime, what: last.element?.tagName ?? '' }); }).observe({ type: 'largest-contentful-paint', buffered: true }))`,
  )) as { time: number; what: string };
  await context.close();
  return paint;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('on slow 4G with a slowed processor', () => {
  it('the largest paint of a story comes at most 1.5 times as late as that of its bare text', async () => {
    const [whole, text]: [number[], number[]] = [[], []];
    const seen = new Set<string>();
    // In turns, so that a machine under load slows both.
    for (let round = 0; round < rounds; round += 1) {
      text.push((await largestPaint('/bare/')).time);
      const { time, what } = await largestPaint(story);
      whole.push(time);
      seen.add(what);
    }
    const ratio = median(whole) / median(text);
    console.log(`largest paint: ${Math.round(median(whole))} ms (${[...seen].join(', ')}), bare text ${Math.round(median(text))} ms, ratio ${ratio.toFixed(2)}`);
    expect(ratio).toBeLessThanOrEqual(1.5);
  });
});
