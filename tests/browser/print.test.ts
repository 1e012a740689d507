import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Site } from './browser.ts';

const site = new Site();
const article = '/news/artists-stealing-isnt-innovation/';
const board = '/leaderboards/arena-text-to-video/';

async function printed(path: string): Promise<Page> {
  const { page } = await site.open(path, { width: 718, colorScheme: 'dark' });
  // A reader's own dark theme must not reach the paper.
  await page.evaluate("document.documentElement.dataset.theme = 'dark'");
  await page.emulateMedia({ media: 'print' });
  return page;
}

const shown = (page: Page, query: string): Promise<boolean> => page.locator(query).first().isVisible();

describe('on paper', () => {
  it('an article is without furniture, with the addresses of its links, its notes and corrections', async () => {
    const page = await printed(article);
    for (const query of [
      '.masthead nav',
      '.tools',
      '.strip',
      '.newsletter',
      '.related',
      '.next',
      '.share',
      '.edit-links',
      '.contents',
      'footer nav',
    ])
      expect(await shown(page, query), query).toBe(false);
    for (const query of ['h1', '.dek', '.meta', '.hero img', '.prose > p', '.sources', '#fn-1', '.wordmark'])
      expect(await shown(page, query), query).toBe(true);
    const after = (query: string): Promise<string> =>
      page
        .locator(query)
        .first()
        .evaluate((element) => getComputedStyle(element, '::after').content);
    expect(await after('.prose > p a[href^="https"]')).toMatch(/^" \(" attr\(href\)|^" \(https:/u);
    expect(await after('.prose > p a[href^="/"]')).toContain('/');
    expect(await after('.sources a')).not.toBe('none');
    expect(await page.locator('.printed').innerText()).toBe(`https://megaton.ai${article}`);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.prose > p')).color")).toBe('rgb(0, 0, 0)');
    await page.context().close();
  });

  it('a board shows its whole table within the page', async () => {
    const page = await printed(board);
    for (const query of ['.filters', '.follow', '.strip']) expect(await shown(page, query), query).toBe(false);
    // The printable width of A4 with margins of one centimetre.
    expect(
      await page.evaluate("document.querySelector('[data-board-table]').getBoundingClientRect().right"),
    ).toBeLessThanOrEqual(718);
    expect(await page.locator('[data-board-table] tbody .interval').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it.each([
    [article, 3, 7],
    [board, 3, 8],
  ])('%s becomes a PDF of a sensible length', async (path, least, most) => {
    const page = await printed(path);
    const file = (
      await page.pdf({ format: 'A4', margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' } })
    ).toString('latin1');
    const count = file.match(/\/Type \/Page\b/gu)?.length ?? 0;
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
    // Every address that can be pressed on the screen can be pressed in the file.
    expect(file).toContain('/URI');
    await page.context().close();
  });
});
