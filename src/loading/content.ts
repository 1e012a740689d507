import type { z } from 'zod';
import type { kinds, Kind } from './collections.ts';
import type { Problem } from './problem.ts';
import type { Path } from './yaml.ts';

/** What a kind of content holds once its schema has read it. */
export type DataOf<K extends Kind> = z.output<(typeof kinds)[K]['schema']>;

/** One entry of a collection, read and checked against its schema. */
export interface Entry<K extends Kind = Kind> {
  kind: K;
  id: string;
  /** Path from the project's root, with forward slashes. */
  file: string;
  data: DataOf<K>;
  /** Changes whenever the file does. */
  digest: string;
  /** Where in its file the entry begins; empty but for files of many entries. */
  root: Path;
}

/** All entries, by collection. */
export type Collections = { [K in Kind]: Entry<K>[] };

/** All content of a folder, with everything that is wrong with it. */
export interface Content {
  collections: Collections;
  /** Paths of the pictures beside stories. */
  pictures: ReadonlySet<string>;
  /** Files of votes, by path. */
  votes: Map<string, Uint8Array>;
  /** `kind/id` of entries that are there but wrong, `kind/*` when it is unknown which: what names them is not at fault. */
  unsound: Set<string>;
  problems: Problem[];
}

/** A problem of one entry, at a path in its data; its place is found when it is told. */
export interface Complaint {
  entry: Entry;
  path: Path;
  what: string;
  write: string;
}

/** A complaint about an entry. */
export function complain(entry: Entry, path: Path, what: string, write: string): Complaint {
  return { entry, path, what, write };
}
