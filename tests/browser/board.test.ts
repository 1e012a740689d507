import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Site } from './browser.ts';

const site = new Site();
const board = '/leaderboards/arena-text-to-video/';

const names = (page: Page): Promise<string[]> =>
  page.locator('[data-board-table] tbody tr:visible th a:first-child').allInnerTexts();
const column = async (page: Page, head: string): Promise<string[]> => {
  const heads = (await page.locator('[data-board-table] thead th').allInnerTexts()).map((text) =>
    text.replace(/[↑↓]/gu, '').trim(),
  );
  const index = heads.indexOf(head);
  return page.locator(`[data-board-table] tbody tr:visible > :nth-child(${index + 1})`).allInnerTexts();
};
const numbers = (cells: readonly string[]): number[] =>
  cells.filter((cell) => /^[\d,.]+$/u.test(cell.trim())).map((cell) => Number(cell.replaceAll(',', '')));

/** Follows a link and waits until its page, with or without script, is whole. */
async function follow(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name, exact: true });
  const address = (await link.getAttribute('href')) ?? '';
  await link.click();
  await page.waitForURL(`**${address}`);
}

describe.each([true, false])('board with script: %s', (javaScriptEnabled) => {
  it('sorts by votes, most first, and says so', async () => {
    const { page } = await site.open(board, { javaScriptEnabled });
    await follow(page, 'Votes');
    const votes = numbers(await column(page, 'Votes'));
    expect(votes.length).toBe(48);
    expect(votes).toEqual([...votes].sort((a, b) => b - a));
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    expect(new URL(page.url()).pathname).toBe(`${board}by/votes/`);
    await page.context().close();
  });

  it('sorts by price, cheapest first, and leaves what nobody published for the end', async () => {
    const { page } = await site.open(board, { javaScriptEnabled });
    await follow(page, 'From, USD/s');
    const cells = await column(page, 'From, USD/s');
    const known = numbers(cells);
    expect(known.length).toBeGreaterThan(10);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(numbers(cells.slice(0, known.length)).length).toBe(known.length);
    await page.context().close();
  });

  it('shows open weights alone, with the ranks of the whole board', async () => {
    const { page } = await site.open(board, { javaScriptEnabled });
    await follow(page, 'Open weights');
    const shown = await names(page);
    expect(shown).toContain('MiniMax H3');
    expect(shown).not.toContain('FLUX 3 Video');
    expect((await column(page, 'Weights, licence')).every((cell) => cell.startsWith('open'))).toBe(true);
    expect((await column(page, 'Rank, 95 %'))[0]).toContain('6–9');
    expect(await page.locator('a[data-filter][aria-current]').innerText()).toBe('Open weights');
    expect(new URL(page.url()).pathname).toBe(`${board}only/open-weights/`);
    await page.context().close();
  });
});

describe('board', () => {
  it('announces a sort and a choice, and goes back to all by rank', async () => {
    const { page } = await site.open(board);
    const status = page.locator('[data-board-status]');
    await page.getByRole('link', { name: 'Votes', exact: true }).press('Enter');
    expect(await status.textContent()).toContain('Votes, descending');
    await page.getByRole('link', { name: 'With sound', exact: true }).press('Enter');
    expect(await status.textContent()).toMatch(/With sound: \d+ entries/u);
    await page.getByRole('link', { name: 'All models', exact: true }).press('Enter');
    await page.getByRole('link', { name: 'Rank, 95 %', exact: true }).press('Enter');
    expect((await names(page)).slice(0, 2)).toEqual(['Gemini Omni 1.1 Flash', 'Gemini Omni Flash']);
    await page.context().close();
  });

  it('has a table next to its chart', async () => {
    const { page } = await site.open(board);
    await page.getByText('The same as a table').click();
    expect(
      await page
        .getByRole('region', { name: /ranks in each edition/u })
        .getByRole('row')
        .count(),
    ).toBeGreaterThan(20);
    await page.context().close();
  });
});

describe('the page to pick models', () => {
  it('leaves only the ticked ones, without script', async () => {
    const { page } = await site.open('/compare/', { javaScriptEnabled: false });
    await page.getByLabel('Veo 3.1', { exact: true }).check();
    await page.getByLabel('Kling 2.6', { exact: true }).check();
    await page.getByLabel('Show only the ticked models').check();
    expect(await page.locator('.pick tbody tr:visible').count()).toBe(2);
    await page.context().close();
  });
});
