import { z } from 'zod';
import { sourceNumbers } from './fact.ts';
import { line } from './text.ts';

/** Another name of a model or a company, by which readers look for it: in another script, or as its makers once called it. */
export const alias = z.strictObject({
  name: line.describe('Write the other name, in its own script.'),
  /** The language of the name, where it is not English. */
  language: z
    .string()
    .regex(/^[a-z]{2}(?:-[A-Z][a-z]{3})?$/u, 'is no language code')
    .describe('Write a language code (BCP 47), for example zh, or zh-Hant for traditional characters.')
    .optional(),
  /** What a reader should know about the name. */
  note: line.describe('Write a few words, for example: the name of the series.').optional(),
  /** Which of the file's sources say so. */
  sources: sourceNumbers,
});
