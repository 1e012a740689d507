import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Site } from './browser.ts';

const site = new Site();

const results = (page: Page) => page.locator('.search .results a');
const status = (page: Page) => page.locator('.search .status');

async function settled(page: Page, words: RegExp): Promise<string> {
  await page.waitForFunction(
    (source) => new RegExp(source, 'u').test(document.querySelector('.search .status')?.textContent ?? ''),
    words.source,
  );
  return status(page).innerText();
}

describe('search', () => {
  it('loads nothing of itself before it is opened', async () => {
    const { page } = await site.open('/');
    const loaded = (await page.evaluate(
      'performance.getEntriesByType("resource").map(({ name }) => name)',
    )) as string[];
    expect(loaded.filter((name) => /pagefind|headlines|search-/u.test(name))).toEqual([]);
    await page.context().close();
  });

  it('opens by /, finds, is walked by arrows, and closes by Escape with the focus where it was', async () => {
    const { page, errors } = await site.open('/news/');
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('moltbook');
    expect(await settled(page, /\d+ results?/u)).toMatch(/^\d+ result/u);
    expect(await results(page).first().getAttribute('href')).toBe('/news/moltbook-openclaw-agents/');
    expect((await page.locator('.search .excerpt mark').first().innerText()).toLowerCase()).toContain('moltbook');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('/news/moltbook-openclaw-agents/');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog', { name: 'Search' }).count()).toBe(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('opens by the link in the masthead', async () => {
    const { page } = await site.open('/');
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.context().close();
  });

  it('keeps the query, the filters and the order in the address', async () => {
    const { page } = await site.open('/search/');
    await page.getByRole('searchbox', { name: 'Search' }).fill('kling');
    const all = Number.parseInt(await settled(page, /\d+ results?/u), 10);
    await page
      .getByRole('group', { name: 'Kind' })
      .getByRole('button', { name: /^Model/u })
      .click();
    await page.waitForFunction(
      (count) => Number.parseInt(document.querySelector('.search .status')?.textContent ?? '', 10) < count,
      all,
    );
    await page.getByLabel('Order').selectOption('date');
    await page.waitForURL(/sort=date/u);
    const address = new URL(page.url());
    expect(Object.fromEntries(address.searchParams)).toEqual({ q: 'kling', kind: 'Model', sort: 'date' });
    const narrowed = await settled(page, /\d+ results?/u);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await settled(page, /\d+ results?/u)).toBe(narrowed);
    expect(await page.getByRole('searchbox').inputValue()).toBe('kling');
    for (const href of await results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      expect(href).toMatch(/^\/models\//u);
    await page.context().close();
  });

  it('shows filters as chips that say whether they are chosen, by keyboard too', async () => {
    const { page } = await site.open('/search/?q=kling');
    await settled(page, /\d+ results?/u);
    const chip = page.getByRole('group', { name: 'Category' }).getByRole('button', { name: /^Business/u });
    expect(await chip.getAttribute('aria-pressed')).toBe('false');
    await chip.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/category=Business/u);
    // The focus stays where it was, so that a second press takes the filter away.
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-pressed') === 'true');
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.search.includes('category'));
    await page.locator('select[name="model"]').selectOption({ index: 1 });
    await page.waitForURL(/model=/u);
    await page.getByRole('button', { name: /^Model: / }).click();
    await page.waitForURL((url) => !url.search.includes('model'));
    await page.context().close();
  });

  it('says for what and how much was found where screen readers hear it', async () => {
    const { page } = await site.open('/search/?q=moltbook');
    expect(await settled(page, /\d+ results?/u)).toMatch(/^1 result for “moltbook”, \d+ full texts?$/u);
    expect(await status(page).getAttribute('role')).toBe('status');
    await page.context().close();
  });

  it('is walked by arrows, followed by Enter, and remembers the search in this browser only', async () => {
    const { page, foreign } = await site.open('/search/');
    await settled(page, /Write a word/u);
    expect(await page.locator('.search .recent button').count()).toBe(0);
    await page.keyboard.type('moltbook');
    await settled(page, /\d+ results?/u);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('INPUT');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/news\/moltbook/u);
    await page.goto(`${site.origin}/search/`);
    await page.locator('.search .recent').getByRole('button', { name: 'moltbook' }).click();
    expect(await settled(page, /\d+ results?/u)).toContain('moltbook');
    expect(await page.getByRole('searchbox').inputValue()).toBe('moltbook');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Forget these' }).click();
    expect(await page.locator('.search .recent button').count()).toBe(0);
    expect(await page.evaluate("localStorage.getItem('searches')")).toBe(null);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('takes whatever is in the memory of the browser for what it is', async () => {
    const { page } = await site.open('/search/');
    for (const value of ['{', '{"a":1}', '[1,null,"<img src=x>"]']) {
      await page.evaluate((text) => localStorage.setItem('searches', text), value);
      await page.goto(`${site.origin}/search/`);
      await settled(page, /Write a word/u);
      expect(await page.locator('.search img').count()).toBe(0);
    }
    await page.context().close();
  });

  it('sorts by date, newest first', async () => {
    const { page } = await site.open('/search/?kind=Article&sort=date');
    await settled(page, /\d+ results?/u);
    const days = await page.locator('.search .results li > .small').allInnerTexts();
    const times = days.map((text) => Date.parse(`${text.split(' · ')[1]} UTC`));
    expect(times.length).toBe(10);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    await page.context().close();
  });

  it.each([
    ['kind', 'Leaderboard', '/leaderboards/'],
    ['kind', 'Review', '/reviews/'],
    ['category', 'Culture', '/news/'],
    ['provider', 'Kling', '/'],
    ['model', 'Veo 3.1', '/'],
    ['year', '2025', '/'],
  ])('narrows to %s %s', async (filter, value, prefix) => {
    const { page } = await site.open(`/search/?${filter}=${encodeURIComponent(value)}`);
    expect(Number.parseInt(await settled(page, /\d+ results?/u), 10)).toBeGreaterThan(0);
    for (const href of await results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
      expect(href.startsWith(prefix)).toBe(true);
    await page.context().close();
  });

  it.each(['zzzzqqqq', 'xyzzyqq'])('finds nothing for %s, and says what to do', async (nonsense) => {
    const { page } = await site.open(`/search/?q=${nonsense}`);
    expect(await settled(page, /Nothing/u)).toContain(`Nothing found for “${nonsense}”`);
    expect(await results(page).count()).toBe(0);
    expect(
      await status(page)
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['/models/', '/leaderboards/', '/archive/']);
    await page.context().close();
  });

  it.each([
    ['veo3', /results? for “veo3”, \d+ full texts/u, '/models/veo-3/'],
    ['klign', /Read as “Kling”\. \d+ results/u, '/providers/kuaishou/'],
    ['可灵 2.6', /results? for “可灵 2\.6”, \d+ full texts/u, '/models/kling-2-6/'],
    ['price per second', /results? for/u, '/leaderboards/top-models/by/price/'],
    ['rss', /results? for “rss”/u, '/feeds/'],
    ['disney lawsuit', /results? for “disney lawsuit”/u, '/trackers/lawsuits/'],
    // The name is in texts alone.
    ['tom cruise', /results? for “tom cruise”/u, '/news/seedance-2-hollywood/'],
  ])('leads from %s to the page that is meant', async (query, words, path) => {
    const { page } = await site.open(`/search/?q=${encodeURIComponent(query)}`);
    await settled(page, words);
    expect(await results(page).first().getAttribute('href')).toBe(path);
    await page.context().close();
  });

  it('leads from two models to their comparison, also where it has no page of its own', async () => {
    const { page } = await site.open(`/search/?q=${encodeURIComponent('veo 3.1 vs kling 2.6')}`);
    await settled(page, /results? for/u);
    expect(await results(page).first().getAttribute('href')).toBe('/compare/kling-2-6-vs-veo-3-1/');
    await page.getByRole('searchbox').fill('sora vs vidu q3');
    await page.getByRole('link', { name: 'Sora and Vidu Q3' }).click();
    await page.waitForURL(/\/compare\/\?models=/u);
    await page.getByRole('columnheader', { name: 'Vidu Q3' }).waitFor();
    expect(await page.locator('.side-by-side thead a').allInnerTexts()).toEqual(['Sora', 'Vidu Q3']);
    await page.context().close();
  });

  it('reads a query in the same way when it is narrowed to a kind', async () => {
    const { page } = await site.open('/search/?q=klign26&kind=Model');
    await settled(page, /results? for “klign26”/u);
    expect(await results(page).first().getAttribute('href')).toBe('/models/kling-2-6/');
    await page.context().close();
  });

  it('gives a page that is found by its name the words around the query too', async () => {
    const { page } = await site.open('/search/?q=moltbook');
    await settled(page, /full texts?/u);
    const first = page.locator('.search .results li').first();
    expect(await first.getByRole('link').getAttribute('href')).toBe('/news/moltbook-openclaw-agents/');
    expect((await first.locator('mark').first().innerText()).toLowerCase()).toContain('moltbook');
    await page.context().close();
  });

  it('says so when the index cannot be reached', async () => {
    const { page } = await site.open('/search/');
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${site.origin}/search/?q=kling`);
    expect(await settled(page, /cannot be reached/u)).toContain('The archive');
    await page.context().close();
  });

  it('runs nothing that is in a query', async () => {
    const { page } = await site.open(
      `/search/?q=${encodeURIComponent('<img src=x onerror=document.title=1>')}&kind=${encodeURIComponent('<script>document.title=1</script>')}`,
    );
    await settled(page, /Nothing|result/u);
    expect(await page.title()).toBe('Search | Megaton');
    expect(await page.locator('.search img, .search script').count()).toBe(0);
    await page.context().close();
  });
});
