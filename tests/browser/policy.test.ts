import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Site } from './browser.ts';
import { pageAt, textOf } from '../site/dist.ts';

const site = new Site();

/** What the browser says it kept from happening. */
const violations = `new Promise((resolve) => { const seen = []; document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective)); ATTEMPT; setTimeout(() => resolve(seen), 300); })`;

describe('the policy, as a browser enforces it,', () => {
  it.each([
    [
      'an inline script',
      `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))`,
      'script-src-elem',
    ],
    [
      'a handler',
      `const b = document.createElement('b'); b.setAttribute('onclick', 'window.ran = 1'); document.body.append(b); b.click()`,
      'script-src-attr',
    ],
    [
      'a script of another site',
      `document.body.append(Object.assign(document.createElement('script'), { src: 'https://evil.example/x.js' }))`,
      'script-src-elem',
    ],
    ['text that becomes a script', `setTimeout('window.ran = 1')`, 'script-src'],
    [
      'a style attribute',
      `const b = document.createElement('b'); b.setAttribute('style', 'color: red'); document.body.append(b)`,
      'style-src-attr',
    ],
    [
      'a style element',
      `document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))`,
      'style-src-elem',
    ],
    [
      'a picture of another site',
      `document.body.append(Object.assign(document.createElement('img'), { src: 'https://evil.example/x.gif' }))`,
      'img-src',
    ],
    [
      'a frame of another site',
      `document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://evil.example/' }))`,
      'frame-src',
    ],
    ['a message to another site', `fetch('https://evil.example/').catch(() => 0)`, 'connect-src'],
    [
      'a form to another site',
      `const f = document.createElement('form'); f.action = 'https://evil.example/'; document.body.append(f); f.submit()`,
      'form-action',
    ],
    [
      'a base',
      `document.head.append(Object.assign(document.createElement('base'), { href: 'https://evil.example/' }))`,
      'base-uri',
    ],
  ])('refuses %s', async (_what, attempt, directive) => {
    const { page } = await site.open('/about/');
    expect(await page.evaluate(violations.replace('ATTEMPT', attempt))).toContain(directive);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    await page.context().close();
  });

  it('holds on the page for what is missing, at any address', async () => {
    for (const path of ['/no-such-page/', '/404/']) {
      const { page } = await site.open(path);
      expect(await page.evaluate(violations.replace('ATTEMPT', `setTimeout('window.ran = 1')`))).toContain(
        'script-src',
      );
      await page.context().close();
    }
  });

  it('keeps pages of other sites from framing ours, but for boards to embed', async () => {
    const { page } = await site.open('/about/');
    // `127.0.0.1` and `localhost` are two sites to a browser.
    const other = createServer((request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(`<!doctype html><iframe src="${site.origin}${request.url}"></iframe>`),
    );
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const framed = async (path: string): Promise<boolean> => {
      await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'load' });
      return (await page.frames()[1]?.locator('main').count()) === 1;
    };
    expect(await framed('/embed/arena-text-to-video/')).toBe(true);
    expect(await framed('/about/')).toBe(false);
    other.close();
    await page.context().close();
  });
});

it('the privacy page says that there are no cookies, trackers and requests elsewhere, which the tests of every kind of page prove', () => {
  const words = textOf(pageAt('/privacy/').root);
  expect(words).toMatch(/no accounts, no comments, no trackers and no cookies/u);
  expect(words).toMatch(/Pages load nothing from other companies/u);
});
