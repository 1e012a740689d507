import { z } from 'zod';
import { day } from '../dates.ts';
import { idOf, slugPattern, tag } from '../ids.ts';
import { line } from '../text.ts';
import { tracked } from './tracked.ts';

const story = z
  .string()
  .regex(slugPattern, 'is not the slug of a story')
  .describe('Write the slug of an article or a review, the name of its folder.');

const { ahead, events, documents, checked, sources } = tracked;

/** A subject that readers follow: `content/topics/<id>.yaml`. A fact of a model, a lawsuit or a rule is in its own file, and comes here by itself. */
export const topic = z.strictObject({
  name: line.max(40).describe('Write a short name, at most 40 characters.'),
  /** Where the subject is now: paragraphs of Markdown with links. */
  summary: z
    .array(
      line.describe('Write a paragraph on one line. Links: [words](/path/), [words](model:id), [words](article:slug).'),
    )
    .min(1, 'is empty')
    .describe('Write a list of paragraphs.'),
  /** The day on which the summary last changed. */
  updated: day,
  /** Stories that belong here. */
  stories: z.array(story).default([]),
  /** Stories with one of these tags belong here too. */
  tags: z.array(tag).default([]),
  models: z.array(idOf('content/models')).default([]),
  lawsuits: z.array(idOf('content/lawsuits')).default([]),
  rules: z.array(idOf('content/rules')).default([]),
  /** Other words under which readers look for the subject. */
  aliases: z.array(line).default([]),
  ahead,
  events,
  documents,
  checked,
  sources,
});
