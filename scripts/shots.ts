import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { launchBrowser } from './browser.ts';
import { serveFolder } from './static-server.ts';

/** One page of each kind. */
const pages: Record<string, string> = {
  home: '/',
  news: '/news/',
  article: '/news/artists-stealing-isnt-innovation/',
  review: '/reviews/kling-2-6-review/',
  board: '/leaderboards/arena-text-to-video/',
  'top-models': '/leaderboards/top-models/',
  leaderboards: '/leaderboards/',
  model: '/models/veo-3-1/',
  models: '/models/',
  provider: '/providers/google/',
  search: '/search/?q=kling',
  legal: '/privacy/',
  archive: '/archive/',
  feeds: '/feeds/',
  letter: '/newsletter/2026-11-25/',
  offline: '/offline/',
  missing: '/no-such-page/',
};

const widths = [360, 768, 1280];
const themes = ['light', 'dark'] as const;

// Names on the command line choose pages; without any, all are taken.
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in pages));
if (unknown.length > 0) {
  console.error(`There is no page ${unknown.join(', ')}. Pages: ${Object.keys(pages).join(', ')}.`);
  process.exit(1);
}

const folder = resolve('.shots');
await mkdir(folder, { recursive: true });
const { server, origin } = await serveFolder(resolve('dist'), 0);
const browser = await launchBrowser();
for (const [name, path] of Object.entries(pages)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const theme of themes) {
    for (const width of widths) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
      // Lazy pictures load only when they come near.
      await page.evaluate(async () => {
        for (const image of document.images) image.loading = 'eager';
        await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      });
      await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`), fullPage: true });
      await page.close();
    }
  }
  console.log(`${name}: ${widths.length * themes.length} pictures in .shots/`);
}
await browser.close();
server.close();
