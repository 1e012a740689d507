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
};

/** A source of a story: readers can follow its address. */
export const storySource = z.strictObject({
  ...common,
  /** Where readers find it. */
  url: webAddress.describe('Write the full address, starting with https://.'),
});

/** A source of a catalogue fact; some documents have no public address. */
export const factSource = z.strictObject({
  ...common,
  /** Where readers find it; left out when no address is known. */
  url: webAddress.describe('Write the full address, or leave `url` out when none is known.').optional(),
  /** How the source was seen, where that matters. */
  note: line.describe('Write how the source was seen, in one line.').optional(),
});

/** The source of an edition, with the file that it was imported from. */
export const editionSource = z.strictObject({
  ...factSource.shape,
  /** Of the original file, in `originals/` next to the edition where the licence lets us keep it. */
  checksum: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/u, 'is no checksum')
    .describe('Write sha256: and the SHA-256 of the imported file; `npm run import` computes it.')
    .optional(),
});
