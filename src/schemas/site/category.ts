import { z } from 'zod';
import { line, paragraph } from '../text.ts';

/** A category; all of them are in `content/categories.yaml`, by id. */
export const category = z.strictObject({
  name: line.describe('Write the name as readers see it.'),
  description: paragraph.describe('Write one sentence on what belongs here.'),
});
