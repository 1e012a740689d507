/** How the full-text search fares with the present query. */
export type FullText = 'awaited' | 'late' | 'failed' | 'answered';

/** What the index of names and headlines has for the present query: how many match; `none` when there is no query, `unable` when it cannot answer. */
export type ByIndex = number | 'none' | 'unable';

/**
 * What the page says while the full-text search has not answered.
 * @returns undefined when there is nothing to say
 */
export function wordsWithoutAnswer(
  fullText: Exclude<FullText, 'answered'>,
  index: ByIndex,
  term: string,
): string | undefined {
  if (fullText === 'awaited')
    return typeof index === 'number' && index > 0 ? 'Pages that match. Searching full texts …' : undefined;
  if (index === 'unable')
    return fullText === 'late' ? 'The search has not answered yet.' : 'The search index cannot be reached just now.';
  if (index === 'none')
    return fullText === 'late'
      ? undefined
      : 'Only names and recent headlines can be searched: the full-text search cannot be reached just now.';
  if (index === 0)
    return `No name or recent headline matches “${term}”, and the full-text search ${fullText === 'late' ? 'has not answered yet' : 'cannot be reached just now'}.`;
  // On one line of a phone, as what is there before and after it: results do not move.
  return fullText === 'late'
    ? 'Headlines only: full texts have not come yet.'
    : 'Only names and recent headlines were searched: the full-text search cannot be reached just now.';
}

/** What is said of pages that do not have all of the words; nothing for pages that do. */
export const partialWords: Record<'all' | 'most' | 'some' | 'none', string> = {
  all: '',
  most: 'No page has all the words; these have most of them. ',
  some: 'No page has all the words; these have some of them. ',
  none: '',
};

/** The number of results, for what: of pages found by name or headline, and of full texts. */
export function countWords({ named, texts }: { named: number; texts: number }, term: string): string {
  const shown = named > 0 ? named : texts;
  const results = `${numberText(shown)} ${shown === 1 ? 'result' : 'results'}${subjectOf(term)}`;
  return named > 0 && texts > 0 ? `${results}, ${numberText(texts)} full ${texts === 1 ? 'text' : 'texts'}` : results;
}

/** What is said when a query was read in another spelling. */
export const readAs = (understood: string): string => `Read as “${understood}”. `;

/** `9,200` for 9200. */
export const numberText = (count: number): string => count.toLocaleString('en-GB');

/** ` for “kling”`; nothing for a search by filters alone. */
export const subjectOf = (term: string): string => (term === '' ? '' : ` for “${term}”`);

/** A day as readers see it, of any precision: `23 January 2026`, `January 2026`, `2026`. */
export function dayText(iso: string): string {
  const parts = iso.split('-').length;
  if (parts < 2) return iso;
  return new Date(iso).toLocaleDateString('en-GB', {
    year: 'numeric',
    month: 'long',
    ...(parts > 2 && { day: 'numeric' }),
    timeZone: 'UTC',
  });
}
