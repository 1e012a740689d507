import { z } from 'zod';
import { dayOrMoment, moment } from '../dates.ts';
import { hero } from './hero.ts';
import { idOf, permanentId, slugPattern, tag } from '../ids.ts';
import { storySource } from '../source.ts';
import { line, paragraph, webAddress } from '../text.ts';

/** A correction: what was wrong and what is right, with the moment or the day on which it was made. */
const correction = z.strictObject({
  date: dayOrMoment,
  text: paragraph.describe('Write what was wrong and what is right.'),
});

/** The fields that articles and reviews share. */
export const storyFields = {
  id: permanentId,
  /** The headline. */
  title: line.max(140).describe('Write a headline of at most 140 characters, better 50 to 80.'),
  /** The standfirst: adds to the headline. */
  dek: line.max(300).describe('Write one or two sentences of at most 300 characters, better 200.').optional(),
  /** Moment of publication, or its day. */
  date: dayOrMoment,
  /** Who wrote it. */
  authors: z.array(idOf('content/authors')).min(1).describe('Write a list of author ids, for example [megaton-staff].'),
  /** Models that the story is about. */
  models: z.array(idOf('content/models')).default([]),
  tags: z.array(tag).default([]),
  hero: hero.optional(),
  /** What the story rests on, most important first. */
  sources: z.array(storySource).default([]),
  /** What readers should know of our sources beyond what the list of them says. */
  howWeKnow: paragraph
    .describe('Write what you checked, when, and what you did not find; which sources you read is added by itself.')
    .optional(),
  corrections: z.array(correction).default([]),
  /** Moment, or day, of the last change that matters to readers. */
  updated: dayOrMoment.optional(),
  /** True keeps it out of everything but the writer's own preview. */
  draft: z.boolean().describe('Write true or false.').default(false),
  /** The moment at which an embargo ends. */
  publishAt: moment.optional(),
  /** Old slugs; each becomes a redirect. */
  aliases: z
    .array(z.string().regex(slugPattern, 'is not a slug: lower case, digits and hyphens'))
    .describe('Write old slugs, for example [old-slug].')
    .default([]),
  /** Where the story was published first, when not here. */
  canonical: webAddress.describe('Write the full address of the first publication.').optional(),
  /** Interests of the writer or of Megaton in the subject. */
  disclosure: paragraph.describe('Write what readers should know of our interests.').optional(),
};
