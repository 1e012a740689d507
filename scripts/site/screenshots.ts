import { mkdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { preview } from 'astro';
import type { Page } from 'playwright-core';
import { builtSite, count, readCommand, refuse } from '../command-line.ts';
import { launchBrowser } from './browser.ts';
import { takeScreenshot } from './screenshot.ts';

/** What a picture shows: an address, and what a reader does there before it is taken. */
interface Shot {
  path: string;
  act?: (page: Page) => Promise<void>;
  /** True also writes a PDF of it. */
  pdf?: boolean;
}

const story = '/news/artists-stealing-isnt-innovation/';

/** One of each kind of page, and each thing that opens. */
const shots: Record<string, Shot> = {
  home: { path: '/' },
  news: { path: '/news/' },
  category: { path: '/categories/culture/' },
  author: { path: '/authors/megaton-staff/' },
  article: { path: story, pdf: true },
  note: { path: story, act: (page) => page.getByRole('button', { name: 'Note 1' }).click() },
  share: { path: story, act: (page) => page.getByRole('button', { name: 'Share' }).click() },
  review: { path: '/reviews/veo-3-1-review/' },
  reviews: { path: '/reviews/' },
  leaderboards: { path: '/leaderboards/' },
  board: { path: '/leaderboards/arena-text-to-video/', pdf: true },
  'your-ranking': { path: '/leaderboards/your-ranking/' },
  'top-models': { path: '/leaderboards/top-models/', pdf: true },
  changes: { path: '/leaderboards/arena-text-to-video/2026-09-22/changes/' },
  model: { path: '/models/veo-3-1/' },
  models: { path: '/models/' },
  provider: { path: '/providers/google/' },
  compare: { path: '/compare/gemini-omni-flash-vs-wan-3-0/' },
  pick: {
    path: '/compare/?models=veo-3-1,kling-2-6,sora',
    act: (page) => page.getByRole('columnheader', { name: 'Sora' }).waitFor(),
  },
  product: { path: '/products/megaton-mask/' },
  search: { path: '/search/?q=kling', act: (page) => page.getByText('results for “kling”').waitFor() },
  'search-empty': { path: '/search/?q=zzzzqqqq', act: (page) => page.getByText('Nothing found').waitFor() },
  'search-dialog': {
    path: '/',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('searchbox').fill('veo');
      await page.getByText('results for “veo”').waitFor();
    },
  },
  'search-headlines': {
    path: '/search/',
    act: async (page) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.goto(`${page.url()}?q=kling`);
      await page.getByText('Only names and recent headlines were searched').waitFor();
    },
  },
  menu: { path: '/', act: (page) => page.locator('.menu-button, summary').filter({ visible: true }).first().click() },
  topics: { path: '/topics/' },
  topic: { path: '/topics/ai-copyright-in-court/', pdf: true },
  trackers: { path: '/trackers/' },
  lawsuits: { path: '/trackers/lawsuits/', pdf: true },
  rules: { path: '/trackers/rules/' },
  launches: { path: '/trackers/launches/' },
  prices: { path: '/trackers/prices/' },
  legal: { path: '/privacy/' },
  method: { path: '/method/' },
  feeds: { path: '/feeds/' },
  archive: { path: '/archive/' },
  corrections: { path: '/corrections/' },
  'newsletter-issue': { path: '/newsletter/2026-11-25/' },
  offline: { path: '/offline/' },
  missing: { path: '/no-such-page/' },
  // Only in a build with MEGATON_PREVIEW=1.
  styleguide: { path: '/styleguide/' },
};

const widths = [360, 768, 1280];
const themes = ['light', 'dark'] as const;

const names = Object.keys(shots).join(', ');
const { positionals: chosen } = readCommand(
  `Usage: npm run screenshots -- [name…]

Takes pictures of the built site in .screenshots/: each at ${widths.join(', ')} pixels, light and dark. Without a name, all of them.
Names: ${names}.`,
  {},
  true,
);
const unknown = chosen.filter((name) => !(name in shots));
if (unknown.length > 0) refuse(`There is no screenshot ${unknown.join(', ')}. Names: ${names}.`);

builtSite();
const folder = resolve('.screenshots');
// Old pictures of pages that are gone would be mistaken for the site.
if (chosen.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const server = await preview({ server: { port: 0 }, logLevel: 'error' });
const origin = `http://localhost:${server.port}`;
const browser = await launchBrowser();
for (const [name, shot] of Object.entries(shots)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  if (name === 'styleguide' && !(await stat('dist/styleguide').catch(() => undefined))) continue;
  for (const theme of themes) {
    for (const width of widths)
      await takeScreenshot(browser, `${origin}${shot.path}`, {
        width,
        theme,
        file: join(folder, `${name}-${theme}-${width}.png`),
        act: shot.act,
      });
  }
  if (shot.pdf) await writePdf(name, shot);
  console.log(
    `${name}: ${count(widths.length * themes.length, 'picture')}${shot.pdf ? ' and a PDF' : ''} in .screenshots/`,
  );
}
await browser.close();
await server.stop();

async function writePdf(name: string, { path }: Shot): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
  await page.pdf({
    path: join(folder, `${name}.pdf`),
    format: 'A4',
    margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' },
  });
  await page.close();
}
