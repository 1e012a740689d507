import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { htmlToHast } from 'satteri';

/** The built site. */
export const dist = 'dist';

/** Every file of the built site, as paths that start with a slash. */
export const files: string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `/${join(entry.parentPath, entry.name).replaceAll('\\', '/').slice(dist.length + 1)}`)
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

/** All elements below a node that pass a test, in document order. */
export function elements(node: Nodes, test: (element: Element) => boolean = () => true): Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elements(child as Nodes, test)) : [];
  return node.type === 'element' && test(node) ? [node, ...below] : below;
}

/** All elements with a tag name. */
export const tagged = (node: Nodes, tagName: string): Element[] => elements(node, (element) => element.tagName === tagName);

/** An attribute as text; undefined when it is missing. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** The text below a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}
