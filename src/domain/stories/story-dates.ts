import { startOfDay } from '../text/dates.ts';

/** The days of a story, as its file has them. */
export interface StoryDates {
  date: string;
  updated?: string | undefined;
  corrections: readonly { date: string }[];
}

/** The day of the last change announced to readers: an update or a correction; the day of the story when there is none. */
export function lastChange({ date, updated = date, corrections }: StoryDates): string {
  return [date, updated, ...corrections.map((correction) => correction.date)].sort().at(-1) ?? date;
}

/** What decides when readers could first see a story. */
export interface Published {
  date: string;
  /** Moment at which an embargo ended. */
  publishAt?: string | undefined;
}

/** The moment at which readers could first see a story: the beginning of its day, or the later end of its embargo. */
export function firstSeen({ date, publishAt }: Published): Date {
  const day = startOfDay(date);
  const embargo = publishAt === undefined ? day : new Date(publishAt);
  return embargo > day ? embargo : day;
}
