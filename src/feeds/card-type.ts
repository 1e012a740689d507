import { readFileSync } from 'node:fs';
import opentype, { type Font } from 'opentype.js';

/** A cut of the house's type, as `npm run fonts` makes it. */
export interface Type {
  font: Font;
  /** In em. */
  letterSpacing: number;
}

const load = (file: string, letterSpacing: number): Type => ({ font: opentype.parse(new Uint8Array(readFileSync(`src/styles/fonts/${file}`)).buffer), letterSpacing });

let types: { poster: Type; plain: Type } | undefined;

/** The types of the cards: for headlines and numerals, and for everything else. */
export function cardTypes(): { poster: Type; plain: Type } {
  types ??= { poster: load('card-poster.ttf', -0.01), plain: load('card-interface.ttf', 0) };
  return types;
}

/** Signs that stand beside words and may be left out. */
const pictorial = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{FE0E}\u{FE0F}\u{200D}\u{20E3}\p{Emoji_Modifier}]/gu;

/**
 * A text as a type can draw it: without emoji, and with letters without their marks where only those are missing.
 * @returns undefined when the type has no letters for the text
 */
export function drawable(text: string, { font }: Type): string | undefined {
  const has = (sign: string): boolean => font.charToGlyphIndex(sign) !== 0;
  const signs = [...text.replace(pictorial, '').normalize('NFC').replace(/\s+/gu, ' ').trim()];
  const drawn = signs.map((sign) => (has(sign) ? sign : sign.normalize('NFD').replace(/\p{Mark}/gu, '')));
  return drawn.length > 0 && drawn.every((sign) => [...sign].every(has)) ? drawn.join('') : undefined;
}

/** A text drawn as the data of a path, with its left end and baseline at a point. */
export function draw(text: string, { font, letterSpacing }: Type, x: number, y: number, size: number): string {
  // The package's own `toPathData` writes NaN for numbers near zero.
  const { commands } = font.getPath(text, x, y, size, { letterSpacing });
  return commands.map(({ type, x1, y1, x2, y2, x: endX, y: endY }) => type + [x1, y1, x2, y2, endX, endY].filter((value) => value !== undefined).map((value) => Math.round(value * 10) / 10).join(' ')).join('');
}

export const widthOf = (text: string, { font, letterSpacing }: Type, size: number): number => font.getAdvanceWidth(text, size, { letterSpacing });

/** A text in the largest size that fits. */
export interface Fitted {
  size: number;
  lines: string[];
}

/**
 * Sets a text as large as it fits into a box, in lines of about one length.
 * @param sizes allowed sizes, largest first; at the smallest one, what does not fit is cut off with an ellipsis
 * @param leading distance of the lines, in em
 */
export function fit(text: string, type: Type, box: { width: number; height: number }, sizes: readonly number[], leading: number): Fitted {
  for (const size of sizes) {
    const lines = broken(text, type, size, box.width);
    const fits = lines.length * size * leading <= box.height && lines.every((line) => widthOf(line, type, size) <= box.width);
    if (fits) return { size, lines: balanced(text, type, size, box.width, lines.length) };
  }
  const size = sizes.at(-1) ?? 1;
  const most = Math.max(1, Math.floor(box.height / (size * leading)));
  const lines = broken(text, type, size, box.width).slice(0, most).map((line) => cut(line, type, size, box.width));
  return { size, lines: [...lines.slice(0, -1), cut(`${lines.at(-1) ?? ''}…`, type, size, box.width)] };
}

/** Fills line after line. */
function broken(text: string, type: Type, size: number, width: number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    return last === undefined || widthOf(longer, type, size) > width ? [...lines, word] : [...lines.slice(0, -1), longer];
  }, []);
}

/** The same number of lines in the narrowest box that holds them. */
function balanced(text: string, type: Type, size: number, width: number, count: number): string[] {
  let [narrow, wide] = [0, width];
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2;
    const lines = broken(text, type, size, middle);
    if (lines.length <= count && lines.every((line) => widthOf(line, type, size) <= middle)) wide = middle;
    else narrow = middle;
  }
  return broken(text, type, size, wide);
}

/** Shortens a line until it fits, with an ellipsis in place of what is gone. */
function cut(line: string, type: Type, size: number, width: number): string {
  if (widthOf(line, type, size) <= width) return line;
  const signs = [...line.replace(/…$/u, '')];
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, type, size) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
