import { z } from 'zod';

// These would make the feed invalid XML: control characters, half characters and what is none.
const unprintable = /[\u0000-\u001f\u007f-\u009f\p{Cs}\ufffe\uffff]/u;

// These show text in another order than it is written, so that it says one thing to readers and another to machines.
const turning = /[\u202a-\u202e\u2066-\u2069]/u;
const turns = 'has an invisible character that turns the direction of the text';

/** One line of text: no line break, no control character, not blank. */
export const line = z
  .string()
  .refine((text) => text.trim() !== '' && text.trim() === text, 'is blank or has spaces at its ends')
  .refine((text) => !unprintable.test(text), 'has a line break or a control character')
  .refine((text) => !turning.test(text), turns);

/** A paragraph of plain text; line breaks count as spaces. */
export const paragraph = z
  .string()
  .transform((text) => text.trim().replace(/\s+/gu, ' '))
  .refine((text) => text !== '', 'is blank')
  .refine((text) => !unprintable.test(text), 'has a control character')
  .refine((text) => !turning.test(text), turns)
  .meta({ control: 'paragraph' });

/** A public web address. Plain `http:` is allowed, since some sources have nothing else. */
export const webAddress = z
  .url({ protocol: /^https?$/u, error: 'is not a full web address' })
  .refine((address) => !/[\s<>"]/u.test(address), 'has a space or a quotation mark')
  .describe('Write the full address, starting with https://.');

/** An e-mail address. */
export const email = z
  .email('is not an e-mail address')
  .describe('Write an e-mail address, for example media@megaton.ai.');

/** An address on this site. */
export const path = z
  .string()
  .regex(/^\/(?:[a-z0-9-]+\/)*$/u, 'is not a path of this site: it starts and ends with a slash')
  .describe('Write a path of this site, for example /news/.');
