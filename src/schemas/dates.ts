import { z } from 'zod';

/** True for a day that exists, written as YYYY-MM-DD. 30 February does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** True for YYYY, YYYY-MM or YYYY-MM-DD. */
export function isPartialDate(text: string): boolean {
  if (/^\d{4}$/u.test(text)) return true;
  return isDay(/^\d{4}-\d{2}$/u.test(text) ? `${text}-01` : text);
}

/** A calendar day in UTC. */
export const day = z
  .string()
  .refine(isDay, 'is not a day that exists')
  .meta({ control: 'day' })
  .describe('Write a day as YYYY-MM-DD, for example 2026-01-23.');

/** A date known to the day, the month or the year. YAML reads a bare year as a number. */
export const partialDate = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .refine(isPartialDate, 'is not a date')
  .describe('Write a date as YYYY-MM-DD, "YYYY-MM" or "YYYY"; leave the field out when it is unknown.');

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/u;
// From 12 hours behind UTC to 14 hours ahead, see https://www.iana.org/time-zones.
const zone = /^(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/u;

/**
 * What is wrong with a moment, as the end of a sentence that begins with the name of its field; undefined for a right one.
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 of which the seconds may be left out
 */
function momentFault(text: string): string | undefined {
  const [, date = '', time = '', offset = ''] = /^([^T]*)T([^Z+-]*)(.*)$/su.exec(text) ?? [];
  if (date === '') return 'is not a moment';
  if (!isDay(date)) return 'is on a day that does not exist';
  if (!clock.test(time)) return 'has an hour or a minute that does not exist';
  if (offset === '') return 'has no time zone';
  // The first and the last day of the calendar have hours that are in another year in UTC.
  return zone.test(offset) && /^\d{4}-/u.test(new Date(text).toISOString())
    ? undefined
    : 'has a time zone that does not exist';
}

/** Refuses what a function finds a fault in, in its words. */
const without = (faultOf: (text: string) => string | undefined) =>
  z.string().refine((text) => faultOf(text) === undefined, {
    error: ({ input }) => faultOf(input as string),
  });

// What editors check while a writer types; the rest is left to the check.
const timePattern = String.raw`T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})`;
const dayPattern = String.raw`\d{4}-\d{2}-\d{2}`;

/** A moment with its time zone. */
export const moment = without(momentFault).meta({
  description: 'Write a moment with its time zone, for example 2026-01-23T09:00:00+01:00.',
  control: 'moment',
  pattern: `^${dayPattern}${timePattern}$`,
});

const dayOrMomentFault = (text: string): string | undefined =>
  text.includes('T') ? momentFault(text) : isDay(text) ? undefined : 'is not a day that exists';

/** A calendar day in UTC, or a moment, which is read into UTC to the second: `2026-11-27` or `2026-11-27T16:05:00Z`. */
export const dayOrMoment = without(dayOrMomentFault)
  .meta({ pattern: `^${dayPattern}(?:${timePattern})?$`, control: 'moment' })
  .transform((text) => (text.includes('T') ? `${new Date(text).toISOString().slice(0, 19)}Z` : text))
  .describe(
    'Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.',
  );
