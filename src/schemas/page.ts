import { z } from 'zod';
import { day } from './dates.ts';
import { line, paragraph } from './text.ts';

/** A standing page: `content/pages/<id>.mdx`, shown at `/<id>/`. */
export const page = z.strictObject({
  title: line.describe('Write the headline of the page.'),
  description: paragraph.describe('Write one sentence on what the page says.'),
  /** Day of the last change that matters. */
  updated: day.optional(),
  /** Words by which the search finds the page, next to its title. */
  keywords: z.array(line).describe('Write a list of words.').default([]),
});
