import { z } from 'zod';
import { dayOrMoment } from '../dates.ts';
import { line, path, webAddress } from '../text.ts';

/** A story by its slug; `article:` or `review:` before it says which, where both have one name. */
const story = z
  .string()
  .regex(/^(?:(?:article|review):)?[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'is not the name of a story')
  .describe('Write the slug of an article or a review: the name of its folder, for example sora-shutdown-disney.');

/** How long an editor's choice is shown. */
const until = dayOrMoment
  .optional()
  .describe(
    'Write up to when it is shown: a moment such as 2026-01-23T09:00+01:00, or a day such as 2026-01-23, to its end in UTC.',
  );

/** A story in a place that an editor chose. */
const place = z
  .strictObject({ story, until })
  .describe('Write {story, until}, for example {story: sora-shutdown-disney, until: 2026-01-23}.');

/** What an editor puts on the front page: `content/front-page.yaml`. Empty places fill with the newest stories. */
export const frontPage = z.strictObject({
  /** The story that leads. */
  lead: place.optional(),
  /** The stories below the lead. */
  second: z.array(place).max(3).describe('Write a list of at most three items {story, until}.').default([]),
  /** A line above everything. */
  banner: z
    .strictObject({
      text: line.max(160).describe('Write one line of at most 160 characters.'),
      /** Where it leads. */
      link: z
        .union([path, webAddress])
        .describe('Write a path of this site, for example /leaderboards/, or a full address.')
        .optional(),
      until,
    })
    .optional(),
  /** Stories of one subject under a heading. */
  package: z
    .strictObject({
      label: line.max(60).describe('Write the heading in at most 60 characters.'),
      stories: z.array(story).min(1).max(6).describe('Write a list of one to six slugs.'),
      until,
    })
    .optional(),
});
