import { median } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { showOurFonts, Site } from './browser.ts';

const site = new Site();
const article = '/news/artists-stealing-isnt-innovation/';
const background = 'getComputedStyle(document.documentElement).backgroundColor';

describe('theme', () => {
  it('is there at the first paint of the next page', async () => {
    const { page } = await site.open('/', { colorScheme: 'light' });
    await page.getByRole('button', { name: /Theme: light/u }).click();
    // Written down while the body is parsed, before anything is painted.
    await page.addInitScript(
      'new MutationObserver((_, observer) => { if (document.body) { window.first = document.documentElement.dataset.theme; observer.disconnect(); } }).observe(document, { childList: true, subtree: true })',
    );
    await page.goto(`${site.origin}${article}`);
    expect(await page.evaluate('window.first')).toBe('dark');
    await page.context().close();
  });

  it('follows the system, can be switched, and stays switched on the next page', async () => {
    const { page } = await site.open('/', { colorScheme: 'light' });
    const light = await page.evaluate(background);
    await page.getByRole('button', { name: /Theme: light/u }).click();
    const dark = await page.evaluate(background);
    expect(dark).not.toBe(light);
    await page.goto(`${site.origin}${article}`);
    expect(await page.evaluate(background)).toBe(dark);
    await page.context().close();
  });
});

describe('keyboard', () => {
  it('begins with a link to the text, and shows the focus', async () => {
    const { page } = await site.open(article);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the text');
    expect(await page.locator('.skip').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('_main');
    await page.context().close();
  });

  it('closes an open menu by Escape', async () => {
    const { page } = await site.open('/');
    const summary = page.getByRole('navigation', { name: 'Main' }).getByText('Products', { exact: true });
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('link', { name: 'Megaton Mesh' }).first().isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Megaton Mesh' }).isVisible(),
    ).toBe(false);
    await page.context().close();
  });
});

describe('article', () => {
  it('copies its address where there is no share sheet', async () => {
    const { page } = await site.open(article, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`https://megaton.ai${article}`);
    await page.context().close();
  });

  it('offers the system share sheet where there is one, and opens no list then', async () => {
    const { page } = await site.open(article);
    await page.addInitScript('navigator.share = (data) => { window.shared = data; return Promise.resolve(); }');
    await page.reload();
    await page.getByRole('button', { name: 'Share' }).click();
    expect(await page.evaluate('window.shared')).toEqual({
      title: expect.stringContaining('Johansson and Blanchett') as string,
      url: `https://megaton.ai${article}`,
    });
    expect(await page.getByRole('link', { name: 'Send by e-mail' }).isVisible()).toBe(false);
    await page.context().close();
  });

  it.each([true, false])('offers plain links to share it by, with script: %s', async (javaScriptEnabled) => {
    const { page, foreign } = await site.open(article, { javaScriptEnabled });
    await page.getByRole('button', { name: 'Share' }).click();
    for (const [name, start] of [
      ['Send by e-mail', 'mailto:?'],
      ['Post on Bluesky', 'https://bsky.app/'],
      ['Post on LinkedIn', 'https://www.linkedin.com/'],
    ] as const) {
      const link = page.getByRole('link', { name });
      expect(await link.isVisible()).toBe(true);
      const href = (await link.getAttribute('href')) ?? '';
      expect(href.startsWith(start)).toBe(true);
      expect(decodeURIComponent(href)).toContain(`https://megaton.ai${article}`);
    }
    expect(await page.getByRole('button', { name: 'Copy link' }).isVisible()).toBe(javaScriptEnabled);
    expect(foreign).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('link', { name: 'Send by e-mail' }).isVisible()).toBe(false);
    await page.context().close();
  });

  it.each([
    [360, true],
    [1280, true],
    [1280, false],
  ])('opens a note in place at %i pixels, with script: %s', async (width, javaScriptEnabled) => {
    const { page } = await site.open(article, { width, javaScriptEnabled });
    const number = page.getByRole('button', { name: 'Note 1' });
    const note = page.locator('#fn-1');
    // Below the text it is in the list.
    expect(await note.evaluate((element) => getComputedStyle(element).position)).toBe('static');
    await number.focus();
    await page.keyboard.press('Enter');
    expect(await note.evaluate((element) => element.matches(':popover-open'))).toBe(true);
    const [at, open] = [await number.boundingBox(), await note.boundingBox()];
    if (!at || !open) throw new Error('Nothing is shown.');
    expect(open.x).toBeGreaterThanOrEqual(0);
    expect(open.x + open.width).toBeLessThanOrEqual(width);
    // Just above or below its number.
    expect(Math.min(Math.abs(open.y - (at.y + at.height)), Math.abs(at.y - (open.y + open.height)))).toBeLessThan(40);
    await page.keyboard.press('Escape');
    expect(await note.evaluate((element) => element.matches(':popover-open'))).toBe(false);
    expect(await page.evaluate('document.activeElement.id')).toBe('fnref-1');
    await page.context().close();
  });

  it('shows the note that an address of a feed points to', async () => {
    const { page } = await site.open(`${article}#fn-2`);
    expect(await page.locator('#fn-2').isVisible()).toBe(true);
    await page.context().close();
  });

  it('has lines of about 66 letters', async () => {
    const { page } = await site.open(article);
    await page.evaluate(showOurFonts);
    const perLine = (await page.evaluate(
      `[...document.querySelectorAll('.prose > p')].filter((p) => p.textContent.length > 300).map((p) => { return p.textContent.length / (p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight)); })`,
    )) as number[];
    const mean = perLine.reduce((sum, count) => sum + count, 0) / perLine.length;
    expect(mean).toBeGreaterThan(56);
    expect(mean).toBeLessThan(72);
    await page.context().close();
  });

  it('lists its parts, and each leads to its heading', async () => {
    const { page } = await site.open('/reviews/veo-3-1-review/');
    const links = page.getByRole('navigation', { name: 'In this story' }).getByRole('link');
    expect(await links.count()).toBeGreaterThanOrEqual(3);
    await links.last().click();
    expect(await page.evaluate('document.querySelector(location.hash).getBoundingClientRect().top < innerHeight')).toBe(
      true,
    );
    expect(await page.evaluate('document.querySelector(location.hash).tagName')).toBe('H2');
    await page.context().close();
  });

  it('asks for its hero first and for the others only when they come near', async () => {
    const { page } = await site.open(article, { width: 360 });
    const images = await page
      .locator('img')
      .evaluateAll((all) =>
        all.map((image) => [
          image.getAttribute('loading'),
          image.getAttribute('fetchpriority'),
          image.getAttribute('width') !== null,
          image.getAttribute('srcset')?.includes('.webp'),
        ]),
      );
    expect(images.length).toBeGreaterThan(2);
    expect(images[0]).toEqual(['eager', 'high', true, true]);
    for (const other of images.slice(1)) expect(other).toEqual(['lazy', null, true, true]);
    await page.context().close();
  });

  it('shows headlines in their own font on a first visit, however late it comes', async () => {
    const { page } = await site.open('/about/', { width: 412 });
    await page.route('**/*.woff2', async (route) => {
      await new Promise((wait) => setTimeout(wait, 700));
      await route.continue();
    });
    await page.goto(`${site.origin}${article}`, { waitUntil: 'networkidle' });
    const inUse = (await page.evaluate(
      `(async () => { await document.fonts.ready; return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')); })()`,
    )) as string[];
    expect(inUse).toContain('Archivo Poster');
    await page.context().close();
  });

  it('bends bold fonts of the system to the width of its headlines, so that few lines break elsewhere', async ({
    skip,
  }) => {
    const { page } = await site.open('/news/');
    await page.evaluate(showOurFonts);
    const widths = (await page.evaluate(`(async () => {
      const headlines = [...document.querySelectorAll('main h2')].map(({ textContent }) => textContent.trim());
      const bent = ['Poster Arial', 'Poster Roboto', 'Poster DejaVu'];
      await Promise.allSettled(bent.map((family) => document.fonts.load('840 20px "' + family + '"')));
      const here = [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', ''));
      const line = document.createElement('span');
      line.style.cssText = 'position: absolute; white-space: nowrap; font-weight: 840; font-stretch: 66%';
      document.body.append(line);
      const widthsIn = (family) => headlines.map((headline) => {
        line.style.fontFamily = '"' + family + '"';
        line.textContent = headline;
        return line.getBoundingClientRect().width;
      });
      const own = widthsIn('Archivo Poster');
      return bent.filter((family) => here.includes(family)).map((family) => widthsIn(family).map((width, index) => width / own[index]));
    })()`)) as number[][];
    if (widths.length === 0) skip('No font of this system is bent.');
    for (const ratios of widths) {
      expect(ratios.length).toBeGreaterThan(10);
      expect(Math.abs(median(ratios)! - 1)).toBeLessThan(0.025);
    }
    await page.context().close();
  });
});
