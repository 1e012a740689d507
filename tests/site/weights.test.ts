import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { textOf } from '../html.ts';
import { content } from './content.ts';
import { attribute, dist, pageAt, pages, tagged, type BuiltPage } from './dist.ts';

// Sizes are those of brotli, as every host of static files sends text to browsers.
const compressed = (text: string | Buffer): number => brotliCompressSync(text).length;
const sizeOf = (path: string): number => compressed(readFileSync(join(dist, path)));

const stories = pages.filter(({ path }) => /^\/(?:news|reviews)\/[^/]+\/$/u.test(path));
const styleOf = ({ html }: BuiltPage): string => /<style>(.*?)<\/style>/su.exec(html)?.[1] ?? '';
const scripts = ({ root }: BuiltPage) =>
  tagged(root, 'script').filter((script) => attribute(script, 'type') !== 'application/ld+json');

describe('a story', () => {
  it('is there to be weighed', () => {
    expect(stories.length).toBe(content.articles.length + content.reviews.length);
  });

  // A long story is no fault: words are not counted.
  it.each(stories.map((page) => [page.path, page] as const))(
    '%s sends at most 8 kB besides its styles and its words',
    (_path, page) => {
      const words = textOf(tagged(page.root, 'main')[0]!);
      expect(compressed(page.html.replace(styleOf(page), '')) - compressed(words)).toBeLessThanOrEqual(8000);
    },
  );

  it('sends at most 5 kB of script, of which none blocks', () => {
    for (const page of stories) {
      const [blocking, later] = [
        scripts(page).filter((script) => attribute(script, 'src') === undefined),
        scripts(page).filter((script) => attribute(script, 'src') !== undefined),
      ];
      expect(
        later.every((script) => attribute(script, 'type') === 'module'),
        page.path,
      ).toBe(true);
      // The line that reads the theme before the first paint waits for nothing.
      expect(blocking.length, page.path).toBe(1);
      const inline = /<script>(.*?)<\/script>/su.exec(page.html)?.[1] ?? '';
      expect(
        later.reduce((sum, script) => sum + sizeOf(attribute(script, 'src') ?? ''), compressed(inline)),
        page.path,
      ).toBeLessThanOrEqual(5000);
    }
  });
});

it('the search sends at most 7 kB of script and styles of its own before its indexes', () => {
  const own = readdirSync(join(dist, '_astro')).filter((name) => /^search[\w-]*\.[\w-]+\.(?:js|css)$/u.test(name));
  expect(own.some((name) => name.startsWith('search-panel.'))).toBe(true);
  expect(own.reduce((sum, name) => sum + sizeOf(`_astro/${name}`), 0)).toBeLessThanOrEqual(7000);
});

it('the script that knows the names of the field has at most 10 kB', () => {
  const [script = ''] = readdirSync(join(dist, '_astro')).filter((name) => name.startsWith('index-file.'));
  expect(sizeOf(`_astro/${script}`)).toBeLessThanOrEqual(10_000);
});

it('a page has its styles within it, at most 7 kB, and waits for no stylesheet', () => {
  const sizes = new Map<string, number>();
  for (const page of pages) {
    expect(
      tagged(page.root, 'link').filter((link) => attribute(link, 'rel') === 'stylesheet'),
      page.path,
    ).toEqual([]);
    const style = styleOf(page);
    if (!sizes.has(style)) sizes.set(style, compressed(style));
    expect(sizes.get(style), page.path).toBeLessThanOrEqual(7000);
    expect(style, page.path).not.toBe('');
  }
});

it('a published site has no styleguide', () => {
  expect(pages.map(({ path }) => path)).not.toContain('/styleguide/');
});

describe('a board of 50 rows', () => {
  it('sends at most 30 kB of HTML', () => {
    const page = pageAt('/leaderboards/arena-text-to-video/');
    const rows = [
      ...page.html.matchAll(/<tr class="[^"]*" data-filters/gu),
      ...page.html.matchAll(/<tr data-filters/gu),
    ].length;
    expect(rows).toBeGreaterThanOrEqual(40);
    // Each row costs about as much as the others.
    expect((compressed(page.html) / rows) * 50).toBeLessThanOrEqual(30_000);
  });
});

describe('fonts', () => {
  /** Names of the font files that a part of a page requests at once, and on which screens. */
  const requestedBy = ({ root }: BuiltPage, part: 'head' | 'body') =>
    tagged(tagged(root, part)[0]!, 'link')
      .filter((link) => attribute(link, 'as') === 'font')
      .map((link) => [
        /\/([\w-]+)\.[\w-]+\.woff2$/u.exec(attribute(link, 'href') ?? '')?.[1],
        attribute(link, 'media'),
      ]);
  const sizeOfFont = (path: string): number => readFileSync(join(dist, path)).length;

  it('are requested at once by every page, that of headlines first, and on a phone after the text', () => {
    for (const page of pages) {
      for (const [part, media] of [
        ['head', '(width >= 48rem)'],
        ['body', '(width < 48rem)'],
      ] as const)
        expect(requestedBy(page, part), page.path).toEqual([
          ['archivo-poster', media],
          ['archivo', media],
          ['newsreader', media],
        ]);
    }
  });

  it('have 90 kB together; headlines show theirs when it comes, and all other text stays as it is', () => {
    const faces = [...styleOf(pageAt('/')).matchAll(/@font-face\{([^}]*url\(([^)]*)\)[^}]*)\}/gu)].map(
      ([, face = '', file = '']) => ({
        family: /font-family:\s*"?([\w ]+)/u.exec(face)?.[1],
        display: /font-display:(\w+)/u.exec(face)?.[1],
        size: sizeOfFont(file),
      }),
    );
    expect(faces.map(({ family, display }) => [family, display])).toEqual([
      ['Archivo Poster', 'swap'],
      ['Archivo', 'optional'],
      ['Newsreader', 'optional'],
    ]);
    expect(faces[0]!.size).toBeLessThanOrEqual(20_000);
    expect(faces.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(90_000);
  });
});
