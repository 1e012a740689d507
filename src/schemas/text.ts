import { z } from 'zod';

// These would make the feed invalid XML: control characters, half characters and what is none.
const unprintable = /[\u0000-\u001f\u007f-\u009f\p{Cs}\ufffe\uffff]/u;

/** One line of text: no line break, no control character, not blank. */
export const line = z
  .string()
  .refine((text) => text.trim() !== '' && text.trim() === text, 'is blank or has spaces at its ends')
  .refine((text) => !unprintable.test(text), 'has a line break or a control character');

/** A paragraph of plain text; line breaks count as spaces. */
export const paragraph = z
  .string()
  .transform((text) => text.trim().replace(/\s+/gu, ' '))
  .refine((text) => text !== '', 'is blank')
  .refine((text) => !unprintable.test(text), 'has a control character');

/** A public web address. Plain `http:` is allowed, since some sources have nothing else. */
export const webAddress = z
  .url({ protocol: /^https?$/u })
  .refine((address) => !/[\s<>"]/u.test(address), 'has a space or a quotation mark')
  .describe('Write the full address, starting with https://.');

/** An e-mail address. */
export const email = z.email().describe('Write an e-mail address, for example media@megaton.ai.');
