import type { Link, Source } from '../stories/story.ts';
import type { Day } from '../text/dates.ts';

/** What a dated fact is about. */
export type TimelineKind = 'event' | 'lawsuit' | 'rule' | 'launch' | 'end' | 'price' | 'story';

/** A dated fact on a timeline and in feeds. */
export interface TimelineEntry {
  /** Permanent, and no address: `lawsuits/getty-v-stability/judgment`. */
  id: string;
  kind: TimelineKind;
  date: Day;
  text: string;
  /** What the fact belongs to, where that is not the subject of the timeline itself. */
  subject?: Link | undefined;
  /** Where the fact is on this site. */
  path: string;
  sources: Source[];
}

/** A timeline cut at the present day. */
export interface Timeline {
  /** What is still to come, the nearest last, since all of it is newest first. */
  ahead: TimelineEntry[];
  /** What has happened, newest first. */
  past: TimelineEntry[];
}

/**
 * The first day of a date that may be known to the month or the year only: `2026-08` begins on `2026-08-01`.
 * @param iso YYYY-MM-DD, YYYY-MM or YYYY
 */
export const firstDayOf = (iso: string): string => `${iso}-01-01`.slice(0, 10);

/** True when all of a date, however exactly it is known, is after a day. */
export const isAhead = (iso: string, today: string): boolean => firstDayOf(iso) > today;

/** Newest first; of two facts on one day, by id, so that the order never depends on that of files. */
export const newestFirst = (a: Pick<TimelineEntry, 'id' | 'date'>, b: Pick<TimelineEntry, 'id' | 'date'>): number => {
  const [one, other] = [firstDayOf(a.date.iso), firstDayOf(b.date.iso)];
  if (one !== other) return one < other ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

/**
 * Sorts dated facts and cuts them at the present day. Facts with one id are one fact.
 * @param today YYYY-MM-DD in UTC
 */
export function timelineOf(entries: readonly TimelineEntry[], today: string): Timeline {
  const sorted = [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(newestFirst);
  return {
    ahead: sorted.filter(({ date }) => isAhead(date.iso, today)),
    past: sorted.filter(({ date }) => !isAhead(date.iso, today)),
  };
}
