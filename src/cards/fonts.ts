import { readFileSync } from 'node:fs';
import opentype from 'opentype.js';

/** The two card fonts, made by scripts/assets/fonts.ts: one for headlines and numerals, one for everything else. */
export type FontName = 'Poster' | 'Interface';

/** In em. */
export const letterSpacing: Record<FontName, number> = { Poster: -0.01, Interface: 0 };

const files: Record<FontName, Buffer> = {
  Poster: readFileSync('src/styles/fonts/card-poster.ttf'),
  Interface: readFileSync('src/styles/fonts/card-interface.ttf'),
};

/** The fonts as satori takes them; one list for all cards, so that satori reads each file once. */
export const fonts = Object.entries(files).map(([name, data]) => ({ name, data }));

const tables = {
  Poster: opentype.parse(new Uint8Array(files.Poster).buffer),
  Interface: opentype.parse(new Uint8Array(files.Interface).buffer),
};

const has = (character: string): boolean =>
  Object.values(tables).every((font) => font.charToGlyphIndex(character) !== 0);

const emoji = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{FE0E}\u{FE0F}\u{200D}\u{20E3}\p{Emoji_Modifier}]/u;

/**
 * A text as the card fonts can draw it: without emoji, and with plain letters where only the marks on them are missing.
 * @returns `text` is undefined when other characters are missing or nothing is left; `missing` has every character without a glyph
 */
export function drawable(text: string): { text: string | undefined; missing: string[] } {
  const characters = [...text.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ')];
  const missing = characters.filter((character) => !has(character));
  const drawn = characters.map((character) =>
    has(character) ? character : emoji.test(character) ? '' : character.normalize('NFD').replace(/\p{Mark}/gu, ''),
  );
  const complete = drawn.every((part) => [...part].every(has));
  return { text: (complete && drawn.join('').replace(/ +/gu, ' ').trim()) || undefined, missing };
}

/**
 * The largest font size at which a text fits into a box.
 * @param box in pixels
 * @param lineHeight in em
 * @returns the size in pixels; the smallest one when none fits, with the number of lines to cut the text off at
 */
export function fit(
  text: string,
  font: FontName,
  box: { width: number; height: number },
  sizes: readonly number[],
  lineHeight: number,
): { size: number; cutAt?: number } {
  const linesAt = (size: number): number => Math.max(1, Math.floor(box.height / (size * lineHeight)));
  const size = sizes.find((candidate) => linesNeeded(text, font, candidate, box.width) <= linesAt(candidate));
  const smallest = sizes.at(-1) ?? 1;
  return size === undefined ? { size: smallest, cutAt: linesAt(smallest) } : { size };
}

/** Lines of a text when each is filled with as many words as fit; Infinity when a word is wider than a line. */
function linesNeeded(text: string, font: FontName, size: number, width: number): number {
  // Satori rounds each part between two possible breaks up to a whole pixel.
  const widthOf = (words: string): number =>
    tables[font].getAdvanceWidth(words, size, { letterSpacing: letterSpacing[font] }) +
    words.split(/[\s\p{Pd}]/u).length;
  let lines = 1;
  let line = '';
  for (const word of text.split(' ')) {
    if (widthOf(word) > width) return Infinity;
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) > width) lines += 1;
    line = widthOf(longer) > width ? word : longer;
  }
  return lines;
}
