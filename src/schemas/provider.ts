import { z } from 'zod';
import { alias } from './alias.ts';
import { partialDate } from './dates.ts';
import { fact } from './fact.ts';
import { factSource } from './source.ts';
import { line, paragraph, webAddress } from './text.ts';

/** A lab or company: `content/providers/<id>.yaml`. */
export const provider = z.strictObject({
  name: line.describe('Write the full name.'),
  /** The name in narrow tables. */
  shortName: line.max(24).describe('Write a short name for tables.'),
  /** Other names of the company, for example in its own script. */
  aliases: z.array(alias).default([]),
  country: fact(
    z
      .string()
      .regex(/^[A-Z]{2}$/u, 'is not a country code')
      .describe('Write two capital letters (ISO 3166), for example CN.'),
  ).optional(),
  website: webAddress.describe('Write the full address, starting with https://.').optional(),
  founded: fact(partialDate).optional(),
  notes: z.array(paragraph).describe('Write a list of sentences.').default([]),
  sources: z.array(factSource).default([]),
});
