/** The part of opentype.js that the cards use; the package has no types. */
declare module 'opentype.js' {
  /** A step of a path: `x`, `y` is its end, `x1`, `y1` what a curve bends towards. */
  type Step = { type: 'M' | 'L'; x: number; y: number } | { type: 'Q'; x1: number; y1: number; x: number; y: number } | { type: 'Z' };
  export interface Glyph {
    /** In units of the font. */
    advanceWidth: number;
    getPath(x: number, y: number, size: number): { commands: Step[] };
  }
  export interface Font {
    unitsPerEm: number;
    /** 0 for signs that the font does not have. */
    charToGlyphIndex(sign: string): number;
    charToGlyph(sign: string): Glyph;
    /** In units of the font. */
    getKerningValue(left: Glyph, right: Glyph): number;
  }
  const opentype: { parse(file: ArrayBuffer): Font };
  export default opentype;
}
