import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { htmlToHast } from 'satteri';
import { isCompressed } from '../../src/integrations/host-files/media-types.ts';

export { elements, tagged, textOf } from '../html.ts';

/** The built site. */
export const dist = 'dist';

/** Every file of the built site but compressed files and the editor, as paths that start with a slash. */
export const files: string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(
    (entry) =>
      `/${join(entry.parentPath, entry.name)
        .replaceAll('\\', '/')
        .slice(dist.length + 1)}`,
  )
  .filter((path) => !isCompressed(path) && !path.startsWith('/admin/'))
  .sort();

/** A page of the built site. */
export interface BuiltPage {
  /** Its address: `/news/`. */
  path: string;
  html: string;
  root: Root;
}

/** Every page of the built site. */
export const pages: BuiltPage[] = files
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const html = read(file);
    return { path: file.replace(/index\.html$/u, ''), html, root: htmlToHast(html) as Root };
  });

/** The text of a file of the built site. */
export function read(path: string): string {
  return readFileSync(join(dist, path), 'utf8');
}

/**
 * The page at an address.
 * @throws Error when there is none
 */
export function pageAt(path: string): BuiltPage {
  const page = pages.find((candidate) => candidate.path === path);
  if (!page) throw new Error(`There is no page ${path}.`);
  return page;
}

/** An attribute as text; undefined when it is missing. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}
