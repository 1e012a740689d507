import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { content } from './content.ts';
import { attribute, dist, elements, files, pages, type BuiltPage } from './dist.ts';

const site = 'https://megaton.ai';
// A board for other sites has a head of its own.
const own = pages.filter(({ path }) => !path.startsWith('/embed/'));
const boards = new Set(content.editions.map(({ id }) => id.split('/')[0] ?? ''));

/** The content of a meta element. */
const meta = ({ root }: BuiltPage, name: string): string | undefined =>
  attribute(
    elements(
      root,
      (element) =>
        element.tagName === 'meta' && [attribute(element, 'property'), attribute(element, 'name')].includes(name),
    )[0],
    'content',
  );
const imageOf = (page: BuiltPage): string => meta(page, 'og:image')?.slice(site.length) ?? '';

/** Paths of the pictures of all pages that a pattern matches, each once. */
const imagesOf = (pattern: RegExp): string[] =>
  [...new Set(own.filter(({ path }) => pattern.test(path)).map(imageOf))].sort();

describe('drawn cards', () => {
  it('are those of the boards, the models, the categories and the reviews, and no others', () => {
    const expected = [
      ...[...boards].map((id) => `leaderboards/${id}`),
      ...content.models.map(({ id }) => `models/${id}`),
      ...content.categories.map(({ id }) => `categories/${id}`),
      'reviews',
    ];
    expect(files.filter((file) => file.startsWith('/cards/'))).toEqual(
      expected.map((page) => `/cards/${page}.png`).sort(),
    );
  });

  it.each([
    ['models', content.models.map(({ id }) => id)],
    ['leaderboards', [...boards]],
    ['categories', content.categories.map(({ id }) => id)],
  ])('are shown by their own pages: %s', (kind, ids) => {
    expect(imagesOf(new RegExp(`^/${kind}/(?:${ids.join('|')})/`, 'u')).filter((path) => path !== '/card.png')).toEqual(
      ids.map((id) => `/cards/${kind}/${id}.png`).sort(),
    );
    expect(imagesOf(/^\/reviews\/$/u)).toEqual(['/cards/reviews.png']);
  });
});

describe('the picture of a page in social media', () => {
  it('is in the site, with the type and size that the page states', () => {
    const types: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg' };
    const sizes = new Map(
      [...new Set(own.map(imageOf))].map((path) => [
        path,
        files.includes(path) ? imageSize(readFileSync(join(dist, path))) : undefined,
      ]),
    );
    for (const page of own) {
      const path = imageOf(page);
      const { type = '', width, height } = sizes.get(path) ?? {};
      expect(
        [meta(page, 'og:image:type'), meta(page, 'og:image:width'), meta(page, 'og:image:height')],
        `${page.path}: ${path}`,
      ).toEqual([types[type], String(width), String(height)]);
      expect([width, height], path).toEqual([1200, 630]);
      expect(meta(page, 'twitter:image:alt'), page.path).toBe(meta(page, 'og:image:alt'));
    }
    for (const path of sizes.keys()) expect(readFileSync(join(dist, path)).length, path).toBeLessThan(300_000);
  });

  it('of a story is its hero, with the alt text of the hero', () => {
    const stories = [
      ...content.articles.map(({ id, data }) => ({ path: `/news/${id}/`, data })),
      ...content.reviews.map(({ id, data }) => ({ path: `/reviews/${id}/`, data })),
    ].filter(({ data }) => data.hero);
    const shown = stories.map(({ path }) => own.find((page) => page.path === path)!);
    for (const page of shown) {
      expect(imageOf(page)).toMatch(/^\/_astro\/[\w.-]+\.jpg$/u);
      const picture = elements(page.root, (element) => element.tagName === 'img')[0];
      expect(meta(page, 'og:image:alt'), page.path).toBe(attribute(picture, 'alt'));
    }
    expect(new Set(shown.map(imageOf)).size).toBe(stories.length);
    expect(stories.length).toBeGreaterThan(10);
  });
});
