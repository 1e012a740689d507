import { z } from 'zod';
import { day } from '../dates.ts';
import { sourceNumbers } from '../fact.ts';
import { factSource } from '../source.ts';
import { paragraph } from '../text.ts';
import { dateAhead, datedEvent } from './dated-event.ts';

/** What every entry of a tracker has next to its own fields. */
export const tracked = {
  /** Dates that a source gives for what is still to come; none means that none is announced. */
  ahead: z.array(dateAhead).default([]),
  /** What happened, in any order. */
  events: z.array(datedEvent).default([]),
  /** Numbers of the sources that are documents themselves: judgments, filings, laws, official pages. */
  documents: sourceNumbers.optional(),
  notes: z.array(paragraph).describe('Write a list of sentences.').default([]),
  /** Where sources differ, and what we publish. */
  conflicts: z.array(paragraph).describe('Write a list of sentences.').default([]),
  /** The day on which somebody last looked whether all of this still holds. */
  checked: day,
  sources: z.array(factSource).min(1, 'is empty').describe('List the sources of the facts above.'),
};
