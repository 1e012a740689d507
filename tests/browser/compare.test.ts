import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Site } from './browser.ts';

const site = new Site();

const input = (page: Page) => page.getByRole('combobox', { name: 'Add a model' });
const compared = (page: Page) => page.locator('.side-by-side thead a').allInnerTexts();
const status = (page: Page) => page.locator('[data-compare-status]');

/** Opens the page and waits until the picker works. */
async function open(path: string, options = {}): Promise<Page> {
  const { page } = await site.open(path, options);
  await page.locator('[data-often][data-ready]').waitFor();
  return page;
}

describe('the picker of models', () => {
  it('is used with the keyboard alone: words, arrows, Enter, Escape, and a button that takes a model away', async () => {
    const page = await open('/compare/');
    await input(page).focus();
    await page.keyboard.type('veo');
    expect(await input(page).getAttribute('aria-expanded')).toBe('true');
    const options = page.getByRole('option');
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await input(page).getAttribute('aria-activedescendant')).toBe(await options.nth(1).getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    expect(await input(page).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.type(' 3.1');
    await page.keyboard.press('Enter');
    expect(await status(page).textContent()).toBe('Veo 3.1 added. Choose at least one more.');
    expect(await page.locator('.comparison').count()).toBe(0);
    await page.keyboard.type('可灵2.6');
    await page.keyboard.press('Enter');
    expect(await compared(page)).toEqual(['Veo 3.1', 'Kling 2.6']);
    expect(new URL(page.url()).search).toBe('?models=veo-3-1,kling-2-6');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await status(page).textContent()).toBe('Veo 3.1 removed. Choose at least one more.');
    expect(await page.locator('.comparison').count()).toBe(0);
    expect(await input(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('takes four, does not offer what is chosen, and says that a fifth does not fit', async () => {
    const page = await open('/compare/?models=sora,nothing,veo-3');
    expect(await compared(page)).toEqual(['Sora', 'Veo 3']);
    await input(page).fill('veo 3');
    expect(await page.getByRole('option').locator('span:first-child').allInnerTexts()).not.toContain('Veo 3');
    await page.getByRole('option', { name: 'Veo 3.1' }).click();
    await input(page).fill('ltx-2.3');
    await page.getByRole('option').first().click();
    expect(await compared(page)).toEqual(['Sora', 'Veo 3', 'Veo 3.1', 'LTX-2.3']);
    expect(await input(page).isDisabled()).toBe(true);
    expect(await status(page).textContent()).toContain('Four are all that fit');
    await page.getByRole('button', { name: 'Remove Sora' }).click();
    expect(await input(page).isDisabled()).toBe(false);
    await page.context().close();
  });

  it('writes the same as the page of a pair', async () => {
    const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();
    const parts = async (page: Page): Promise<string[]> => [
      words(await page.locator('.comparison .answers').innerText()),
      words(await page.locator('.comparison .side-by-side').innerText()),
    ];
    const picked = await open('/compare/?models=gemini-omni-flash,wan-3-0');
    const { page } = await site.open('/compare/gemini-omni-flash-vs-wan-3-0/');
    expect(await parts(picked)).toEqual(await parts(page));
    await page.getByRole('link', { name: 'Add a model to this comparison' }).click();
    await page.locator('[data-often][data-ready]').waitFor();
    expect(await compared(page)).toEqual(['Gemini Omni Flash', 'Wan 3.0']);
    await picked.context().close();
    await page.context().close();
  });

  it('says so when its data cannot be loaded, and leads on', async () => {
    const { page } = await site.open('/compare/');
    await page.route('**/compare/data.json', (route) => route.abort());
    await page.goto(`${site.origin}/compare/?models=sora,veo-3`);
    await page.getByText('The models could not be loaded.').waitFor();
    expect(await page.getByRole('link', { name: 'Gemini Omni Flash and Wan 3.0' }).isVisible()).toBe(true);
    await page.context().close();
  });

  it('says so within two seconds when its data is not answered', async () => {
    const { page } = await site.open('/compare/');
    await page.route('**/compare/data.json', () => undefined);
    await page.goto(`${site.origin}/compare/`, { waitUntil: 'load' });
    await page.getByText('The models are late.').waitFor();
    await page.context().close();
  });

  it('leaves links and files without script', async () => {
    const { page } = await site.open('/compare/?models=sora,veo-3', { javaScriptEnabled: false });
    expect(await input(page).isVisible()).toBe(false);
    expect(await page.getByText('Choosing any models needs script.').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Kling 2.6 and Veo 3.1' }).click();
    expect(new URL(page.url()).pathname).toBe('/compare/kling-2-6-vs-veo-3-1/');
    expect(await page.locator('.answers .verdict').first().isVisible()).toBe(true);
    await page.context().close();
  });
});
