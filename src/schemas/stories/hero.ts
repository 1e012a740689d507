import { z } from 'zod';
import { line } from '../text.ts';

/** How a picture came to be; shown to the reader as a label. */
export const made = z
  .enum(['photo', 'illustration', 'ai', 'edited'])
  .describe('Write how the picture was made: photo, illustration, ai or edited.');

/** A file name inside the story's own folder. */
export const pictureFile = z
  .string()
  .regex(
    /^(?:\.\/)?[a-z0-9][a-z0-9._-]*\.(?:webp|png|jpe?g)$/u,
    'is not the name of a WebP, PNG or JPEG file in this folder',
  )
  // Astro writes pictures of the same folder with a dot.
  .meta({ control: 'picture' })
  .transform((file) => file.replace(/^\.\//u, ''))
  .describe('Put the picture into the folder of the article and write its file name, for example `hero.webp`.');

/** The picture that leads a story. */
export const hero = z.strictObject({
  /** File next to the article. */
  image: pictureFile,
  /** What the picture shows, for those who do not see it. */
  alt: line.describe('Write one sentence that says what the picture shows.'),
  /** Line under the picture. */
  caption: line.describe('Write one line under the picture, or leave it out.').optional(),
  /** Whom to thank for the picture. */
  credit: line.describe('Write who made the picture.'),
  made,
});
