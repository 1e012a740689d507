import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { serveFolder } from '../site/server.ts';

/** One page of each kind. */
export const kinds: Record<string, string> = {
  home: '/',
  news: '/news/',
  article: '/news/artists-stealing-isnt-innovation/',
  review: '/reviews/kling-2-6-review/',
  reviews: '/reviews/',
  category: '/categories/culture/',
  author: '/authors/megaton-staff/',
  month: '/archive/2026/01/',
  archive: '/archive/',
  leaderboards: '/leaderboards/',
  ranking: '/leaderboards/your-ranking/cheap-with-sound/',
  board: '/leaderboards/arena-text-to-video/',
  editorial: '/leaderboards/top-models/',
  models: '/models/',
  changes: '/leaderboards/arena-text-to-video/2026-09-22/changes/',
  embed: '/embed/arena-text-to-video/',
  'embed-code': '/leaderboards/arena-text-to-video/embed/',
  choice: '/leaderboards/arena-text-to-video/only/open-weights/',
  compare: '/compare/gemini-omni-flash-vs-wan-3-0/',
  pick: '/compare/',
  compared: '/compare/?models=gemini-omni-flash,veo-3-1,kling-2-6,sora',
  model: '/models/veo-3-1/',
  provider: '/providers/kuaishou/',
  product: '/products/megaton-mask/',
  legal: '/privacy/',
  contact: '/contact/',
  method: '/method/',
  corrections: '/corrections/',
  topics: '/topics/',
  topic: '/topics/ai-copyright-in-court/',
  trackers: '/trackers/',
  lawsuits: '/trackers/lawsuits/',
  rules: '/trackers/rules/',
  launches: '/trackers/launches/',
  prices: '/trackers/prices/',
  search: '/search/?q=kling',
  feeds: '/feeds/',
  newsissue: '/newsletter/',
  issue: '/newsletter/2026-11-25/',
  offline: '/offline/',
  missing: '/no-such-page/',
};

/** A page in a real browser, with its requests and errors. */
export interface Visit {
  page: Page;
  /** Status of the answer. */
  status: number;
  /** Addresses requested at other origins. */
  foreign: string[];
  /** Errors and warnings of the console, uncaught errors, failed loads. */
  errors: string[];
}

/**
 * Script that shows a page in our own fonts, for tests that measure: with `font-display: optional` a page may be in those of
 * the system, whose widths differ from machine to machine.
 */
export const showOurFonts = `(async () => {
  const addresses = [...document.querySelectorAll('link[as="font"]')].map(({ href }) => href);
  for (const { family, weight, stretch } of [...document.fonts]) {
    const file = family.replaceAll('"', '').toLowerCase().replace(' ', '-');
    const address = addresses.find((href) => href.includes('/' + file + '.'));
    if (address) document.fonts.add(await new FontFace(family, 'url(' + address + ')', { weight, stretch }).load());
  }
})()`;

/** The sum of all shifts so far that no reader caused. */
export const layoutShift =
  "new Promise((resolve) => { let sum = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => resolve(sum), 200); })";

/** A built site and a browser, for the tests of one file. */
export class Site {
  #browser: Browser | undefined;
  #close: () => void = () => undefined;
  origin = '';

  /** @param build makes the folder of another site than the real one */
  constructor(build: () => Promise<string> = () => Promise.resolve(resolve('dist'))) {
    beforeAll(async () => {
      const { server, origin } = await serveFolder(await build());
      this.origin = origin;
      this.#close = () => server.close();
      this.#browser = await launchBrowser();
    });
    afterAll(async () => {
      await this.#browser?.close();
      this.#close();
    });
  }

  /**
   * Opens a page in a fresh profile.
   * @param path address on the site
   * @param options width, theme, script on or off; `without` is a pattern of addresses that cannot be reached
   */
  async open(path: string, options: BrowserContextOptions & { width?: number; without?: string } = {}): Promise<Visit> {
    const { width = 1280, without, ...context } = options;
    const profile = await this.#browser!.newContext({
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      // What the site's own worker fetches or keeps cannot be taken away from outside.
      ...(without !== undefined && { serviceWorkers: 'block' }),
      ...context,
    });
    const page = await profile.newPage();
    if (without !== undefined) await page.route(without, (route) => route.abort());
    const visit: Visit = { page, status: 0, foreign: [], errors: [] };
    page.on('request', (request) => {
      if (!request.url().startsWith(this.origin) && !request.url().startsWith('data:'))
        visit.foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') visit.errors.push(message.text());
    });
    page.on('pageerror', (error) => visit.errors.push(error.message));
    // Without script, nothing is requested after the page is loaded.
    const answer = await page.goto(`${this.origin}${path}`, {
      waitUntil: options.javaScriptEnabled === false ? 'load' : 'networkidle',
    });
    visit.status = answer?.status() ?? 0;
    return visit;
  }
}
