import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

const isStory = (pathname: string): boolean => /^(?:news|reviews)\/[^/]+\/$/u.test(pathname);

/**
 * Puts the styles of stories into their pages, so that a story is painted from the first answer: linked, its first
 * paint on a slow line comes twice as late. All stories carry the same element, so that one constant hash in a
 * Content-Security-Policy allows it. Other pages link their styles, which a browser keeps.
 */
export function storyStyles(): AstroIntegration {
  return {
    name: 'megaton-story-styles',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const element = styleElements(dir);
        await Promise.all(
          pages
            .filter(({ pathname }) => isStory(pathname))
            .map(async ({ pathname }) => {
              const file = new URL(`${pathname}index.html`, dir);
              const html = await readFile(file, 'utf8');
              const inlined = await withStyles(html, element);
              if (inlined !== html) await writeFile(file, inlined);
            }),
        );
      },
    },
  };
}

const links = /<link rel="stylesheet" href="([^"]+)">/gu;

/** @returns the page with one style element in place of its links; a page without links as it is */
export async function withStyles(html: string, element: (addresses: readonly string[]) => Promise<string>): Promise<string> {
  const addresses = [...html.matchAll(links)].map(([, address = '']) => address);
  if (addresses.length === 0) return html;
  const styles = await element(addresses);
  return shortNames(html.replaceAll(links, '').replace('</head>', `${styles}</head>`), styles);
}

/** The names by which scoped styles find their elements are long and many: within a page that holds its styles, short ones do. */
function shortNames(html: string, styles: string): string {
  const names = [...new Set([...styles.matchAll(/data-astro-cid-[a-z0-9]+/gu)].map(([name]) => name))];
  const short = new Map(names.map((name, index) => [name, `data-${index.toString(36)}`]));
  return html.replace(/ (data-astro-cid-[a-z0-9]+)|\[(data-astro-cid-[a-z0-9]+)\]/gu, (_found, attribute: string | undefined, selector: string | undefined) => {
    if (selector !== undefined) return `[${short.get(selector) ?? selector}]`;
    const name = short.get(attribute ?? '');
    // No rule of the page asks for it.
    return name === undefined ? '' : ` ${name}`;
  });
}

/**
 * Makes the element from the files, once.
 * @throws Error when two stories link different files: they would need two hashes
 */
export function styleElements(dist: URL): (addresses: readonly string[]) => Promise<string> {
  let first: { key: string; element: Promise<string> } | undefined;
  return (addresses) => {
    const key = addresses.join(' ');
    first ??= { key, element: read(addresses, dist) };
    if (first.key !== key) throw new Error(`Two stories link different styles: ${first.key} and ${key}.`);
    return first.element;
  };
}

async function read(addresses: readonly string[], dist: URL): Promise<string> {
  const files = await Promise.all(addresses.map((address) => readFile(new URL(`.${address}`, dist), 'utf8')));
  return `<style>${files.map((file) => file.trim()).join('')}</style>`;
}
