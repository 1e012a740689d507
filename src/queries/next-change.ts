import { nextChange, type NextChange } from '#domain/next-change';
import { nextNewsExit } from '#domain/news-window';
import { nextSecurityChange } from '#domain/security-txt';
import type { Catalogue } from './catalogue.ts';
import { publicStories } from './stories.ts';

/** When the site must be built again although no file has changed. */
export function dueNext(catalogue: Catalogue): NextChange {
  const { embargoes, now } = catalogue;
  return nextChange(
    [
      ...embargoes.map((at) => ({ at, why: 'An embargo ends.' })),
      { at: nextNewsExit(publicStories(catalogue).map(({ data }) => data), now), why: 'An entry of the news sitemap turns 48 hours old.' },
      { at: nextSecurityChange(now), why: 'The text of security.txt changes.' },
    ],
    now,
  );
}
