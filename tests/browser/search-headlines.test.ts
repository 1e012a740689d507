import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { content } from '../site/content.ts';
import { Site } from './browser.ts';

const site = new Site();

const links = (page: Page): Promise<(string | null)[]> =>
  page.locator('.search .results a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
const first = async (page: Page, count: number): Promise<(string | null)[]> => (await links(page)).slice(0, count);
const said = (page: Page, words: string): Promise<void> =>
  page.locator('.search .status').filter({ hasText: words }).waitFor();
const isBusy = (page: Page): Promise<string | null> => page.locator('.search .status').getAttribute('aria-busy');
const focused = (page: Page): Promise<unknown> =>
  page.evaluate('document.activeElement.getAttribute("href") ?? document.activeElement.tagName');

/** A page of the site without its worker, whose requests could not be held. */
async function open(options: BrowserContextOptions & { width?: number } = {}): Promise<Page> {
  const { page } = await site.open('/about/', { serviceWorkers: 'block', ...options });
  return page;
}

/** Goes to the search page and waits for the field. */
async function goToSearch(page: Page, query = ''): Promise<void> {
  await page.goto(`${site.origin}/search/${query}`);
  await page.getByRole('searchbox').waitFor();
}

/** Lets nothing of the full-text search through until the test allows it. */
async function holdFullText(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isOpen = false;
  await page.route('**/pagefind/**', (route) => (isOpen ? route.continue() : void held.push(route)));
  return async () => {
    isOpen = true;
    await Promise.all(held.map((route) => route.continue()));
  };
}

/** A full-text search that answers when the test says so: each term waits in `window.searches`. */
const engine = `
  window.searches = {};
  const result = (url) => ({ id: url, data: async () => ({ url, excerpt: 'full text', meta: { title: url } }) });
  export const options = async () => {};
  export const init = async () => {};
  export const mergeIndex = async () => {};
  export const destroy = async () => {};
  export const filters = async () => ({});
  export const search = (term) => new Promise((answer) => { window.searches[term] = (...urls) => answer({ filters: {}, results: urls.map(result) }); });
`;

interface Engine {
  /** Waits until the engine searches for a term. */
  searches: (term: string) => Promise<void>;
  answer: (term: string, ...urls: string[]) => Promise<void>;
}

interface WithSearches {
  searches?: Record<string, (...urls: string[]) => void>;
}

async function withEngine(page: Page): Promise<Engine> {
  await page.route('**/pagefind/*/pagefind.js*', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: engine }),
  );
  await goToSearch(page);
  const searches = async (term: string): Promise<void> => {
    await page.waitForFunction((name) => (window as WithSearches).searches?.[name] !== undefined, term);
  };
  return {
    searches,
    answer: async (term, ...urls) => {
      await searches(term);
      await page.evaluate(
        ([name = '', ...found]) => (window as WithSearches).searches?.[name]?.(...found),
        [term, ...urls],
      );
    },
  };
}

/** Models whose name begins with a text, newest first. */
const modelsThatBegin = (text: string): string[] =>
  content.models
    .filter(({ data }) => data.name.toLowerCase().startsWith(text))
    .sort((a, b) => ((a.data.released?.value ?? '') < (b.data.released?.value ?? '') ? 1 : -1))
    .map(({ id }) => `/models/${id}/`);

describe('while the full-text search is on its way', () => {
  it('the first keystroke is answered from headlines, and each further one', async () => {
    const page = await open();
    await holdFullText(page);
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('h');
    await said(page, 'Pages that match');
    expect(modelsThatBegin('h').length).toBeGreaterThan(3);
    expect(await links(page)).toEqual(expect.arrayContaining(modelsThatBegin('h')));
    await page.keyboard.type('ail');
    await page.waitForFunction(
      (first) => document.querySelector('.search .results a')?.getAttribute('href') === first,
      modelsThatBegin('hail')[0],
    );
    expect(await first(page, modelsThatBegin('hail').length)).toEqual(modelsThatBegin('hail'));
    expect(await focused(page)).toBe('INPUT');
    await page.context().close();
  });

  it.each([360, 1280])('its answer takes the place of the headlines at %i pixels, where they was', async (width) => {
    const page = await open({ width });
    const release = await holdFullText(page);
    await goToSearch(page);
    await page.keyboard.type('moltbook');
    await said(page, 'Pages that match');
    expect(await isBusy(page)).toBe('true');
    const top = (): Promise<number> =>
      page.locator('.search .results').evaluate((list) => list.getBoundingClientRect().top + scrollY);
    const before = await top();
    expect(await page.locator('.search .excerpt').count()).toBe(0);
    await release();
    await said(page, 'for “moltbook”');
    expect(await isBusy(page)).toBe('false');
    expect(await page.locator('.search .excerpt mark').count()).toBeGreaterThan(0);
    // By less than half a line: words of the state may be as long as a count.
    expect(Math.abs((await top()) - before)).toBeLessThan(10);
    await page.context().close();
  });

  it('headlines are walked by arrows, and the one that has the focus keeps it when the answer comes', async () => {
    const page = await open();
    const { answer } = await withEngine(page);
    await page.keyboard.type('moltbook');
    await said(page, 'Pages that match');
    const [story] = await links(page);
    expect(story).toBe('/news/moltbook-openclaw-agents/');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(story);
    await answer('moltbook', '/other/', story ?? '');
    await said(page, '1 result for “moltbook”, 2 full texts');
    expect(await links(page)).toEqual([story, '/other/']);
    expect(await focused(page)).toBe(story);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('/other/');
    await page.context().close();
  });

  it('the focus goes back to the field when the answer leaves out the result that has it', async () => {
    const page = await open();
    const { answer } = await withEngine(page);
    await page.keyboard.type('moltbook zebra');
    await said(page, 'No page has all the words; these have some of them');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('/news/moltbook-openclaw-agents/');
    await answer('moltbook zebra', '/other/');
    await said(page, '1 result');
    expect(await focused(page)).toBe('INPUT');
    await page.context().close();
  });

  it('the page says so after a while, with the headlines still where they were', async () => {
    const page = await open({ width: 360 });
    await holdFullText(page);
    await goToSearch(page, '?q=kling');
    await said(page, 'Pages that match');
    const before = await page.locator('.search .results').boundingBox();
    await said(page, 'full texts have not come yet');
    expect(await isBusy(page)).toBe('false');
    expect((await page.locator('.search .results').boundingBox())?.y).toBe(before?.y);
    expect((await links(page)).length).toBeGreaterThan(3);
    await page.context().close();
  });

  it('headlines that are replaced at once are not announced to screen readers', async () => {
    const page = await open();
    await goToSearch(page);
    await page.waitForLoadState('networkidle');
    await page.evaluate(
      `window.spoken = []; new MutationObserver(() => { const status = document.querySelector('.search .status'); if (status.getAttribute('aria-busy') !== 'true') window.spoken.push(status.textContent); }).observe(document.querySelector('.search .status'), { childList: true, subtree: true, characterData: true, attributes: true });`,
    );
    await page.keyboard.type('kling', { delay: 60 });
    await said(page, 'for “kling”');
    const spoken = [...new Set((await page.evaluate('window.spoken')) as string[])];
    expect(spoken.filter((words) => !/^\d+ results? for “k/u.test(words))).toEqual([]);
    await page.context().close();
  });
});

describe('a slow answer', () => {
  it('to an older query never takes the place of a newer answer', async () => {
    const page = await open();
    const { searches, answer } = await withEngine(page);
    await page.keyboard.type('aardvark');
    await searches('aardvark');
    await page.getByRole('searchbox').fill('okapi');
    await answer('okapi', '/okapi/');
    await said(page, 'for “okapi”');
    await answer('aardvark', '/aardvark/');
    await page.evaluate('new Promise((done) => setTimeout(done, 100))');
    expect(await links(page)).toEqual(['/okapi/']);
    expect(await page.locator('.search .status').innerText()).toBe('1 result for “okapi”');
    await page.context().close();
  });

  it('to an older query never takes the place of headlines for a newer one', async () => {
    const page = await open();
    const { searches, answer } = await withEngine(page);
    await page.keyboard.type('hai');
    await searches('hai');
    await page.getByRole('searchbox').fill('hail');
    await answer('hai', '/stale/');
    await searches('hail');
    expect(await first(page, modelsThatBegin('hail').length)).toEqual(modelsThatBegin('hail'));
    await page.context().close();
  });

  it('of the headlines never takes the place of the full-text search', async () => {
    const page = await open();
    let held: Route | undefined;
    await page.route('**/search-index.json', (route) => void (held = route));
    const { answer } = await withEngine(page);
    await page.keyboard.type('moltbook');
    await answer('moltbook', '/full/');
    await said(page, '1 result for “moltbook”');
    await held?.continue();
    await page.waitForLoadState('networkidle');
    expect(await links(page)).toEqual(['/full/']);
    await page.context().close();
  });
});

describe('without the full-text search', () => {
  it('headlines remain, and the page says that nothing else was searched', async () => {
    const page = await open();
    await page.route('**/pagefind/**', (route) => route.abort());
    await goToSearch(page);
    await said(page, 'Only names and recent headlines can be searched');
    await page.keyboard.type('hail');
    await said(page, 'Only names and recent headlines were searched');
    expect(await first(page, modelsThatBegin('hail').length)).toEqual(modelsThatBegin('hail'));
    expect(await isBusy(page)).toBe('false');
    expect(
      await page
        .locator('.search .status')
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
    ).toEqual(['/archive/', '/models/']);
    // There are no filters to open.
    expect(await page.locator('.search details').isVisible()).toBe(false);
    await page.getByRole('searchbox').fill('zzzzqqqq');
    await said(page, 'No name or recent headline matches “zzzzqqqq”');
    expect(await links(page)).toEqual([]);
    await page.context().close();
  });

  it.each(['kind=Model', 'sort=date'])('headlines do not answer for %s, which they do not know', async (parameter) => {
    const page = await open();
    await page.route('**/pagefind/**', (route) => route.abort());
    await goToSearch(page, `?q=kling&${parameter}`);
    await said(page, 'The search index cannot be reached just now');
    expect(await links(page)).toEqual([]);
    await page.context().close();
  });

  it('and then with it again, everything is searched', async () => {
    const page = await open();
    await page.route('**/pagefind/**', (route) => route.abort());
    await goToSearch(page, '?q=hail');
    await said(page, 'Only names and recent headlines');
    await page.unrouteAll();
    await page.getByRole('searchbox').fill('moltbook');
    await said(page, 'for “moltbook”');
    expect(await page.locator('.search details').isVisible()).toBe(true);
    await page.context().close();
  });
});

/** Ways in which the headlines cannot be had. */
const ways: Record<string, (route: Route) => Promise<void> | undefined> = {
  'the network is gone': (route) => route.abort('internetdisconnected'),
  'the file is gone': (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html>' }),
  'another page is in its place': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in to the wireless network</title>' }),
  'another file is in its place': (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"names":[],"pages":"none"}' }),
  'no answer comes': () => undefined,
};

describe('without headlines', () => {
  it.each(['the network is gone', 'no answer comes'])(
    'and without the script that reads them, the full-text search answers alone: %s',
    async (way) => {
      const page = await open();
      await page.route('**/_astro/index-file.*.js', (route) => ways[way]?.(route));
      await goToSearch(page);
      await page.keyboard.type('moltbook');
      await said(page, 'for “moltbook”');
      expect((await links(page))[0]).toBe('/news/moltbook-openclaw-agents/');
      await page.context().close();
    },
  );

  it.each(Object.keys(ways))('the full-text search answers alone: %s', async (way) => {
    const page = await open();
    await page.route('**/search-index.json', (route) => ways[way]?.(route));
    await goToSearch(page);
    await page.keyboard.type('moltbook');
    await said(page, 'for “moltbook”');
    expect((await links(page))[0]).toBe('/news/moltbook-openclaw-agents/');
    await page.context().close();
  });
});

it('the dialog leaves the room to results, and opens and closes its filters by a line', async () => {
  const page = await open();
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('kling');
  await said(page, 'results for “kling”');
  const kinds = page.getByRole('group', { name: 'Kind' });
  for (const isOpen of [false, true, false]) {
    expect(await kinds.isVisible()).toBe(isOpen);
    await page.getByText('Filters and order').click();
  }
  await page.context().close();
});

it('a phone opens its filters by a line, which says how many are chosen', async () => {
  const page = await open({ width: 360 });
  await goToSearch(page, '?q=kling');
  await said(page, 'results for “kling”');
  const chips = page.getByRole('group', { name: 'Kind' }).getByRole('button');
  expect(await chips.first().isVisible()).toBe(false);
  await page.getByText('Filters and order').click();
  await chips.filter({ hasText: 'Model' }).click();
  await page.getByText('Filters and order (1 chosen)').waitFor();
  expect(await chips.first().isVisible()).toBe(true);
  await page.reload();
  await page.getByText('Filters and order (1 chosen)').waitFor();
  expect(await chips.first().isVisible()).toBe(true);
  await page.context().close();
});
