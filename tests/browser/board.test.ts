import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { showOurFonts, Site } from './browser.ts';

const site = new Site();
const board = '/leaderboards/arena-text-to-video/';

const names = (page: Page): Promise<string[]> =>
  page.locator('[data-board-table] tbody tr:visible th a:first-child').allInnerTexts();
const column = async (page: Page, head: string): Promise<string[]> => {
  const heads = (await page.locator('[data-board-table] thead th').allInnerTexts()).map((text) =>
    text.replace(/[↑↓]/gu, '').trim(),
  );
  const index = heads.indexOf(head);
  return page.locator(`[data-board-table] tbody tr[data-place]:visible > :nth-child(${index + 1})`).allInnerTexts();
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
    await follow(page, 'From, $/s');
    const cells = await column(page, 'From, $/s');
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
    expect((await column(page, 'Weights')).every((cell) => cell.startsWith('open'))).toBe(true);
    expect((await column(page, 'Rank, 95%'))[0]).toContain('6–9');
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
    await page.getByRole('link', { name: 'Rank, 95%', exact: true }).press('Enter');
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

describe('neighbours', () => {
  it('share a scale by rank, in no other order, and again when they are back', async () => {
    const { page } = await site.open(board);
    const bars = page.locator('.bar svg');
    const scales = page.locator('tr.scale.again');
    expect(await scales.count()).toBeGreaterThan(0);
    expect(await bars.first().isVisible()).toBe(true);
    const order = await names(page);
    await follow(page, 'Votes');
    expect(await bars.first().isVisible()).toBe(false);
    expect(await scales.first().isVisible()).toBe(false);
    await follow(page, 'Rank, 95%');
    expect(await names(page)).toEqual(order);
    expect(await bars.first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('have bars that can be read, on a phone too', async () => {
    for (const [width, bar] of [
      [360, '.bar-below'],
      [1280, '.bar'],
    ] as const) {
      const { page } = await site.open(board, { viewport: { width, height: 900 } });
      await page.evaluate(showOurFonts);
      const widths = await page
        .locator(`${bar} .interval`)
        .evaluateAll((all) => all.map((interval) => interval.getBoundingClientRect().width).sort((a, b) => a - b));
      expect(widths).toHaveLength(48);
      // Half of all intervals are as wide as the usual one or wider.
      expect(widths[24] ?? 0).toBeGreaterThan(width < 768 ? 22 : 36);
      await page.context().close();
    }
  });

  it('shows a phone rank, model, score and interval without scrolling sideways', async () => {
    const { page } = await site.open(board, { viewport: { width: 360, height: 900 } });
    await page.evaluate(showOurFonts);
    const row = page.locator('tr[data-place="0"]');
    for (const part of ['.rank .numeral', 'th > a', '.score-below', '.bar-below svg']) {
      const box = await row.locator(part).first().boundingBox();
      expect((box?.x ?? 999) + (box?.width ?? 999), part).toBeLessThanOrEqual(345);
    }
    expect(await row.locator('.score-below').innerText()).toContain('1,516 ± 15, first: 64%');
    await page.context().close();
  });
});

describe('the question of a pair', () => {
  it('is answered for any two, by the same chance as in the table', async () => {
    const { page } = await site.open(board);
    const answer = page.locator('form[data-pair] output');
    expect(await answer.innerText()).toBe('Gemini Omni 1.1 Flash is ahead of Gemini Omni Flash: 64%.');
    const [one, other] = [page.locator('select[name=one]'), page.locator('select[name=other]')];
    await one.selectOption({ label: 'Wan 3.0' });
    await other.selectOption({ label: 'FLUX 3 Video' });
    expect(await answer.innerText()).toBe('FLUX 3 Video is ahead of Wan 3.0: 94%.');
    await other.selectOption({ label: 'Wan 3.0' });
    expect(await answer.innerText()).toBe('Choose two different models.');
    await page.context().close();
  });

  it('is a table without script', async () => {
    const { page } = await site.open(board, { javaScriptEnabled: false });
    expect(await page.locator('form[data-pair]').isVisible()).toBe(false);
    const table = page.getByRole('region', { name: 'Chances of the first models in pairs: table' });
    expect(await table.locator('tbody tr').count()).toBe(10);
    expect(await table.locator('tbody tr:nth-child(3) td:nth-child(7)').innerText()).toBe('94%');
    await page.context().close();
  });
});

describe('your ranking', () => {
  const path = '/leaderboards/your-ranking/';
  const shown = (page: Page): Promise<string[]> =>
    page.locator('[data-ranking-table] tr[data-model]:visible th a').allInnerTexts();

  it('is the consensus at first, and with script the address holds what is chosen', async () => {
    const { page } = await site.open(path);
    const all = await shown(page);
    expect(all).toHaveLength(38);
    await page.getByLabel('make sound').check();
    await page.getByLabel(/cost at most/u).fill('0.1');
    await expect.poll(async () => (await shown(page)).length).toBeLessThan(38);
    expect(new URL(page.url()).search).toBe('?price=0.1&sound=yes');
    const chosen = await shown(page);
    const again = await site.open(`${path}?price=0.1&sound=yes`);
    await expect.poll(() => shown(again.page)).toEqual(chosen);
    expect(await again.page.getByLabel('make sound').isChecked()).toBe(true);
    await again.page.getByRole('button', { name: 'Reset to all models and equal weights' }).click();
    expect(await shown(again.page)).toEqual(all);
    expect(new URL(again.page.url()).search).toBe('');
    await again.page.context().close();
    await page.context().close();
  });

  it('gives publishers other weights by keyboard', async () => {
    const { page } = await site.open(path);
    const slider = page.locator('input[name=weight-2]');
    await slider.focus();
    for (let press = 0; press < 2; press += 1) await slider.press('ArrowLeft');
    expect(await slider.inputValue()).toBe('0');
    expect(new URL(page.url()).search).toBe('?weight-2=0');
    // Without Arena, as the board's own table says: HappyHorse 1.0 is second, and Wan 3.0 has no place.
    expect((await shown(page))[1]).toBe('HappyHorse 1.0');
    expect(await page.locator('tr[data-model=wan-3-0] td').first().innerText()).toBe('–');
    await page.context().close();
  });

  it('has presets that need no script', async () => {
    const { page } = await site.open(path, { javaScriptEnabled: false });
    await follow(page, 'With sound, up to $0.10 a second');
    const preset = await shown(page);
    await page.context().close();
    const scripted = await site.open(`${path}?price=0.1&sound=yes`);
    await expect.poll(() => shown(scripted.page)).toEqual(preset);
    await scripted.page.context().close();
  });

  it.each(['price=<script>', 'weight-1=NaN', 'sound=constructor', '%E0%A4%A'])(
    'takes ?%s for what it is',
    async (query) => {
      const { page, errors } = await site.open(`${path}?${query}`);
      await expect.poll(async () => (await shown(page)).length).toBe(38);
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );
});
