import { fullMoment, hasTime, isoDay, isoMoment, toDay, type Day } from '../text/dates.ts';

/** When a story was published, changed or corrected, as machines and as readers see it. */
export interface StoryDate extends Day {
  /** The moment in UTC, `2026-11-27T16:05:00Z`; undefined where only the day is known. */
  moment?: string | undefined;
  /** `16:05 UTC`; undefined where the day is enough for readers. */
  clock?: string | undefined;
}

/** What decides when a story counts as published. Days and moments are in UTC: `2026-11-27`, `2026-11-27T16:05:00Z`. */
export interface Published {
  date: string;
  /** Moment at which an embargo ended, with its time zone. */
  publishAt?: string | undefined;
}

/** A story among others. */
export interface Placed extends Published {
  /** The permanent id. */
  id: string;
}

/** The dates of a story, as its file has them. */
export interface StoryDates extends Published {
  updated?: string | undefined;
  corrections: readonly { date: string }[];
}

/**
 * Puts a date of a story into words.
 * @param written a day or a moment in UTC
 * @param hoursOn the day on which readers see the hour of a moment, as YYYY-MM-DD
 */
export function storyDate(written: string, hoursOn: string): StoryDate {
  const day = toDay(written.slice(0, 10));
  if (!hasTime(written)) return day;
  return { ...day, moment: written, clock: day.iso === hoursOn ? `${written.slice(11, 16)} UTC` : undefined };
}

/** A date for machines, as `<time datetime>`, OpenGraph and schema.org take it: the moment, or the day where no more is known. */
export const machineDate = ({ moment, iso }: StoryDate): string => moment ?? iso;

/** The day or moment of publication in UTC: that of the file, and where it has a day, the end of an embargo on that day. */
export function publicationDate({ date, publishAt }: Published): string {
  if (publishAt === undefined || hasTime(date)) return date;
  const end = new Date(publishAt);
  return isoDay(end) === date ? isoMoment(end) : date;
}

/** Sorts stories by the moment of publication, newest first; a day counts from its beginning, and one moment is sorted by id. */
export function newestFirst(a: Placed, b: Placed): number {
  const [momentA, momentB] = [fullMoment(publicationDate(a)), fullMoment(publicationDate(b))];
  return momentA === momentB ? (a.id < b.id ? 1 : -1) : momentA < momentB ? 1 : -1;
}

/**
 * The day or moment of the last change announced to readers: an update or a correction; that of publication when there is none.
 * @param updates moments of the updates in the text of a live story, in UTC
 */
export function lastChange(
  { date, publishAt, updated, corrections }: StoryDates,
  updates: readonly string[] = [],
): string {
  const published = publicationDate({ date, publishAt });
  return (
    [published, updated ?? published, ...corrections.map((correction) => correction.date), ...updates].sort().at(-1) ??
    date
  );
}

/** The moment at which readers could first see a story: that of publication, or the later end of its embargo. */
export function firstSeen({ date, publishAt }: Published): Date {
  const published = new Date(fullMoment(date));
  const embargo = publishAt === undefined ? published : new Date(publishAt);
  return embargo > published ? embargo : published;
}
