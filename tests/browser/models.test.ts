import type { Page } from 'playwright-core';
import { lowestPriceWithSound } from '#domain/models/prices';
import { describe, expect, it } from 'vitest';
import { content } from '../site/content.ts';
import { Site } from './browser.ts';

const site = new Site();
const models = new Map(content.models.map(({ data }) => [data.name, data]));

const shown = async (page: Page): Promise<string[]> =>
  page.locator('[data-model]:visible .who a').evaluateAll((links) => links.map((link) => link.textContent ?? ''));
const status = (page: Page) => page.locator('[data-model-status]').textContent();
const ready = (page: Page) => page.locator('[data-model-filters] fieldset:not([disabled])').waitFor();

describe('the list of models', () => {
  it('answers which cheap models make sound, announces how many, and keeps the choice in the address', async () => {
    const { page } = await site.open('/models/');
    await ready(page);
    const before = await shown(page);
    expect(before).toHaveLength(models.size);
    await page.getByLabel('Sound').check();
    await page.getByLabel('$ a second, at most').fill('0.1');
    const names = await shown(page);
    const wanted = [...models.values()].filter(
      ({ nativeAudio, prices }) => nativeAudio?.value === true && (lowestPriceWithSound(prices) ?? 1) <= 0.1,
    );
    expect(names.length).toBeGreaterThan(3);
    expect(names.toSorted()).toEqual(wanted.map(({ name }) => name).sort());
    // Still by rank.
    expect(names).toEqual(before.filter((name) => names.includes(name)));
    expect(await status(page)).toBe(`${names.length} of ${models.size} models`);
    expect(new URL(page.url()).search).toBe('?price=0.1&sound=yes');
    await page.getByRole('button', { name: 'Show all' }).press('Enter');
    expect(await shown(page)).toEqual(before);
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  it('shows the choice of an address, also on a phone, and leaves out what makes no sense in it', async () => {
    const { page } = await site.open('/models/?openWeights=yes&sort=model&ranks=none', { width: 360 });
    await ready(page);
    const names = await shown(page);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(models.get(name)?.openWeights?.value, name).toBe(true);
    expect(names).toEqual([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(await page.getByLabel('Open weights').isChecked()).toBe(true);
    expect(await page.getByLabel('Sort by').inputValue()).toBe('model');
    expect(await page.locator('select[name="ranks"]').inputValue()).toBe('');
    await page.context().close();
  });

  it('finds a model by another name, and says what to do when nothing is left', async () => {
    const { page } = await site.open('/models/');
    await ready(page);
    await page.getByLabel('Name or maker').fill('可灵2.6');
    expect(await shown(page)).toEqual(['Kling 2.6']);
    await page.getByLabel('Open weights').check();
    expect(await shown(page)).toEqual([]);
    expect(await status(page)).toBe(`0 of ${models.size} models`);
    expect(await page.getByText('No model has all of that.').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'show all models' }).click();
    await page.waitForURL('**/models/');
    await page.context().close();
  });

  it('is one list in another order, and two again by rank', async () => {
    const { page } = await site.open('/models/');
    await ready(page);
    const before = await shown(page);
    await page.getByLabel('Sort by').selectOption('released');
    const dates = (await shown(page)).map((name) => models.get(name)?.released?.value ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
    expect(await page.getByRole('heading', { level: 2 }).filter({ visible: true }).allInnerTexts()).toContain(
      'By released',
    );
    await page.getByLabel('Sort by').selectOption('');
    expect(await shown(page)).toEqual(before);
    await page.context().close();
  });

  it('has all models and links to choices without script', async () => {
    const { page } = await site.open('/models/', { javaScriptEnabled: false });
    expect(await shown(page)).toHaveLength(models.size);
    expect(await page.locator('[data-model-filters]').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Open weights', exact: true }).first().click();
    expect(new URL(page.url()).pathname).toMatch(/open-weights\/$/u);
    await page.context().close();
  });
});

it('a model has its ranks, price, facts and what changed in the first screen, and each source one click away', async () => {
  const { page } = await site.open('/models/veo-3-1/');
  for (const name of ['Ranks', 'What changed', 'Price', 'Rank over time', 'Facts']) {
    const box = await page.getByRole('heading', { name, exact: true }).boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0), name).toBeLessThan(800);
  }
  await page.getByRole('link', { name: 'Source 5' }).first().click();
  const target = page.locator(':target');
  expect(await target.getAttribute('id')).toBe('_source-5');
  expect(await target.isVisible()).toBe(true);
  await page.context().close();
});
