import { nextChange, type NextChange } from '#domain/site/next-change';
import { nextNewsExit } from '#domain/stories/news-window';
import { frontPageEnds } from '#domain/stories/front-page';
import { nextSecurityChange } from '#domain/site/security-txt';
import { nextDay, startOfDay } from '#domain/text/dates';
import type { Catalogue } from '../catalogue.ts';
import { datesAhead } from '../subjects/dates-ahead.ts';
import { publicStories } from '../stories/stories.ts';

/** When the site must be built again although no file has changed. */
export function dueNext(catalogue: Catalogue): NextChange {
  const { embargoes, frontPage, now } = catalogue;
  return nextChange(
    [
      ...embargoes.map((at) => ({ at, why: 'An embargo ends.' })),
      ...frontPageEnds(frontPage).map((at) => ({ at, why: 'Something on the front page runs out.' })),
      {
        at: nextNewsExit(
          publicStories(catalogue).map(({ data }) => data),
          now,
        ),
        why: 'An entry of the news sitemap turns 48 hours old.',
      },
      ...datesAhead(catalogue).map(({ date }) => ({
        at: startOfDay(nextDay(date.iso)),
        why: 'An announced date of a tracker has passed.',
      })),
      { at: nextSecurityChange(now), why: 'The text of security.txt changes.' },
    ],
    now,
  );
}
