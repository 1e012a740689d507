import { z } from 'zod';
import { day, partialDate } from '../dates.ts';
import { sourceNumbers } from '../fact.ts';
import { slugPattern } from '../ids.ts';
import { line, paragraph } from '../text.ts';

/** Something that happened, on a timeline and in feeds. */
export const datedEvent = z.strictObject({
  /** Names the event in feeds and addresses. */
  id: z
    .string()
    .regex(slugPattern, 'is not an id: lower case, digits and hyphens')
    .describe('Write a short name, for example `claim-filed`; never change it.'),
  /** As exactly as known. */
  date: partialDate,
  what: paragraph.describe('Write what happened, in one or two sentences.'),
  sources: sourceNumbers,
});

/** Something with a date in the future: a hearing, a deadline, the day from which a duty applies. */
export const dateAhead = z.strictObject({
  date: day,
  what: line.describe('Write what happens on that day, in one line.'),
  sources: sourceNumbers,
});

/** A statement that rests on sources. */
export const statement = z.strictObject({
  text: paragraph.describe('Write one sentence, and say whose claim it is where it is contested.'),
  sources: sourceNumbers,
});

/** Where a case or a law is now. */
export const stage = z.strictObject({
  value: line.describe('Write where it is now, for example: Motion to dismiss refused.'),
  /** Since when, or the date of the evidence. */
  asOf: partialDate,
  sources: sourceNumbers,
});
