import { z } from 'zod';
import { line, paragraph, webAddress } from '../text.ts';

/** A person or a desk: `content/authors/<id>.yaml`. */
export const author = z.strictObject({
  name: line.describe('Write the name as it is in the byline.'),
  /** A desk signs for the newsroom; a person signs alone. */
  kind: z.enum(['person', 'desk']).describe('Write person or desk.'),
  bio: paragraph.describe('Write a sentence or two.'),
  url: webAddress.describe('Write the full address of a page about the author.').optional(),
});
