/** The part of opentype.js that the cards use; the package has no types. */
declare module 'opentype.js' {
  interface RenderOptions {
    /** In em. */
    letterSpacing?: number;
  }
  /** A step of a path: `x`, `y` is its end, the others are what it bends towards. */
  interface Step {
    type: 'M' | 'L' | 'Q' | 'C' | 'Z';
    x1?: number;
    y1?: number;
    x2?: number;
    y2?: number;
    x?: number;
    y?: number;
  }
  export interface Font {
    /** 0 for signs that the font does not have. */
    charToGlyphIndex(sign: string): number;
    getAdvanceWidth(text: string, size: number, options?: RenderOptions): number;
    getPath(text: string, x: number, y: number, size: number, options?: RenderOptions): { commands: Step[] };
  }
  const opentype: { parse(file: ArrayBuffer): Font };
  export default opentype;
}
