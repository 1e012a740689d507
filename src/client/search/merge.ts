import type { Answer } from '../../domain/search/finder.ts';
import { occursIn } from '../../domain/search/occurrence.ts';
import type { Found, SearchAnswer } from './pagefind.ts';
import { destinationResult, type Result } from './results.ts';

/** How many full texts are read at a time. */
const pageSize = 10;
/** How many pages of full texts are read to see which of them have the words. */
const mostPages = 5;

/** What both searches say to a query, in one order. */
export interface Merged {
  results: Result[];
  /** Pages found by their names and headlines. */
  named: number;
  /** Full texts with the words. */
  texts: number;
  matched: Answer['matched'];
}

/**
 * Joins the answer of the index and that of the full-text search: pages that the index found come first, with an excerpt
 * where there is one, then other texts; pages with only some of the words come when no text has all of them.
 * @param answer of the index; undefined where it does not count, since it knows no filters and no order of time
 * @param query what the full-text search was given
 * @throws what a result throws
 */
export async function merge(answer: Answer | undefined, { results }: SearchAnswer, query: string): Promise<Merged> {
  const { truly, others } = await readTexts(results, query);
  const texts = truly.length + others.length;
  if (!answer || (answer.matched !== 'all' && texts > 0)) {
    const all = [...truly.map(loaded), ...others.map((result) => wanted(result, query, new Set()))];
    return { results: all, named: 0, texts, matched: texts > 0 ? 'all' : 'none' };
  }
  const byPath = new Map(truly.map((found) => [found.url, found]));
  const named = answer.destinations.map((destination) => {
    const text = byPath.get(destination.path);
    return text ? loaded(text) : destinationResult(destination);
  });
  const shown = new Set(answer.destinations.map(({ path }) => path));
  const further = [
    ...truly.filter(({ url }) => !shown.has(url)).map(loaded),
    ...others.map((result) => wanted(result, query, shown)),
  ];
  return { results: [...named, ...further], named: named.length, texts, matched: answer.matched };
}

/**
 * Reads full texts until it is clear whether the others have the words: after a page on which all have them, the others are
 * taken to have them too, and after a page on which none has, none of them.
 */
async function readTexts(
  results: SearchAnswer['results'],
  query: string,
): Promise<{ truly: Found[]; others: SearchAnswer['results'] }> {
  const truly: Found[] = [];
  for (let start = 0; start < Math.min(results.length, pageSize * mostPages); start += pageSize) {
    const page = await Promise.all(results.slice(start, start + pageSize).map((result) => result.data()));
    const having = page.filter((found) => hasWords(found, query));
    truly.push(...having);
    if (having.length === page.length) return { truly, others: results.slice(start + pageSize) };
    if (having.length === 0) break;
  }
  return { truly, others: [] };
}

const hasWords = ({ content, meta }: Found, query: string): boolean =>
  content === undefined || query === '' || occursIn(`${meta['title'] ?? ''} ${content}`, query);

const loaded = (found: Found): Result => ({ data: () => Promise.resolve(found) });

/** A text that is read later, and left out when it is shown already or does not have the words. */
const wanted = ({ data }: Result, query: string, shown: ReadonlySet<string>): Result => ({
  data: async () => {
    const found = await data();
    return found && !shown.has(found.url) && hasWords(found, query) ? found : undefined;
  },
});
