import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds, layoutShift, Site, type Visit } from './browser.ts';

const site = new Site();
// Evaluated, not added as an element, which the policy of the pages refuses.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A phone and a desk, in the fonts of the system: what moves does not depend on the moment ours come. */
let still: Page[] = [];
beforeAll(async () => {
  const visits = [360, 1280].map((width) => site.open('/feeds/', { width, without: '**/*.woff2' }));
  still = (await Promise.all(visits)).map(({ page }) => page);
});

interface AxeReport {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}

describe.each(Object.entries(kinds).map(([name, path], number) => [name, path, number] as const))(
  '%s',
  (name, path, number) => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await site.open(path);
    });
    afterAll(() => visit.page.context().close());

    it('is there', () => {
      expect(visit.status).toBe(name === 'missing' ? 404 : 200);
    });

    it('runs without an error and requests nothing from another origin', () => {
      // The browser reports the status of the missing page itself.
      expect(visit.errors.filter((error) => !(name === 'missing' && error.includes('404')))).toEqual([]);
      expect(visit.foreign).toEqual([]);
    });

    it('sets no cookie, and keeps nothing in the browser before a reader chooses something', async () => {
      expect(await visit.page.context().cookies()).toEqual([]);
      expect(await visit.page.evaluate('document.cookie')).toBe('');
      expect(await visit.page.evaluate('Object.keys(localStorage).concat(Object.keys(sessionStorage))')).toEqual([]);
    });

    it('does not move while it loads', async () => {
      await Promise.all(still.map((page) => page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' })));
      for (const page of still) expect(await page.evaluate(layoutShift)).toBeLessThanOrEqual(0.02);
    });

    // Layouts differ by width and colours by theme; every second kind is seen as the other pair.
    const [colorScheme, width] = number % 2 === 0 ? (['light', 1280] as const) : (['dark', 360] as const);
    it(`has no accessibility fault in the ${colorScheme} theme at ${width} pixels`, async () => {
      await visit.page.setViewportSize({ width, height: 900 });
      await visit.page.emulateMedia({ colorScheme });
      await visit.page.evaluate(axe);
      const { violations } = (await visit.page.evaluate(
        'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
      )) as AxeReport;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual([]);
    });

    it('holds all that it says at twice the size of letters', async () => {
      await visit.page.setViewportSize({ width: 1280, height: 900 });
      // As a reader's own setting would, and not by an element, which the policy refuses.
      await visit.page.evaluate("document.documentElement.style.fontSize = '200%'");
      const wide = await visit.page.evaluate('document.documentElement.scrollWidth');
      await visit.page.evaluate("document.documentElement.style.fontSize = ''");
      expect(wide).toBeLessThanOrEqual(1280);
    });

    // 640 pixels are those of a screen of 1280 at a zoom of 200%, 320 those at 400%.
    it.each([320, 360, 640, 768, 1280])('does not scroll sideways at %i pixels', async (width) => {
      await visit.page.setViewportSize({ width, height: 900 });
      expect(await visit.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });
  },
);
