import { z } from 'zod';
import { line, webAddress } from './text.ts';

/** A number of an entry in the same file's `sources`, counted from 1. */
export const sourceNumbers = z
  .array(z.int().min(1))
  .min(1)
  .describe('Write numbers of the `sources` in this file, counted from 1, for example [1, 3].');

/** The parts that every disputable fact has next to its value. */
export const provenance = {
  /** Which of the file's sources say so. */
  sources: sourceNumbers.optional(),
  /** How sure we are; left out when high. */
  confidence: z
    .enum(['medium', 'low'])
    .describe('Write medium or low, or leave it out when the fact is certain.')
    .optional(),
  /** What a reader should know about the value. */
  note: line.describe('Write one line.').optional(),
};

/**
 * A disputable value with what it rests on.
 * @param value schema of the value itself
 */
export const fact = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({
    value,
    ...provenance,
    /** A page that shows the value at first hand. */
    url: webAddress.describe('Write the full address, starting with https://.').optional(),
  });
