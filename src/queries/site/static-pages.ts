import type { MDXInstance } from 'astro';

type Component = MDXInstance<Record<string, unknown>>['default'];

const texts = import.meta.glob<{ default: Component }>('/content/{pages,products}/*.mdx', { eager: true });

/**
 * The text of a page or product, as a component.
 * @param filePath path of its file from the project's root
 * @throws Error when the file is not there
 */
export function textOf(filePath: string): Component {
  const found = texts[`/${filePath}`];
  if (!found) throw new Error(`${filePath} has no text.`);
  return found.default;
}
