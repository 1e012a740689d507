import { describe, expect, it } from 'vitest';
import { kinds, Site } from './browser.ts';

const site = new Site();

/** Everything that takes the focus, in the order of the page, and what has it; elements are numbered. */
const number = `(element) => { window.numbers ??= new WeakMap(); if (!window.numbers.has(element)) { window.count = (window.count ?? 0) + 1; window.numbers.set(element, window.count); } return window.numbers.get(element); }`;
const reachable = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true })).map((element) => [(${number})(element), element.outerHTML.slice(0, 120)])`;
const focused = `(() => { const element = document.activeElement; if (!element || element === document.body) return undefined; const { outlineStyle, outlineWidth } = getComputedStyle(element); const { width, height } = element.getBoundingClientRect(); return { number: (${number})(element), html: element.outerHTML.slice(0, 120), outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, seen: width > 0 && height > 0 }; })()`;

interface Focus {
  number: number;
  html: string;
  outlined: boolean;
  seen: boolean;
}

describe.each([360, 1280])('at %i pixels', (width) => {
  it.each(['home', 'article', 'review', 'board', 'pick', 'model', 'search', 'product', 'missing'])(
    'everything on %s is reached by Tab, with an outline',
    async (kind) => {
      const { page } = await site.open(kinds[kind] ?? '/', { width });
      const all = (await page.evaluate(reachable)) as [number, string][];
      expect(all.length).toBeGreaterThan(15);
      const met = new Map<number, Focus>();
      for (let step = 0; step < all.length + 20; step += 1) {
        await page.keyboard.press('Tab');
        const now = (await page.evaluate(focused)) as Focus | undefined;
        // Behind the last stop comes the first: some pages begin with the focus further down.
        if (now) met.set(now.number, now);
      }
      expect(all.filter(([id]) => !met.has(id)).map(([, html]) => html)).toEqual([]);
      expect([...met.values()].filter(({ outlined, seen }) => !outlined || !seen).map(({ html }) => html)).toEqual([]);
      await page.context().close();
    },
  );
});

describe('by keyboard alone', () => {
  it('a phone’s menu opens, leads on, and closes', async () => {
    const { page } = await site.open('/', { width: 360 });
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reviews' });
    expect(await link.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await link.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reviews\/$/u);
    await page.context().close();
  });

  it('a board is sorted and filtered', async () => {
    const { page } = await site.open('/leaderboards/arena-text-to-video/');
    await page.getByRole('columnheader', { name: 'Votes' }).getByRole('link').focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/leaderboards/arena-text-to-video/by/votes/');
    await page.getByRole('link', { name: 'Open weights' }).focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/leaderboards/arena-text-to-video/only/open-weights/');
    await page.context().close();
  });

  it('the theme is switched', async () => {
    const { page } = await site.open('/', { colorScheme: 'light' });
    await page.getByRole('button', { name: /Theme/u }).focus();
    await page.keyboard.press('Space');
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await page.context().close();
  });
});
