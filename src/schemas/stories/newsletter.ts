import { z } from 'zod';
import { day } from '../dates.ts';
import { line, paragraph } from '../text.ts';

/** A newsletter issue: `content/newsletters/<YYYY-MM-DD>.yaml`, named after its day. What it reports comes from the other content. */
export const newsletter = z.strictObject({
  /** The line that mail programs show. */
  subject: line.max(120).describe('Write the subject in at most 120 characters, better 60.'),
  /** First day that the issue covers. */
  since: day,
  /** What the editor says first. */
  intro: paragraph.describe('Write one paragraph, or leave it out.').optional(),
});
