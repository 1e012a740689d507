import { z } from 'zod';
import { idOf } from '../ids.ts';
import { storyFields } from './story.ts';

/** A news article: `content/articles/<year>/<slug>/index.md`. */
export const article = z.strictObject({
  ...storyFields,
  /** One of content/categories.yaml. */
  category: idOf('content/categories.yaml').describe('Write one of the ids in content/categories.yaml.'),
});
