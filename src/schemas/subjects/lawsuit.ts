import { z } from 'zod';
import { partialDate } from '../dates.ts';
import { fact } from '../fact.ts';
import { idOf } from '../ids.ts';
import { line } from '../text.ts';
import { stage, statement } from './dated-event.ts';
import { tracked } from './tracked.ts';

const party = line.describe('Write the name of a party, for example Getty Images.');

/** A case in court: `content/lawsuits/<id>.yaml`. */
export const lawsuit = z.strictObject({
  name: line.describe('Write the name of the case, for example Getty Images v Stability AI.'),
  claimants: z.array(party).min(1, 'is empty'),
  defendants: z.array(party).min(1, 'is empty'),
  court: fact(line.describe('Write the name of the court.')),
  /** The number under which the court has the case. */
  number: fact(line.describe('Write the number of the case.')).optional(),
  /** When the claim was brought, as exactly as known. */
  filed: fact(partialDate),
  /** When the case ended; left out while it is open. */
  ended: fact(partialDate).optional(),
  /** What the claimants say. */
  claims: z.array(statement).min(1, 'is empty'),
  stage,
  /** Makers whose models the case is about. */
  providers: z.array(idOf('content/providers')).default([]),
  models: z.array(idOf('content/models')).default([]),
  ...tracked,
});
