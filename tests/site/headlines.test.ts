import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { typeset } from '#domain/text/typography';
import { readHeadlines } from '#client/headlines.ts';
import { content } from './content.ts';
import { attribute, elements, pageAt, pages, read } from './dist.ts';

const text = read('/headlines.json');
const headlines = readHeadlines(text);
const titleOf = new Map(headlines.map(({ path, title }) => [path, title]));

describe('the index of headlines', () => {
  const models = content.models.map(({ id, data }) => [`/models/${id}/`, data.name]);
  const boards = content.boards
    .filter(({ id }) => content.editions.some((edition) => edition.id.startsWith(`${id}/`)))
    .map(({ id, data }) => [`/leaderboards/${id}/`, data.name]);
  const stories = [
    ...content.articles.map(({ id, data }) => ({ path: `/news/${id}/`, data })),
    ...content.reviews.map(({ id, data }) => ({ path: `/reviews/${id}/`, data })),
  ];

  it('names every model, board and story by its title, and nothing else', () => {
    const isPublic = ({ data }: (typeof stories)[number]): boolean => !data.draft && data.publishAt === undefined;
    expect(stories.every(isPublic)).toBe(true);
    const expected = [...models, ...boards, ...stories.map(({ path, data }) => [path, typeset(data.title)])];
    expect([...titleOf].sort()).toEqual(expected.sort());
    expect(headlines.length).toBe(expected.length);
  });

  it('leads to pages that are there, each with its day', () => {
    const known = new Set(pages.map(({ path }) => path));
    for (const { path, day } of headlines) {
      expect(known, path).toContain(path);
      if (/^\/(?:news|reviews)\//u.test(path))
        expect(
          elements(pageAt(path).root, (element) => element.tagName === 'time').map((time) =>
            attribute(time, 'dateTime'),
          ),
          path,
        ).toContain(day);
    }
  });

  it('weighs next to nothing', () => {
    expect(Math.max(brotliCompressSync(text).length, gzipSync(text).length)).toBeLessThanOrEqual(60_000);
  });

  it('is loaded by no page before a reader searches', () => {
    for (const { html, path } of pages) expect(html, path).not.toContain('headlines.json');
  });
});
