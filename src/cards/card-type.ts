import { readFileSync } from 'node:fs';
import opentype, { type Font, type Glyph } from 'opentype.js';
import { moved, type Step } from './card-outline.ts';

/** A sign of a type, in em. */
interface Letter {
  glyph: Glyph;
  outline: readonly Step[];
  advance: number;
}

/** A cut of the house's type, as `npm run fonts` makes it. It has no ligatures. */
export class Type {
  readonly #font: Font;
  readonly #letterSpacing: number;
  readonly #letters = new Map<string, Letter>();
  readonly #kerning = new Map<string, number>();

  /** @param letterSpacing in em */
  constructor(file: string, letterSpacing: number) {
    this.#font = opentype.parse(new Uint8Array(readFileSync(file)).buffer);
    this.#letterSpacing = letterSpacing;
  }

  has(sign: string): boolean {
    return this.#font.charToGlyphIndex(sign) !== 0;
  }

  /** Calls with each sign and its place, in em. @returns the width of all, in em */
  walk(text: string, visit: (letter: Letter, x: number) => void): number {
    let x = 0;
    let before: string | undefined;
    for (const sign of text) {
      if (before !== undefined) x += this.#kern(before, sign);
      const letter = this.#letter(sign);
      visit(letter, x);
      x += letter.advance + this.#letterSpacing;
      before = sign;
    }
    return x;
  }

  #letter(sign: string): Letter {
    const known = this.#letters.get(sign);
    if (known) return known;
    const glyph = this.#font.charToGlyph(sign);
    const letter = { glyph, outline: glyph.getPath(0, 0, 1).commands, advance: glyph.advanceWidth / this.#font.unitsPerEm };
    this.#letters.set(sign, letter);
    return letter;
  }

  /** What two signs stand closer (below zero) or wider than others. */
  #kern(left: string, right: string): number {
    const pair = left + right;
    const known = this.#kerning.get(pair);
    if (known !== undefined) return known;
    const value = this.#font.getKerningValue(this.#letter(left).glyph, this.#letter(right).glyph) / this.#font.unitsPerEm;
    this.#kerning.set(pair, value);
    return value;
  }
}

let types: { poster: Type; plain: Type } | undefined;

/** The types of the cards: for headlines and numerals, and for everything else. */
export function cardTypes(): { poster: Type; plain: Type } {
  types ??= { poster: new Type('src/styles/fonts/card-poster.ttf', -0.01), plain: new Type('src/styles/fonts/card-interface.ttf', 0) };
  return types;
}

/** Signs that stand beside words and may be left out. */
const pictorial = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{FE0E}\u{FE0F}\u{200D}\u{20E3}\p{Emoji_Modifier}]/gu;

/**
 * A text as a type can draw it: without emoji, and with letters without their marks where only those are missing.
 * @returns undefined when the type has no letters for the text
 */
export function drawable(text: string, type: Type): string | undefined {
  const has = (sign: string): boolean => type.has(sign);
  const signs = [...text.replace(pictorial, '').normalize('NFC').replace(/\s+/gu, ' ').trim()];
  const drawn = signs.map((sign) => (has(sign) ? sign : sign.normalize('NFD').replace(/\p{Mark}/gu, '')));
  return drawn.length > 0 && drawn.every((sign) => [...sign].every(has)) ? drawn.join('') : undefined;
}

/** The outline of a text, with its left end and baseline at a point. */
export function draw(text: string, type: Type, x: number, y: number, size: number): Step[] {
  const steps: Step[] = [];
  type.walk(text, ({ outline }, at) => steps.push(...moved(outline, x + at * size, y, size)));
  return steps;
}

export const widthOf = (text: string, type: Type, size: number): number => type.walk(text, () => undefined) * size;

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
