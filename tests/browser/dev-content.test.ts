import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { DevSite } from './dev-site.ts';

const site = new DevSite([{ slug: 'harbour-lights', title: 'Harbour lights', date: '2026-11-20', hero: false }], false);
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  await site.start();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  site.stop();
});

it('a mistake is shown over the page while one writes, and goes when it is fixed', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/news/harbour-lights/`);
  await page.waitForFunction(() => customElements.get('vite-error-overlay') !== undefined);
  const file = site.file('content/articles/2026/harbour-lights/index.md');
  const good = readFileSync(file, 'utf8');
  const notice = page.locator('vite-error-overlay');
  writeFileSync(file, good.replace('A paragraph.', 'See [Veo](model:veo-33).'));
  await notice.waitFor({ state: 'attached' });
  const text = await notice.evaluate(({ shadowRoot }) => shadowRoot?.textContent ?? '');
  expect(text).toContain('content/articles/2026/harbour-lights/index.md:5:5');
  expect(text).toContain('There is no model `veo-33`.');
  expect(text).toContain('Did you mean `veo-3`?');
  await page.reload();
  await notice.waitFor({ state: 'attached' });
  writeFileSync(file, good);
  await notice.waitFor({ state: 'detached' });
  expect(await page.locator('h1').textContent()).toContain('Harbour lights');
});
