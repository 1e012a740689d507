import { contentPlace } from '#domain/content-place';
import type { Asked, Collections } from './content.ts';

/** Content that was read and checked, for pages to take. */
export interface Shelved {
  collections: Collections;
  /** What the prose of a story shows beside its own words, by path of its file; unknown in a preview. */
  asked?: ReadonlyMap<string, Asked>;
}

/** Content for pages, and who wants to know when there is new. */
export interface Shelf {
  content?: Shelved;
  readonly listeners: Set<() => void>;
}

// One for the process: a development server has several worlds of modules.
const shelf: Shelf = ((globalThis as { [contentPlace]?: Shelf })[contentPlace] ??= { listeners: new Set() });

/**
 * Lays content where pages find it. Astro's own store would become a part of the bundle in a build, and in a preview it is
 * written out and read in again as a whole after each edit, which takes seconds at 10,000 articles.
 */
export function shelve(content: Shelved): void {
  shelf.content = content;
  for (const listener of shelf.listeners) listener();
}

/** The content as it is now, another object after each change; undefined where Astro is called without our build. */
export const shelved = (): Shelved | undefined => shelf.content;

/** Calls after each change, until the function that it returns is called. */
export function onShelved(listener: () => void): () => void {
  shelf.listeners.add(listener);
  return () => shelf.listeners.delete(listener);
}
