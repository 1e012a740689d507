/** A day as machines and as readers see it. */
export interface Day {
  /** YYYY-MM-DD, or a shorter form where only the month or the year is known. */
  iso: string;
  /** `23 January 2026`, `January 2026` or `2026`. */
  text: string;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The English name of a month, from `01` to `12`. */
export function monthName(month: string): string {
  return months[Number(month) - 1] ?? month;
}

/**
 * Puts a date into words.
 * @param iso YYYY-MM-DD, YYYY-MM or YYYY, in UTC
 */
export function toDay(iso: string): Day {
  const [year = '', month, day] = iso.split('-');
  const parts = [day && String(Number(day)), month && monthName(month), year];
  return { iso, text: parts.filter(Boolean).join(' ') };
}

/** A day as a narrow column shows it: `Jan 2026`, or `2026` where only the year is known. */
export function shortMonth({ iso }: Day): string {
  const [year = '', month] = iso.split('-');
  return month === undefined ? year : `${monthName(month).slice(0, 3)} ${year}`;
}

/** Midnight UTC of a day. */
export function startOfDay(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** The day after a day. */
export function nextDay(iso: string): string {
  return isoDay(new Date(startOfDay(iso).getTime() + 86_400_000));
}

/**
 * A moment as RFC 3339 text in UTC, to the second, whatever its precision was: such texts sort by time.
 * @param written a moment in that form, or a day, which counts from its beginning
 */
export function fullMoment(written: string): string {
  return hasTime(written) ? written : `${written}T00:00:00Z`;
}

/** True for `2026-11-27T16:05:00Z`, false for `2026-11-27`. */
export function hasTime(written: string): boolean {
  return written.includes('T');
}

/** A moment as `2026-11-27T16:05:00Z`; parts of a second are cut off. */
export function isoMoment(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** True when one day or moment in UTC is before another: by the moment where both have one, else by the day. */
export function isBefore(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
}

/** The day of a moment in UTC, as YYYY-MM-DD. */
export function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / 86_400_000);
}
