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

/** Price of one second of output on one day. A new price is a new row; old rows stay, so that the list is its history. */
const price = z
  .strictObject({
    /** The day of the price list, or the day on which the price was seen, as exactly as known. */
    date: partialDate,
    /** The variant, where the model has several. */
    tier: line.describe('Write the variant, for example pro or fast.').optional(),
    /** The size of the picture. */
    size: line.describe('Write the size, for example 720p.').optional(),
    /** Whether the price includes sound; left out where the list does not say. */
    sound: z.boolean().describe('Write true or false.').optional(),
    /** Who sells at this price; left out where the source does not say. */
    seller: line.describe('Write who sells at this price, for example Google or ComfyUI.').optional(),
    /** Whether the seller made the model. */
    sale: z.enum(['maker', 'reseller']).describe('Write maker or reseller.').optional(),
    /** US dollars a second. */
    usdPerSecond: z.number().positive().describe('Write US dollars a second, for example 0.14.'),
    ...provenance,
  })
  .refine(({ tier, size }) => tier !== undefined || size !== undefined, 'has neither `tier` nor `size`')
  .describe('Write at least one of `tier` and `size`.');

/** How people get at a model; open weights are `openWeights`. */
const access = z
  .array(z.enum(['app', 'api', 'early access']).describe('Write app, api or early access.'))
  .min(1)
  .describe('Write a list of app, api and early access.');

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
  /** Where the model can be used, or could before it was discontinued. */
  access: fact(access).optional(),
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
  /** Every known price with its date; pages show the newest of each variant, size and seller. */
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
