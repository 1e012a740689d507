/** How the full-text search fares with the present query. */
export type FullText = 'awaited' | 'late' | 'failed' | 'answered';

/** What headlines have to say of the present query: how many match; `none` when there is no query, `unable` when they cannot answer. */
export type ByHeadlines = number | 'none' | 'unable';

/**
 * What the page says while the full-text search has not answered.
 * @returns undefined when there is nothing to say
 */
export function wordsWithoutAnswer(
  fullText: Exclude<FullText, 'answered'>,
  headlines: ByHeadlines,
  term: string,
): string | undefined {
  if (fullText === 'awaited')
    return typeof headlines === 'number' && headlines > 0 ? 'Headlines that match. Searching full texts …' : undefined;
  if (headlines === 'unable')
    return fullText === 'late' ? 'The search has not answered yet.' : 'The search index cannot be reached just now.';
  if (headlines === 'none')
    return fullText === 'late'
      ? undefined
      : 'Only recent headlines can be searched: the full-text search cannot be reached just now.';
  if (headlines === 0)
    return `No recent headline matches “${term}”, and the full-text search ${fullText === 'late' ? 'has not answered yet' : 'cannot be reached just now'}.`;
  // On one line of a phone, as what is there before and after it: results do not move.
  return fullText === 'late'
    ? 'Headlines only: full texts have not come yet.'
    : 'Only recent headlines were searched: the full-text search cannot be reached just now.';
}

/** The number of results, for what. */
export function countWords(count: number, term: string): string {
  return `${numberText(count)} ${count === 1 ? 'result' : 'results'}${subjectOf(term)}`;
}

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
