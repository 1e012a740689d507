import { z } from 'zod';
import { alias } from './alias.ts';
import { day, partialDate } from './dates.ts';
import { fact, provenance } from './fact.ts';
import { idOf } from './ids.ts';
import { factSource } from './source.ts';
import { line, paragraph, webAddress } from './text.ts';

/** What goes in and what comes out. */
export const modality = z
  .enum(['text-to-video', 'image-to-video', 'video-to-video', 'audio'])
  .describe('Write text-to-video, image-to-video, video-to-video or audio.');

/** Price of one second of output at one tier. */
const price = z.strictObject({
  tier: line.describe('Write what the price is for, for example "pro, with audio".'),
  /** US dollars a second. */
  usdPerSecond: z.number().positive().describe('Write US dollars a second, for example 0.14.'),
  ...provenance,
});

/** Facts about a model, never results: `content/models/<id>.yaml`. Missing means not published. */
export const model = z.strictObject({
  name: line.describe('Write the name as readers know it.'),
  provider: idOf('content/providers').optional(),
  released: fact(partialDate).optional(),
  status: z
    .strictObject({
      value: z.enum(['available', 'preview', 'discontinued']).describe('Write available, preview or discontinued.'),
      /** Date of the evidence, or of the closure. */
      asOf: day.optional(),
      ...provenance,
    })
    .optional(),
  modalities: z.array(modality).default([]),
  /** Highest output, as published. */
  resolution: fact(line.describe('Write the highest resolution, for example 1080p.')).optional(),
  /** Longest clip, in seconds. */
  duration: fact(z.number().positive().describe('Write the longest clip in seconds.')).optional(),
  /** Frames a second. */
  frameRate: fact(z.number().positive().describe('Write frames a second.')).optional(),
  nativeAudio: fact(z.boolean().describe('Write true or false.')).optional(),
  openWeights: fact(z.boolean().describe('Write true or false.')).optional(),
  licence: fact(line.describe('Write the name of the licence.')).optional(),
  parameters: fact(line.describe('Write the published size, for example 19B.')).optional(),
  prices: z.array(price).default([]),
  homepage: webAddress.describe('Write the full address, starting with https://.').optional(),
  notes: z.array(paragraph).describe('Write a list of sentences.').default([]),
  /** Where sources differ, and what we publish. */
  conflicts: z.array(paragraph).describe('Write a list of sentences.').default([]),
  /** Other names of the model, for example in the script of its makers. */
  aliases: z.array(alias).default([]),
  /** Names under which boards list the model. */
  listedAs: z.array(line).default([]),
  sources: z.array(factSource).default([]),
});
