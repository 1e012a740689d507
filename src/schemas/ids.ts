import { z } from 'zod';

/** The form of every file-name id and slug: lower case, digits, single hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** The id of an entry in another collection: its file name without ending. */
export const idOf = (collection: string) =>
  z
    .string()
    .regex(slugPattern, 'is not an id: lower case, digits and hyphens')
    .meta({ references: collection })
    .describe(`Write the file name, without ending, of an entry in ${collection}, for example \`kling-2-6\`.`);

/** A tag: the same form as an id. */
export const tag = z
  .string()
  .regex(slugPattern, 'is not a tag: lower case, digits and hyphens')
  .describe('Write tags in lower case with hyphens, for example `open-weights`.');

/** An article's or review's own id, which never changes, also when slug or host do. */
export const permanentId = z
  .string()
  .regex(/^\d{8}-[a-z0-9]{6}$/u, 'does not have the form YYYYMMDD-xxxxxx')
  .meta({ control: 'permanent-id' })
  .describe(
    'Write the day of creation, a hyphen and six letters or digits, for example `20260123-k7m2qx`; never change it.',
  );
