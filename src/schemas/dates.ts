import { z } from 'zod';

/** True for a day that exists, written as YYYY-MM-DD. 30 February does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** True for YYYY, YYYY-MM or YYYY-MM-DD. */
function isPartialDate(text: string): boolean {
  if (/^\d{4}$/u.test(text)) return true;
  return isDay(/^\d{4}-\d{2}$/u.test(text) ? `${text}-01` : text);
}

/** A calendar day in UTC. */
export const day = z
  .string()
  .refine(isDay, 'is not a day that exists')
  .describe('Write a day as YYYY-MM-DD, for example 2026-01-23.');

/** A date known to the day, the month or the year. YAML reads a bare year as a number. */
export const partialDate = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .refine(isPartialDate, 'is not a date')
  .describe('Write a date as YYYY-MM-DD, "YYYY-MM" or "YYYY"; leave the field out when it is unknown.');

/** A moment with its time zone. */
export const moment = z.iso
  .datetime({ offset: true, error: 'is not a moment with a time zone' })
  .describe('Write a moment with its time zone, for example 2026-01-23T09:00:00+01:00.');
