import type { Asked, Collections } from './content.ts';
import type { Kind } from './collections.ts';

/** An entry as pages take it over: with what its prose asks for, when that is known. */
export interface HandedEntry {
  id: string;
  collection: Kind;
  data: Record<string, unknown>;
  digest: string;
  filePath: string;
  asked?: Asked | undefined;
}

/** All entries, by collection and id. */
export type Handed = Map<string, Map<string, HandedEntry>>;

/** A place in the process: the pages are bundled apart from the build that prints them. */
export const handoverPlace = 'megaton.content';

const shared = globalThis as { [key: symbol]: Handed | undefined };

/**
 * Hands content that was read and checked to the pages that are printed in the same process.
 * @param askedBy what the prose of a story asks for, by path of its file
 */
export function handOver(collections: Collections, askedBy: ReadonlyMap<string, Asked>): void {
  shared[Symbol.for(handoverPlace)] = new Map(
    Object.entries(collections).map(([kind, entries]) => [
      kind,
      new Map(entries.map(({ id, file, data, digest }) => [id, { id, collection: kind as Kind, data: data as Record<string, unknown>, digest, filePath: file, asked: askedBy.get(file) }])),
    ]),
  );
}

/** Content that the process was handed; undefined in development. */
export const handedOver = (): Handed | undefined => shared[Symbol.for(handoverPlace)];
