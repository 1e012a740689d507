import { z } from 'zod';
import { idOf } from '../ids.ts';
import { storyFields } from './story.ts';
import { line, paragraph } from '../text.ts';

/** A review of one model: `content/reviews/<slug>/index.md`. */
export const review = z.strictObject({
  ...storyFields,
  /** The model under review. */
  model: idOf('content/models'),
  /** The judgement in a sentence or two. */
  verdict: paragraph.describe('Write the judgement in one or two sentences.'),
  strengths: z.array(line).min(1).describe('Write a list of short lines.'),
  limits: z.array(line).min(1).describe('Write a list of short lines.'),
  /** Who should use it. */
  bestFor: line.describe('Write in one line who should use it.'),
});
