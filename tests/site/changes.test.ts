import { parseRssFeed } from 'feedsmith';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { content } from './content.ts';
import { attribute, pageAt, pages, read, tagged, textOf } from './dist.ts';

const site = 'https://megaton.ai';
const dates = Map.groupBy(content.editions.map(({ id }) => id).sort(), (id) => id.split('/')[0] ?? '');
/** Every edition that has one before it: `board/date`. */
const changed = [...dates.values()].flatMap((ids) => ids.slice(1));
const clean = (element: Element | undefined): string => (element ? textOf(element).replace(/\s+/gu, ' ').trim() : '');
const cells = (path: string): string[][] =>
  tagged(tagged(pageAt(path).root, 'tbody')[0]!, 'tr').map((row) =>
    row.children.filter((child): child is Element => child.type === 'element').map(clean),
  );

describe('changes between editions', () => {
  it('have a page for every edition that has one before it', () => {
    expect(pages.filter(({ path }) => path.endsWith('/changes/')).map(({ path }) => path)).toEqual(
      changed.map((id) => `/leaderboards/${id}/changes/`).sort(),
    );
    expect(changed.length).toBeGreaterThan(6);
  });

  it.each(changed)('%s: the page holds every entry of both editions and links to both', (id) => {
    const path = `/leaderboards/${id}/changes/`;
    const [board = ''] = id.split('/');
    const before = dates.get(board)?.[(dates.get(board)?.indexOf(id) ?? 0) - 1] ?? '';
    const keys = [id, before].flatMap(
      (edition) =>
        content.editions
          .find((entry) => entry.id === edition)
          ?.data.entries.map((entry) => ('listed' in entry ? entry.listed : entry.model)) ?? [],
    );
    expect(cells(path).length).toBe(new Set(keys).size);
    const links = tagged(pageAt(path).root, 'a').map((link) => attribute(link, 'href'));
    for (const edition of [id, before]) expect(links).toContain(`/leaderboards/${edition}/`);
  });

  it('of Arena in September 2026 report what moved and why', () => {
    const path = '/leaderboards/arena-text-to-video/2026-09-22/changes/';
    const rows = cells(path);
    expect(rows.filter((row) => row[3] === 'new').length).toBe(10);
    // On 12 April 2026 no other interval reached that of Seedance 2.0 720p; on 22 September 2026 two are wholly above it.
    expect(rows.find(([name]) => name === 'Seedance 2.0 720p')).toEqual([
      'Seedance 2.0 720p',
      '1rank 1',
      '3–7rank 3 to 7',
      '↓ down 2',
      'Two new entries are above it; four new entries are level with it.',
    ]);
    expect(clean(tagged(pageAt(path).root, 'main')[0])).toContain('Of the 48 entries, ten are new');
  });

  it('between different methods are not compared', () => {
    const rows = cells('/leaderboards/top-models/2026-10-07/changes/');
    expect(rows.find(([name]) => name === 'Kling 2.6')?.[3]).toBe('no longer comparable');
    expect(rows.some((row) => /up|down/u.test(row[3] ?? ''))).toBe(false);
  });
});

describe('feeds of changes', () => {
  const feeds = [
    { path: '/leaderboards/changes.xml', ids: changed },
    ...content.boards.map(({ id }) => ({
      path: `/leaderboards/${id}/changes.xml`,
      ids: changed.filter((edition) => edition.startsWith(`${id}/`)),
    })),
  ];

  it.each(feeds)('$path has an item for every edition that has one before it, newest first', ({ path, ids }) => {
    const xml = read(path);
    const { items = [], title } = parseRssFeed(xml);
    expect(items.map(({ guid }) => guid?.value).sort()).toEqual([...ids].sort());
    expect(items.every(({ guid }) => guid?.isPermaLink === false)).toBe(true);
    const days = items.map(({ pubDate }) => new Date(pubDate ?? '').toISOString());
    expect(days).toEqual(items.map(({ guid }) => `${guid?.value?.split('/')[1]}T00:00:00.000Z`));
    expect(days).toEqual([...days].sort().reverse());
    expect(title).toContain('changes');
    expect(xml).toContain(`<atom:link href="${site}${path}" rel="self" type="application/rss+xml"/>`);
    expect(tagged(pageAt('/feeds/').root, 'a').map((link) => attribute(link, 'href'))).toContain(path);
  });

  it('say the finding, and hold readable HTML with absolute addresses', () => {
    const { items = [] } = parseRssFeed(read('/leaderboards/changes.xml'));
    const item = items.find(({ guid }) => guid?.value === 'arena-text-to-video/2026-09-22');
    expect(item?.title).toBe(
      'Arena text-to-video, 22 September 2026: Gemini Omni 1.1 Flash is probably first; ten new, 33 down',
    );
    expect(item?.content?.encoded).toContain(
      `<td><a href="${site}/models/seedance-2-0/">Seedance 2.0 720p</a></td><td>1</td><td>3–7</td><td>down 2</td>`,
    );
    for (const { link, content: body } of items) {
      expect(link).toMatch(/^https:\/\/megaton\.ai\/leaderboards\/[^/]+\/[^/]+\/changes\/$/u);
      const addresses = [...(body?.encoded ?? '').matchAll(/ (?:href|src)="([^"]*)"/gu)].map(([, address]) => address);
      expect(
        addresses.filter((address) => !address?.startsWith(`${site}/`)),
        link,
      ).toEqual([]);
      expect(body?.encoded, link).not.toMatch(/<script| style=| class=/u);
    }
  });

  it('are in the head of the pages of changes', () => {
    const head = tagged(pageAt('/leaderboards/arena-text-to-video/2026-09-22/changes/').root, 'link').map((link) =>
      attribute(link, 'href'),
    );
    expect(head).toContain('/leaderboards/arena-text-to-video/changes.xml');
  });
});
