/** The part of subset-font that `fonts.ts` uses; the package has no types, and the published ones lack `keepFeatures`. */
declare module 'subset-font' {
  interface Options {
    targetFormat: 'woff2' | 'truetype';
    /** A fixed value, or the ends of the range that is kept. */
    variationAxes: Record<string, number | { min: number; max: number }>;
    /** OpenType features that are kept. */
    keepFeatures: string[];
  }
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
