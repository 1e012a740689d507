import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { serveFolder } from '../site/server.ts';
import { now } from '../loading/fixture.ts';
import { buildAt, makeSite, runAt } from '../builds/small-site.ts';

test('an article goes from the command to the page, the feed and the search', async () => {
  const root = makeSite();
  const made = await runAt(root, now, [
    'new',
    'Zeppelins learn to film',
    '--category=technology',
    '--models=alpha-1',
    '--lead=A quokkaworthy beginning, with [Alpha](model:alpha-1).',
  ]);
  expect(made).toMatchObject({
    code: 0,
    said: 'content/articles/2026/zeppelins-learn-to-film/index.md\nPreview: http://localhost:4321/news/zeppelins-learn-to-film/ (npm run dev)\n',
  });
  expect((await runAt(root, now, ['check', 'content/articles/2026/zeppelins-learn-to-film'])).said).toBe(
    'content/articles/2026/zeppelins-learn-to-film/index.md:2:1  Warning: The article names no sources.  List under `sources` what it rests on.\n1 warning in 1 file.\n',
  );
  expect(await buildAt(root, now)).toMatchObject({ code: 0 });

  const dist = join(root, 'dist');
  const id = /^id: (.+)$/mu.exec(
    readFileSync(join(root, 'content/articles/2026/zeppelins-learn-to-film/index.md'), 'utf8'),
  )?.[1];
  const item = parseRssFeed(readFileSync(join(dist, 'rss.xml'), 'utf8')).items?.find(({ guid }) => guid?.value === id);
  expect(item).toMatchObject({
    title: 'Zeppelins learn to film',
    link: 'https://paper.example/news/zeppelins-learn-to-film/',
  });

  const { server, origin } = await serveFolder(dist);
  onTestFinished(() => void server.close());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`${origin}/news/zeppelins-learn-to-film/`);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^zeppelins learn to film$/iu);
  expect(await page.locator('main').innerText()).toContain('A quokkaworthy beginning');
  await page.goto(`${origin}/search/?q=quokkaworthy`);
  const result = page.locator('.search .results a').first();
  await result.waitFor();
  expect(await result.getAttribute('href')).toBe('/news/zeppelins-learn-to-film/');
});
