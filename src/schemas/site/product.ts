import { z } from 'zod';
import { storySource } from '../source.ts';
import { line, paragraph } from '../text.ts';

/** A product of the publisher: `content/products/<id>.mdx`. */
export const product = z.strictObject({
  name: line.describe('Write the name of the product.'),
  description: paragraph.describe('Write one sentence on what is known of it.'),
  sources: z.array(storySource).default([]),
});
