import { z } from 'zod';
import { day, partialDate } from './dates.ts';
import { line, webAddress } from './text.ts';

const common = {
  /** Title of the page or document. */
  title: line.describe('Write the title of the page or document.'),
  /** Who published it. */
  publisher: line.describe('Write who published it, for example The Independent.'),
  /** When it was published, as exactly as known. */
  published: partialDate.optional(),
  /** The day on which we read it. */
  accessed: day,
  /** `direct` when we read the document, also in a copy; `quoted` when we know only what another document says of it. */
  read: z
    .enum(['direct', 'quoted'])
    .describe('Write direct if you read the document itself or a copy, or quoted if another document quotes it.')
    .default('direct'),
  /** The copy, or the document that quotes it, in which we read it. */
  via: line
    .describe('Write in which other document you read it, for example: a research note of 8 October 2026.')
    .optional(),
};

type WithReading = z.ZodType<{ read: 'direct' | 'quoted'; via?: string | undefined }>;

/** Adds that a document known from another one names that other one. */
const withReading = <Source extends WithReading>(source: Source): Source =>
  source.refine(({ read, via }) => read === 'direct' || via !== undefined, {
    path: ['via'],
    error: 'is missing, and `read` says that another document quotes this one',
  });

/** A source of a story: readers can follow its address. */
export const storySource = withReading(
  z.strictObject({
    ...common,
    /** Where readers find it. */
    url: webAddress.describe('Write the full address, starting with https://.'),
  }),
);

const factFields = {
  ...common,
  /** Where readers find it; left out when no address is known. */
  url: webAddress.describe('Write the full address, or leave `url` out when none is known.').optional(),
  /** How the source was seen, where that matters. */
  note: line.describe('Write how the source was seen, in one line.').optional(),
};

/** A source of a catalogue fact; some documents have no public address. */
export const factSource = withReading(z.strictObject(factFields));

/** The source of an edition, with the file that it was imported from. */
export const editionSource = withReading(
  z.strictObject({
    ...factFields,
    /** Of the original file, in `originals/` next to the edition where the licence lets us keep it. */
    checksum: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/u, 'is no checksum')
      .describe('Write sha256: and the SHA-256 of the imported file; `npm run import` computes it.')
      .optional(),
  }),
);
