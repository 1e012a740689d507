import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { DevSite } from './dev-site.ts';

const site = new DevSite(
  [{ slug: 'harbour-lights', title: 'Harbour lights, seen by machines', date: '2026-11-20', hero: false }],
  false,
);
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  await site.start();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  site.stop();
});

it('a search while one writes finds full texts, models and boards', async () => {
  const page = await browser.newPage();
  const find = async (term: string): Promise<(string | null)[]> => {
    await page.goto(`${site.origin}/search/?q=${term}&sort=date`);
    // Headlines do not answer for an order by date: what is found comes from the full texts.
    await page
      .locator('.search .status')
      .filter({ hasText: /\d+ results?/u })
      .waitFor();
    return page.locator('.search .results a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  };
  expect(await find('harbour')).toEqual(['/news/harbour-lights/']);
  expect(await find('veo')).toContain('/models/veo-3-1/');
  expect(await find('arena')).toContain('/leaderboards/arena-text-to-video/');
  await page.close();
});
