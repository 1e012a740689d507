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

/** The day of a moment in UTC, as YYYY-MM-DD. */
export function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / 86_400_000);
}
