import { describe, expect, it } from 'vitest';
import { kinds, Site } from './browser.ts';

const site = new Site();

describe('without script', () => {
  it('the menus of a phone open and lead on', async () => {
    const { page } = await site.open('/', { width: 360, javaScriptEnabled: false });
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reviews' });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByText('Leaderboards', { exact: true }).click();
    await page.getByRole('link', { name: 'Arena text-to-video', exact: true }).first().click();
    expect(new URL(page.url()).pathname).toBe('/leaderboards/arena-text-to-video/');
    await page.context().close();
  });

  it('the menus of a wide screen open', async () => {
    const { page } = await site.open('/', { javaScriptEnabled: false });
    const menu = page.getByRole('navigation', { name: 'Main' });
    expect(await menu.getByRole('link', { name: 'Megaton Mask' }).isVisible()).toBe(false);
    await menu.getByText('Products', { exact: true }).click();
    expect(await menu.getByRole('link', { name: 'Megaton Mask' }).isVisible()).toBe(true);
    await page.context().close();
  });

  it.each(Object.entries(kinds))(
    '%s shows its headline and text, and no button that does nothing',
    async (_name, path) => {
      const { page } = await site.open(path, { javaScriptEnabled: false });
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(80);
      for (const button of await page.locator('[data-theme-switch], [data-copy]').all())
        expect(await button.isVisible()).toBe(false);
      await page.context().close();
    },
  );

  it('the search says so and points to the archive', async () => {
    const { page } = await site.open('/search/', { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('needs script');
    expect(await page.locator('main').getByRole('link', { name: 'the archive' }).getAttribute('href')).toBe(
      '/archive/',
    );
    await page.context().close();
  });
});
