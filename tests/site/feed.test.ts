import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { isHidden } from '#domain/embargo';
import { content } from './content.ts';
import { read } from './dist.ts';

const xml = read('/rss.xml');
const feed = parseRssFeed(xml);
const items = feed.items ?? [];
const now = new Date();
const stories = [...content.articles, ...content.reviews].filter(({ data }) => !isHidden(data, now)).sort((a, b) => (a.data.date < b.data.date ? 1 : -1)).slice(0, 50);

describe('/rss.xml', () => {
  it('holds the newest 50 stories, newest first', () => {
    const written = stories.map(({ data }) => data.date);
    expect(items.map(({ pubDate }) => new Date(pubDate ?? '').toISOString().slice(0, 10))).toEqual(written);
  });

  it('gives each item the permanent id of its story, which is not an address', () => {
    expect(items.map(({ guid }) => guid?.value).sort()).toEqual(stories.map(({ data }) => data.id).sort());
    expect(items.every(({ guid }) => guid?.isPermaLink === false)).toBe(true);
  });

  it('gives section, author, hero as media and full text', () => {
    const item = items.find(({ link }) => link === 'https://megaton.ai/news/artists-stealing-isnt-innovation/');
    expect(item?.categories?.map(({ name }) => name)).toContain('Culture');
    expect(item?.dc?.creators).toEqual(['Megaton Staff']);
    expect(xml).toContain('<dc:creator>Megaton Staff</dc:creator>');
    expect(item?.media?.contents?.[0]).toMatchObject({ type: 'image/webp', medium: 'image', width: 1200, height: 675 });
    expect(item?.content?.encoded).toContain('<h2');
    expect(item?.content?.encoded).toContain('<blockquote>');
  });

  it('holds only absolute addresses, and no class, style, script or newsletter', () => {
    for (const { link, content: body } of items) {
      const html = body?.encoded ?? '';
      const addresses = [...html.matchAll(/ (?:href|src|srcset|poster)="([^"]*)"/gu)].map(([, address]) => address ?? '');
      expect(addresses.filter((address) => !/^(?:https?:\/\/|mailto:)/u.test(address)), link).toEqual([]);
      expect(html, link).not.toMatch(/<script|<style|<form| class=| style=| on\w+=|class="newsletter/u);
      expect(html.length, link).toBeGreaterThan(2000);
    }
  });

  it('says where it lives', () => {
    expect(feed.link).toBe('https://megaton.ai/');
    expect(xml).toContain('<atom:link href="https://megaton.ai/rss.xml" rel="self" type="application/rss+xml"/>');
  });
});
