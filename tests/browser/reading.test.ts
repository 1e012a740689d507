import { describe, expect, it } from 'vitest';
import { Site } from './browser.ts';

const site = new Site();
const article = '/news/artists-stealing-isnt-innovation/';
const background = 'getComputedStyle(document.documentElement).backgroundColor';

describe('theme', () => {
  it('follows the system, can be switched, and stays switched on the next page', async () => {
    const { page } = await site.open('/', { colorScheme: 'light' });
    const light = await page.evaluate(background);
    await page.getByRole('button', { name: /Theme: light/u }).click();
    const dark = await page.evaluate(background);
    expect(dark).not.toBe(light);
    await page.goto(`${site.origin}${article}`);
    expect(await page.evaluate(background)).toBe(dark);
    await page.context().close();
  });
});

describe('keyboard', () => {
  it('begins with a link to the text, and shows the focus', async () => {
    const { page } = await site.open(article);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the text');
    expect(await page.locator('.skip').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('_main');
    await page.context().close();
  });

  it('closes an open menu by Escape', async () => {
    const { page } = await site.open('/');
    const summary = page.getByRole('navigation', { name: 'Main' }).getByText('Products', { exact: true });
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('link', { name: 'Megaton Mesh' }).first().isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Megaton Mesh' }).isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('article', () => {
  it('copies its address where there is no share sheet', async () => {
    const { page } = await site.open(article, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`https://megaton.ai${article}`);
    await page.context().close();
  });

  it('does not move while it loads', async () => {
    const { page } = await site.open(article, { width: 360 });
    const shift = await page.evaluate(
      `new Promise((resolve) => { let sum = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => resolve(sum), 300); })`,
    );
    expect(shift).toBe(0);
    await page.context().close();
  });

  it('loads two font files of at most 90 kB together', async () => {
    const { page } = await site.open(article);
    const fonts = (await page.evaluate(`performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2')).map(({ decodedBodySize }) => decodedBodySize)`)) as number[];
    expect(fonts.length).toBe(2);
    expect(fonts.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(90_000);
    await page.context().close();
  });
});
