import type { Element, Nodes, Root } from 'hast';
import { htmlToHast } from 'satteri';

/** A stretch of HTML as a browser reads it. */
export const parseHtml = (html: string): Root => htmlToHast(html, { fragment: true }) as Root;

/** All elements below a node that pass a test, in document order. */
export function elements(node: Nodes, test: (element: Element) => boolean = () => true): Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elements(child as Nodes, test)) : [];
  return node.type === 'element' && test(node) ? [node, ...below] : below;
}

/** All elements with a tag name. */
export const tagged = (node: Nodes, tagName: string): Element[] =>
  elements(node, (element) => element.tagName === tagName);

/** The text below a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}
