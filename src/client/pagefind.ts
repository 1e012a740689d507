/** The part of Pagefind's browser interface that the search uses. See https://pagefind.app/docs/api/ */
export interface Pagefind {
  options: (options: IndexOptions) => Promise<void>;
  init: () => Promise<void>;
  /** Takes the index in another folder in. */
  mergeIndex: (folder: string, options: IndexOptions) => Promise<void>;
  /** Folders of the indexes of older entries; added by our build. */
  older: readonly string[];
  filters: () => Promise<FilterCounts>;
  search: (term: string | null, options: SearchOptions) => Promise<SearchAnswer>;
  destroy: () => Promise<void>;
}

/** Options of each index. */
interface IndexOptions {
  /** Words around what was found. */
  excerptLength: number;
}

/** For each filter, each value with the number of results that have it. */
export type FilterCounts = Record<string, Record<string, number>>;

export interface SearchOptions {
  filters?: Record<string, string>;
  sort?: Record<string, 'asc' | 'desc'>;
}

export interface SearchAnswer {
  results: { id: string; data: () => Promise<Found> }[];
  filters: FilterCounts;
}

/** One result. */
export interface Found {
  url: string;
  /** HTML that holds nothing but text and `mark`, by promise of Pagefind; never trusted here. */
  excerpt: string;
  meta: Record<string, string>;
}

const indexOptions: IndexOptions = { excerptLength: 28 };

let loading: Promise<Pagefind> | undefined;
/** How often loading failed. */
let failures = 0;

/** Loads the search engine once; a failed load is tried again at the next call. */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    failures += 1;
    throw error;
  });
  return loading;
}

/** Forgets a search engine that failed, so that the next call starts with a new one. */
export function dropPagefind(): void {
  void loading?.then((pagefind) => pagefind.destroy()).catch(() => undefined);
  loading = undefined;
}

async function load(): Promise<Pagefind> {
  // Browsers keep the failure of a script for as long as the page is open: https://github.com/whatwg/html/issues/6768
  const address = `/pagefind/pagefind.js${failures === 0 ? '' : `?${failures}`}`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options(indexOptions);
  await pagefind.init();
  await Promise.all(pagefind.older.map((folder) => pagefind.mergeIndex(folder, indexOptions)));
  return pagefind;
}
