import type { Collections } from './content.ts';

/** Content of a preview, and who wants to know when there is new. */
interface Shelf {
  collections?: Collections;
  readonly listeners: Set<() => void>;
}

const place = Symbol.for('megaton.content');
// One for the process: the development server runs code in several worlds of modules.
const shelf: Shelf = ((globalThis as { [place]?: Shelf })[place] ??= { listeners: new Set() });

/**
 * Lays the content of a preview where pages find it: Astro's own store is written out and read in again as a whole after
 * each edit, which takes seconds at 10,000 articles.
 */
export function shelve(collections: Collections): void {
  shelf.collections = collections;
  for (const listener of shelf.listeners) listener();
}

/** The content of a preview as it is now, another object after each change; undefined in a build. */
export const shelved = (): Collections | undefined => shelf.collections;

/** Calls after each change, until the function that it returns is called. */
export function onShelved(listener: () => void): () => void {
  shelf.listeners.add(listener);
  return () => shelf.listeners.delete(listener);
}
