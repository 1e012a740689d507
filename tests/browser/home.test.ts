import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { DevSite, type Written } from './dev-site.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const long =
  'A headline that goes on for so long, clause after clause, that a poster of it at full size would push all else off the screen of a phone';
const scripts = [
  '视频模型排行榜：四个模型可能并列第一',
  'أربعة نماذج قد تكون في المركز الأول',
  'Emoji 🎬🎞️ are in line 🇯🇵',
  'No',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
];
const day = (index: number): string => new Date(Date.UTC(2027, 1, 27) - index * 86_400_000).toISOString().slice(0, 10);
const article = (title: string, index: number, hero: boolean): Written => ({
  slug: `test-${index}`,
  title,
  date: day(index),
  hero,
});

const sites: [name: string, articles: Written[], keep: boolean][] = [
  ['one article without a picture', [article(long, 0, false)], false],
  [
    'five articles in five scripts, some with pictures',
    scripts.map((title, index) => article(title, index, index % 2 === 0)),
    false,
  ],
  [
    '80 articles',
    Array.from({ length: 60 }, (_, index) => article(index === 0 ? long : `Story ${index} of many`, index, index < 6)),
    true,
  ],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(sites)('a home page of %s', (_name, articles, keep) => {
  const site = new DevSite(articles, keep);
  let page: Page;
  beforeAll(async () => {
    await site.start();
    page = await browser.newPage({ reducedMotion: 'reduce' });
    await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' });
  });
  afterAll(async () => {
    await page.close();
    site.stop();
  });

  it.each([320, 360, 768, 1280])('has its hierarchy and nothing runs over at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const lead = page.locator('.lead h2');
    expect((await lead.innerText()).trim()).toBe(articles[0]?.title);
    const sizeOf = (query: string): Promise<number[]> =>
      page
        .locator(query)
        .evaluateAll((all) => all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)));
    const [leading = 0] = await sizeOf('.lead h2');
    for (const size of [...(await sizeOf('.card :is(h2, h3)')), ...(await sizeOf('.stories h2'))])
      expect(leading).toBeGreaterThan(size);
    // One headline never fills the whole of a first screen.
    expect((await lead.boundingBox())?.height).toBeLessThan(900);
    const over = await page
      .locator('main :is(h2, h3, .dek, .text)')
      .evaluateAll((all) =>
        all.filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => element.textContent),
      );
    expect(over).toEqual([]);
    // Each story once, a board, and a way to more where there is more.
    const paths = await page
      .locator('main article h2 a, main .stories h2 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => path?.startsWith('/news/')).length).toBe(Math.min(articles.length, 14));
    expect(await page.locator('.lead-figure, .board-panel').first().isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'All news' }).count()).toBe(articles.length > 4 ? 1 : 0);
  });

  it('has no accessibility fault in either theme', async () => {
    await page.addScriptTag({ path: axePath });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = (await page.evaluate(
        'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
      )) as { violations: { id: string; nodes: { html: string }[] }[] };
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });

  it('sets Arabic from right to left, and says which pictures a machine made', async () => {
    const arabic = page.locator('main h2').filter({ hasText: 'أربعة' });
    if ((await arabic.count()) > 0)
      expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    const made = articles.slice(0, 4).filter(({ hero }, index) => hero && index % 2 === 1).length;
    if (articles.length >= 5)
      expect(await page.locator('main').getByText('Made with AI').count()).toBeGreaterThanOrEqual(made);
  });

  it.runIf(keep)('shows at once what an editor puts on it', async () => {
    site.save('front-page.yaml', 'lead: {story: test-3}\nbanner: {text: A line for today, link: /archive/}\n');
    const leads = async (): Promise<string> => {
      await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' });
      return (await page.locator('.lead h2').innerText()).trim();
    };
    await expect.poll(leads, { timeout: 15_000 }).toBe('Story 3 of many');
    expect(await page.getByRole('link', { name: 'A line for today' }).getAttribute('href')).toBe('/archive/');
    expect(await page.locator('.card h2').first().innerText()).toBe(articles[0]?.title);
  });

  it.runIf(keep)('comes with a styleguide, without a fault and without running over', async () => {
    const styleguide = await browser.newPage({ viewport: { width: 360, height: 900 }, reducedMotion: 'reduce' });
    const answer = await styleguide.goto(`${site.origin}/styleguide/`, { waitUntil: 'networkidle' });
    expect(answer?.status()).toBe(200);
    for (const width of [320, 360, 768, 1280]) {
      await styleguide.setViewportSize({ width, height: 900 });
      expect(await styleguide.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await styleguide.addScriptTag({ path: axePath });
    const { violations } = (await styleguide.evaluate(
      'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] })',
    )) as { violations: { id: string; nodes: { html: string }[] }[] };
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await styleguide.close();
  });
});
