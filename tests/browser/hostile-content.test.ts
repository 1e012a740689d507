import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '#loading/read-content';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { serveFolder } from '../site/server.ts';
import { problemsOf, problemsOfFiles } from '../../src/integrations/verify/checks.ts';
import { readFeed, type Feed } from '../../src/integrations/verify/feeds.ts';
import { untrustedMarkup } from '../../src/integrations/verify/markup.ts';
import { factsOf } from '../../src/integrations/verify/page-facts.ts';
import { addressOf } from '../../src/integrations/verify/addresses.ts';
import { openSite, type BuiltSite } from '../../src/integrations/verify/site.ts';
import { elements, parseHtml, textOf } from '../html.ts';
import { now, writeContent } from '../loading/fixture.ts';
import { buildAt } from '../builds/small-site.ts';
import { addCode } from '../project.ts';
import { bodyPayloads, fieldPayloads, photograph, hostileContent } from './hostile-content.ts';

/**
 * A site in which every field holds what attackers try, built past the check that would refuse most of it. Nothing of it
 * may run: not in a page, also without the policy that forbids it, not in a feed, not in the search.
 */
let root = '';
let site: BuiltSite;
let browser: Browser;
let page: Page;
let origin = '';
let close: () => void = () => undefined;
const ran: string[] = [];
const foreign = new Set<string>();

/** Lets the copy build content that the check refuses, and a site that the verification refuses. */
function buildWithoutChecks(folder: string): void {
  edit(join(folder, 'src/loading/loader.ts'), 'if (errors.length > 0) throw new ContentError(errors);', '');
  edit(join(folder, 'astro.config.mjs'), '    verify(),\n', '');
}

function edit(file: string, from: string, to: string): void {
  const parts = readFileSync(file, 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`${file} does not hold once: ${from}`);
  writeFileSync(file, parts.join(to));
}

/** Whatever a payload calls is noted; then all that could set one off is done. */
const trap = `for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => void window.note(name);
Object.defineProperty(window, 'ran', { get: () => 1, set: () => void window.note('ran') });`;
const provoke = `for (const node of document.querySelectorAll('*')) for (const name of ['mouseover', 'mouseenter', 'pointerenter', 'pointerover', 'focus', 'blur', 'toggle', 'begin', 'start', 'load', 'error', 'animationstart', 'input', 'change']) node.dispatchEvent(new Event(name, { bubbles: false }));`;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-hostile-'));
  for (const [path, content] of Object.entries(await hostileContent())) writeContent(folder, path, content);
  root = addCode(folder);
  buildWithoutChecks(root);
  const { code, said } = await buildAt(root, now);
  expect(code, said).toBe(0);
  site = await openSite(join(root, 'dist'), 'https://paper.example');
  const served = await serveFolder(site.folder);
  ({ origin } = served);
  close = () => served.server.close();
  browser = await launchBrowser();
  const profile = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
  await profile.exposeFunction('note', (name: string) => ran.push(`${page.url()}: ${name}`));
  await profile.addInitScript(trap);
  page = await profile.newPage();
  page.on('dialog', (dialog) => {
    ran.push(`${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:data|about|blob):/u.test(request.url()))
      foreign.add(`${page.url()}: ${request.url()}`);
  });
});
afterAll(async () => {
  await browser?.close();
  close();
  rmSync(root, { recursive: true, force: true });
});

const pages = (): string[] => site.files.filter((path) => path.endsWith('.html'));
const feeds = (): Feed[] =>
  site.files.map((path) => readFeed(path, site.text(path))).filter((feed): feed is Feed => typeof feed === 'object');

describe('what attackers write', () => {
  it('is plenty, and is on the site', () => {
    expect(fieldPayloads.length).toBeGreaterThan(130);
    expect(bodyPayloads.length).toBeGreaterThan(100);
    expect(pages().length).toBeGreaterThan(fieldPayloads.length);
    const words = pages()
      .map((path) => textOf(parseHtml(site.text(path))))
      .join('\n');
    // The site sets typographic quotation marks.
    const bare = (text: string): string => text.replace(/["'`\u2018-\u201f]/gu, '');
    const shown = bare(words);
    expect(fieldPayloads.filter((payload) => !shown.includes(bare(payload)))).toEqual([]);
  });

  it('makes no markup that could run, in pages, drawings and feeds, and leaves feeds and files of data whole', async () => {
    const { collections: content } = readContent(root, now);
    // A note with a name of signs has no anchor, which is not tested here; a build would not be published.
    const faults = await problemsOf([problemsOfFiles], { site, content, now });
    expect(
      faults.filter(
        (fault) =>
          !/^\/news\/story-\d+\/: the link to #fn(?:ref)?-\S+ leads to a place that is not on that page\.$/u.test(
            fault,
          ),
      ),
    ).toEqual([]);
    expect(untrustedMarkup({ site, content, now })).toEqual([]);
    const strange = pages()
      .map((path) => factsOf(addressOf(path), site.text(path)))
      .flatMap(({ address, links }) =>
        links.filter((link) => !/^(?:https?:\/\/|mailto:|\/|#)/u.test(link)).map((link) => `${address}: ${link}`),
      );
    expect(strange).toEqual([]);
  });

  it('leaves structured data whole, and cannot leave its element', () => {
    let blocks = 0;
    for (const path of pages()) {
      const html = site.text(path);
      for (const script of elements(
        parseHtml(html),
        ({ tagName, properties }) => tagName === 'script' && properties.type === 'application/ld+json',
      )) {
        blocks += 1;
        expect(() => JSON.parse(textOf(script)) as unknown, path).not.toThrow();
        expect(textOf(script), path).not.toMatch(/<\/?script/iu);
      }
    }
    expect(blocks).toBeGreaterThan(0);
  });

  it('can be caught by the trap of these tests', async () => {
    await page.setContent('<img src=x onerror=alert(1)>');
    await expect.poll(() => ran.length).toBe(1);
    ran.length = 0;
  });

  it('runs on no page, without the policy that would forbid it', async () => {
    for (const path of pages()) {
      await page.goto(`${origin}${addressOf(path)}`, { waitUntil: 'domcontentloaded' });
      await page.evaluate(provoke);
    }
    expect(ran).toEqual([]);
    expect([...foreign]).toEqual([]);
  });

  it('runs in no reader of the feeds', async () => {
    const bodies = feeds().flatMap(({ bodies: each }) => each);
    expect(bodies.length).toBeGreaterThan(20);
    await page.goto('about:blank');
    for (const body of bodies) {
      await page.setContent(body, { waitUntil: 'domcontentloaded' });
      await page.evaluate(provoke);
    }
    expect(ran).toEqual([]);
    expect([...foreign].filter((request) => !request.includes('https://paper.example/'))).toEqual([]);
  });

  it.each(['script', 'onerror', 'alert', 'svg', 'javascript', 'img src'])(
    'runs in no result of a search for %j',
    async (words) => {
      await page.goto(`${origin}/search/?q=${encodeURIComponent(words)}`);
      await page.locator('.search .results li').first().waitFor();
      await page.evaluate(provoke);
      expect(await page.locator('.search .results :is(img, script, svg, iframe)').count()).toBe(0);
      expect(ran).toEqual([]);
    },
  );
});

describe('pictures with metadata', () => {
  it('are encoded again, without camera, place and name', async () => {
    const original = await photograph();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const pictures = readdirSync(join(site.folder, '_astro')).filter((name) => /\.(?:webp|jpe?g|png)$/u.test(name));
    expect(pictures.filter((name) => name.startsWith('photo.')).length).toBeGreaterThan(0);
    expect(pictures.filter((name) => name.startsWith('secret-draft.'))).toEqual([]);
    for (const name of pictures) {
      const bytes = readFileSync(join(site.folder, '_astro', name));
      expect(bytes.equals(original), name).toBe(false);
      expect(bytes.toString('latin1'), name).not.toMatch(/Secret/u);
    }
  });
});
