import { paginate } from '../stories/pagination.ts';

/** Entries in one sitemap file; the protocol allows 50,000, and a news sitemap 1,000. */
export const sitemapSize = 1000;

/** One sitemap file. */
export interface SitemapPart<Entry> {
  /** Its name: `stories-2`. */
  name: string;
  entries: Entry[];
}

/**
 * Cuts a list into sitemap files. Entries at the end of the list leave the first files as they are.
 * @param kind what they list: `stories`
 */
export function sitemapParts<Entry>(kind: string, entries: readonly Entry[]): SitemapPart<Entry>[] {
  return paginate(entries, sitemapSize).map(({ items, number }) => ({ name: `${kind}-${number}`, entries: items }));
}
