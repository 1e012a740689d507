import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { serveFolder } from '../site/server.ts';
import { now, paths, swap } from '../loading/fixture.ts';
import { buildAt, makeSite } from '../builds/small-site.ts';

test('videos contact nobody before the click, then play in place; without script they are links', async () => {
  const root = makeSite({
    [paths.article]: swap(
      'The first sentence.',
      '::video{url="https://www.youtube.com/watch?v=abc" title="A flight"}\n\n::video{url="https://media.example/clip.mp4" title="A file"}',
    ),
  });
  expect(await buildAt(root, now)).toMatchObject({ code: 0 });
  const { server, origin } = await serveFolder(join(root, 'dist'));
  onTestFinished(() => void server.close());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());

  const page = await browser.newPage();
  const foreign: string[] = [];
  await page.route(
    (url) => url.origin !== origin,
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  await page.goto(`${origin}/news/first-story/`, { waitUntil: 'networkidle' });
  expect(foreign).toEqual([]);
  await page.getByRole('link', { name: 'Play the video: A flight' }).click();
  await expect.poll(() => foreign).toEqual(['https://www.youtube-nocookie.com/embed/abc?autoplay=1']);
  expect(await page.evaluate('document.activeElement.title')).toBe('A flight');
  await page.getByRole('link', { name: 'Play the video: A file' }).press('Enter');
  await expect.poll(() => foreign.slice(1)).toContain('https://media.example/clip.mp4');
  expect(await page.locator('video[aria-label="A file"][controls]').count()).toBe(1);

  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(`${origin}/news/first-story/`);
  expect(await plain.getByRole('link', { name: 'Play the video: A flight' }).getAttribute('href')).toBe(
    'https://www.youtube.com/watch?v=abc',
  );
});
