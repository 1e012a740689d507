import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds, Site, type Visit } from './browser.ts';

const site = new Site();
// Evaluated, not added as an element, which the policy of the pages refuses.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeReport {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}

describe.each(Object.entries(kinds))('%s', (name, path) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await site.open(path);
  });
  afterAll(() => visit.page.context().close());

  it('is there', () => {
    expect(visit.status).toBe(name === 'missing' ? 404 : 200);
  });

  it('runs without an error and asks no other origin for anything', () => {
    // The browser reports the status of the missing page itself.
    expect(visit.complaints.filter((complaint) => !(name === 'missing' && complaint.includes('404')))).toEqual([]);
    expect(visit.foreign).toEqual([]);
  });

  it('sets no cookie, and keeps nothing in the browser before a reader chooses something', async () => {
    expect(await visit.page.context().cookies()).toEqual([]);
    expect(await visit.page.evaluate('document.cookie')).toBe('');
    expect(await visit.page.evaluate('Object.keys(localStorage).concat(Object.keys(sessionStorage))')).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has no accessibility fault in the %s theme', async (colorScheme) => {
    for (const width of [360, 1280]) {
      await visit.page.setViewportSize({ width, height: 900 });
      await visit.page.emulateMedia({ colorScheme });
      await visit.page.evaluate(axe);
      const { violations } = (await visit.page.evaluate('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })')) as AxeReport;
      expect(violations.map(({ id, nodes }) => `${width}: ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual([]);
    }
  });

  it.each([320, 360, 768, 1280])('does not scroll sideways at %i pixels', async (width) => {
    await visit.page.setViewportSize({ width, height: 900 });
    expect(await visit.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
