import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Styles within a page, which a policy allows by their hashes. */
export interface StyledPage {
  /** Address of the page, `/news/a-story/`. */
  address: string;
  /** As a policy takes them, `'sha256-…'`. */
  hashes: readonly string[];
}

/** A style as a Content-Security-Policy names it: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
export const hashSource = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/**
 * The styles of all pages. Astro makes one style of what a route uses, so one page of each route is read; but the pages of a
 * route such as `[kind]/[id]` are in several sections, so each has its address here.
 * @param dist folder of the built site, with a slash at its end
 * @param assets files of each route, as Astro's `astro:build:done` has them
 */
export function stylesOfRoutes(dist: URL, assets: ReadonlyMap<string, readonly URL[]>): StyledPage[] {
  return [...assets.values()].flatMap((files) => {
    const pages = files.filter(({ pathname }) => pathname.endsWith('.html'));
    const [first] = pages;
    if (first === undefined) return [];
    const styles = readFileSync(first, 'utf8').matchAll(/<style>(.*?)<\/style>/gsu);
    const hashes = [...styles].map(([, style = '']) => hashSource(style));
    return pages.map(({ href }) => ({
      address: `/${href.slice(dist.href.length).replace(/index\.html$/u, '')}`,
      hashes,
    }));
  });
}
