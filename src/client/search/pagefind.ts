import { watchSearchRequests } from './watch-requests.ts';

/** The part of Pagefind's browser interface that the search uses. See https://pagefind.app/docs/api/ */
interface Engine {
  options: (options: object) => Promise<void>;
  init: () => Promise<void>;
  mergeIndex: (folder: string, options: object) => Promise<void>;
  filters: () => Promise<FilterCounts>;
  search: (
    term: string | null,
    options: { filters: Record<string, string>; sort?: Record<string, 'desc'> },
  ) => Promise<SearchAnswer>;
  destroy: () => Promise<void>;
}

/** For each filter, each value with the number of results that have it. */
export type FilterCounts = Record<string, Record<string, number>>;

export interface SearchAnswer {
  results: { data: () => Promise<Found> }[];
  filters: FilterCounts;
}

/** One result. */
export interface Found {
  url: string;
  /** HTML that holds nothing but text and `mark`, by promise of Pagefind; never trusted here. */
  excerpt: string;
  /** The whole text. */
  content?: string;
  meta: Record<string, string>;
}

/** Everything that one search requests. */
export interface SearchRequest {
  /** Null for a search by filters alone. */
  term: string | null;
  filters: Record<string, string>;
  order: 'score' | 'date';
}

/** The full-text search over the bundles of all years. */
export interface Pagefind {
  filters: () => Promise<FilterCounts>;
  /** @throws Error when a part of an index could not be loaded: Pagefind itself would only find less */
  search: (request: SearchRequest) => Promise<SearchAnswer>;
  destroy: () => Promise<void>;
}

let loading: Promise<Pagefind> | undefined;
/** How often loading failed. */
let failures = 0;

/** Loads the search engine once; a failed load is tried again at the next call. */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= load(searchYears()).catch((error: unknown) => {
    loading = undefined;
    failures += 1;
    throw error;
  });
  return loading;
}

/** Drops a search engine that failed, so that the next call starts with a new one. */
export function dropPagefind(): void {
  void loading?.then((pagefind) => pagefind.destroy()).catch(() => undefined);
  loading = undefined;
}

/** Years with an index of their own, newest first. */
const searchYears = (): string[] => (document.documentElement.dataset['searchYears'] ?? '').split(' ');

async function load(years: readonly string[]): Promise<Pagefind> {
  const [newest = '', ...older] = years;
  // Browsers keep the failure of a script for as long as the page is open: https://github.com/whatwg/html/issues/6768
  const address = `/pagefind/${newest}/pagefind.js${failures === 0 ? '' : `?${failures}`}`;
  const failedRequests = watchSearchRequests();
  const engine = (await import(/* @vite-ignore */ address)) as Engine;
  const optionsOf = (year: string): object => ({ baseUrl: '/', excerptLength: 28, mergeFilter: { index: year } });
  // Requests of a worker cannot be watched.
  await engine.options({ ...optionsOf(newest), noWorker: true });
  await engine.init();
  await Promise.all(older.map((year) => engine.mergeIndex(`/pagefind/${year}/`, optionsOf(year))));

  async function whole<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const before = failedRequests();
    const answer = await ask();
    if (failedRequests() > before) throw new Error('A part of the search index could not be loaded.');
    return answer;
  }

  /** In the order of time the lists of all years follow each other: a place in one list says nothing about places in others. */
  async function byDate(term: string | null, filters: Record<string, string>): Promise<SearchAnswer> {
    const answer = await engine.search(term, { filters });
    const lists = await Promise.all(
      years.map((year) => engine.search(term, { filters: { ...filters, index: year }, sort: { date: 'desc' } })),
    );
    return { results: lists.flatMap(({ results }) => results), filters: answer.filters };
  }

  return {
    filters: () => whole(() => engine.filters()),
    search: ({ term, filters, order }) =>
      whole(() => (order === 'date' ? byDate(term, filters) : engine.search(term, { filters }))),
    destroy: () => engine.destroy(),
  };
}
