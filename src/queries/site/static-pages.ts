import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

type Module = { default: AstroComponentFactory };

const texts = import.meta.glob<Module>('/content/{pages,products}/*.mdx', { eager: true });

/**
 * The text of a standing page or product, as a component.
 * @param filePath path of its file from the project's root
 * @throws Error when the file is not there
 */
export function textOf(filePath: string): AstroComponentFactory {
  const found = texts[`/${filePath}`];
  if (!found) throw new Error(`${filePath} has no text.`);
  return found.default;
}
