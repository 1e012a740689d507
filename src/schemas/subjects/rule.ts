import { z } from 'zod';
import { partialDate } from '../dates.ts';
import { fact } from '../fact.ts';
import { line } from '../text.ts';
import { stage, statement } from './dated-event.ts';
import { tracked } from './tracked.ts';

/** A law, a bill or another rule for AI video: `content/rules/<id>.yaml`. */
export const rule = z.strictObject({
  name: line.describe('Write the name as readers know it.'),
  /** The act itself, as lawyers cite it. */
  law: fact(line.describe('Write the act and its number, for example Regulation (EU) 2024/1689, Article 50.')),
  place: line.describe('Write where it applies, for example European Union.'),
  /** The first day on which it applies; left out for a bill. */
  appliesFrom: fact(partialDate).optional(),
  stage,
  /** What it asks of whom. */
  asks: z.array(statement).min(1, 'is empty'),
  ...tracked,
});
