/** The part of opentype.js that the cards use; the package has no types. */
declare module 'opentype.js' {
  export interface Font {
    /** 0 for a character that the font does not have. */
    charToGlyphIndex(character: string): number;
    /** Width in the unit of `size`, kerning included; `letterSpacing` in em. */
    getAdvanceWidth(text: string, size: number, options: { letterSpacing: number }): number;
  }
  const opentype: { parse(file: ArrayBuffer): Font };
  export default opentype;
}
