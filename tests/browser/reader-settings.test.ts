import { describe, expect, it } from 'vitest';
import { Site } from './browser.ts';

const site = new Site();
const article = '/news/artists-stealing-isnt-innovation/';

/** A voice that only notes what it is to say. */
const fakeVoice = `
  window.spoken = [];
  const ended = [];
  Object.defineProperty(window, 'speechSynthesis', { value: {
    speak: (utterance) => { window.spoken.push([utterance.text, utterance.lang]); ended.push(utterance); },
    cancel: () => { window.cancelled = (window.cancelled ?? 0) + 1; },
  } });
  window.finish = () => ended.at(-1).dispatchEvent(new Event('end'));
`;

describe('listening', () => {
  it('reads headline, dek and paragraphs aloud, stops, and ends by itself', async () => {
    const { page } = await site.open('/about/');
    await page.addInitScript(fakeVoice);
    await page.goto(`${site.origin}${article}`);
    await page.getByRole('button', { name: 'Listen' }).click();
    const spoken = (await page.evaluate('window.spoken')) as [string, string][];
    expect(spoken[0]).toEqual([(await page.locator('h1').textContent())?.trim(), 'en-GB']);
    const paragraphs = await page.locator('.prose > p').allTextContents();
    expect(spoken.length).toBeGreaterThan(paragraphs.length);
    // Marks of notes are for the eye.
    expect(spoken.map(([text]) => text).join(' ')).not.toMatch(/\[\d+\]/u);
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(await page.evaluate('window.cancelled')).toBe(2);
    await page.getByRole('button', { name: 'Listen' }).click();
    await page.evaluate('window.finish()');
    await page.getByRole('button', { name: 'Listen' }).waitFor();
    await page.context().close();
  });

  it('is not offered where the browser has no voice, or no script runs', async () => {
    const { page } = await site.open('/about/');
    await page.addInitScript('delete window.speechSynthesis; delete Window.prototype.speechSynthesis;');
    await page.goto(`${site.origin}${article}`);
    expect(await page.getByRole('button', { name: 'Listen' }).count()).toBe(0);
    await page.context().close();
    const { page: plain } = await site.open(article, { javaScriptEnabled: false });
    expect(await plain.getByRole('button', { name: 'Listen' }).count()).toBe(0);
    await plain.context().close();
  });
});

describe('reading without pictures', () => {
  it('shows none, requests at most the first before the page can refuse it, and is kept until it is taken back', async () => {
    const { page } = await site.open(article);
    await page.getByRole('button', { name: 'Hide pictures' }).click();
    await page.getByRole('button', { name: 'Show pictures' }).waitFor();
    const requested: string[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'image') requested.push(request.url());
    });
    for (const path of [article, '/']) {
      await page.goto(`${site.origin}${path}`);
      expect(await page.locator('main img').first().isVisible()).toBe(false);
    }
    expect(requested.length).toBeLessThanOrEqual(2);
    await page.getByRole('button', { name: 'Show pictures' }).click();
    await page.getByRole('button', { name: 'Hide pictures' }).waitFor();
    await expect.poll(() => page.locator('main img').first().isVisible()).toBe(true);
    await page.context().close();
  });
});
