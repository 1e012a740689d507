import type { z } from 'zod';
import type { kinds, Kind } from './collections.ts';
import type { PictureSize } from './files/picture.ts';
import type { StoryTable } from './files/story-table.ts';
import type { Problem } from './problem.ts';
import type { Path } from './files/yaml.ts';

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

/** What the text of a story refers to, so that its page changes when these do, and when it was updated. */
export interface References {
  /** Ids of models that are linked or shown. */
  model: readonly string[];
  /** True when facts of these models are shown. */
  facts: boolean;
  /** Ids of boards that are shown. */
  board: readonly string[];
  /** Names of pictures in the story's folder. */
  picture: readonly string[];
  /** Names of tables in the story's folder whose charts are shown. */
  table: readonly string[];
  /** Moments of its updates in UTC, `2026-11-27T16:05:00Z`, in the order of the text. */
  updates: readonly string[];
}

/** All entries, by collection. */
export type Collections = { [K in Kind]: Entry<K>[] };

/** All content of a folder, with everything that is wrong with it. */
export interface Content {
  collections: Collections;
  /** Pictures next to stories, by path; without a size where the file itself is wrong. */
  pictures: Map<string, PictureSize | undefined>;
  /** Tables next to stories, by path. */
  tables: Map<string, StoryTable>;
  /** Files of votes, by path. */
  votes: Map<string, Uint8Array>;
  /** Checksums (see `checksumOf`) of files from which editions were imported, by path. */
  originals: Map<string, string>;
  /** `kind/id` of entries that are there but wrong, `kind/*` when it is unknown which: what names them is not at fault. */
  invalid: Set<string>;
  problems: Problem[];
}

/** Where a problem belongs: an entry, or the place of one that is gone. */
type Subject = Pick<Entry, 'file' | 'root'>;

/** A problem of one entry, at a path in its data; its position is found when it is reported. */
export interface EntryProblem {
  entry: Subject;
  path: Path;
  /** Line of the file, for problems in the text. */
  line?: number;
  what: string;
  write: string;
  warning?: boolean;
}

/** A rule that no single file can break: it looks at entries next to each other. */
export type Rule = (content: Content, now: Date) => Iterable<EntryProblem>;

/** A problem about an entry. */
export function problemIn(entry: Subject, path: Path, what: string, write: string): EntryProblem {
  return { entry, path, what, write };
}

/** A problem that does not stop the build. */
export function warn(entry: Subject, path: Path, what: string, write: string): EntryProblem {
  return { entry, path, what, write, warning: true };
}

/** Articles and reviews. */
export const stories = ({ collections }: Content): Entry<'articles' | 'reviews'>[] => [
  ...collections.articles,
  ...collections.reviews,
];
