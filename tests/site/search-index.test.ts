import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { typeset } from '#domain/text/typography';
import { readIndex } from '#client/search/index-file.ts';
import { content } from './content.ts';
import { attribute, elements, pageAt, pages, read, textOf } from './dist.ts';

const text = read('/search-index.json');
const destinations = readIndex(text);
const titleOf = new Map(destinations.map(({ path, title }) => [path, title]));

describe('the index of the search', () => {
  const boards = content.boards
    .filter(({ id }) => content.editions.some((edition) => edition.id.startsWith(`${id}/`)))
    .map(({ id, data }) => [`/leaderboards/${id}/`, data.name]);
  const catalogue = [
    ...content.models.map(({ id, data }) => [`/models/${id}/`, data.name]),
    ...content.providers.map(({ id, data }) => [`/providers/${id}/`, data.name]),
    ...content.categories.map(({ id, data }) => [`/categories/${id}/`, data.name]),
    ...boards,
  ];
  const stories = [
    ...content.articles.map(({ id, data }) => ({ path: `/news/${id}/`, data })),
    ...content.reviews.map(({ id, data }) => ({ path: `/reviews/${id}/`, data })),
  ];

  it('names the whole catalogue by its titles', () => {
    for (const [path = '', title] of catalogue) expect(titleOf.get(path), path).toBe(title);
  });

  it('names every story, and no other', () => {
    const isPublic = ({ data }: (typeof stories)[number]): boolean => !data.draft && data.publishAt === undefined;
    expect(stories.every(isPublic)).toBe(true);
    expect(
      destinations
        .filter(({ kind }) => kind === 'story')
        .map(({ path, title }) => [path, title])
        .sort(),
    ).toEqual(stories.map(({ path, data }) => [path, typeset(data.title)]).sort());
  });

  it('leads to pages that are there, with the titles that they have there', () => {
    const known = new Set(pages.map(({ path }) => path));
    for (const { kind, path, title } of destinations) {
      expect(known, path).toContain(path);
      const [heading] = elements(pageAt(path).root, (element) => element.tagName === 'h1');
      if (kind === 'page' || kind === 'comparison') expect(heading && textOf(heading), path).toBe(title);
    }
  });

  it('has the days of stories', () => {
    for (const { kind, path, day } of destinations)
      if (kind === 'story')
        expect(
          elements(pageAt(path).root, (element) => element.tagName === 'time').map((time) =>
            attribute(time, 'dateTime')?.slice(0, 10),
          ),
          path,
        ).toContain(day);
  });

  it('weighs next to nothing', () => {
    expect(Math.max(brotliCompressSync(text).length, gzipSync(text).length)).toBeLessThanOrEqual(60_000);
  });

  it('is loaded by no page before a reader searches', () => {
    for (const { html, path } of pages) expect(html, path).not.toContain('search-index.json');
  });
});
