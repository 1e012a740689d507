import type { DestinationKind } from './destination.ts';

/** A destination as the index has it; names are numbers of {@link SearchIndex.names}, and empty lists at the end are left out. */
export type IndexLine = [
  title: string,
  path: string,
  day: string,
  section: number,
  keywords?: number[],
  aliases?: number[],
];

/** What `/search-index.json` holds. */
export interface SearchIndex {
  names: string[];
  pages: Partial<Record<DestinationKind, IndexLine[]>>;
}
