import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

/** The glyphs of English text, the names in it and the signs of the boards. */
const glyphs = [
  ...range(0x20, 0x7e),
  ...range(0xc0, 0xff),
  ...Array.from('\u00a0£§©«®°±²·»½¿¡ŒœŠšŽž–—‘’“”„•…€™−→↑↓'),
].join('');

/**
 * Each family with the axes and features that are used, and no more. Headlines and big numerals have a file of their own, small
 * enough to be seen on a first visit.
 */
const fonts: {
  from: string;
  to: string;
  format: 'woff2' | 'truetype';
  axes: Record<string, number | { min: number; max: number }>;
  features: string[];
}[] = [
  {
    from: 'archivo/files/archivo-latin-standard-normal.woff2',
    to: 'archivo-poster.woff2',
    format: 'woff2',
    axes: { wght: 840, wdth: { min: 62, max: 66 } },
    features: ['kern', 'tnum', 'mark', 'ccmp'],
  },
  {
    from: 'archivo/files/archivo-latin-standard-normal.woff2',
    to: 'archivo.woff2',
    format: 'woff2',
    axes: { wght: { min: 400, max: 650 }, wdth: 100 },
    features: ['kern', 'tnum', 'mark', 'ccmp'],
  },
  {
    from: 'newsreader/files/newsreader-latin-standard-normal.woff2',
    to: 'newsreader.woff2',
    format: 'woff2',
    axes: { wght: { min: 390, max: 600 }, opsz: 18 },
    features: ['kern', 'liga', 'mark', 'ccmp'],
  },
  // For the cards, whose letters are drawn when the site is built; no page loads these.
  {
    from: 'archivo/files/archivo-latin-standard-normal.woff2',
    to: 'card-poster.ttf',
    format: 'truetype',
    axes: { wght: 840, wdth: 66 },
    features: ['kern'],
  },
  {
    from: 'archivo/files/archivo-latin-standard-normal.woff2',
    to: 'card-interface.ttf',
    format: 'truetype',
    axes: { wght: 600, wdth: 100 },
    features: ['kern'],
  },
];

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
}

/** Writes the fonts in src/styles/fonts/, cut down to the glyphs and axes that the site uses. */
export async function writeFonts(): Promise<void> {
  for (const { from, to, format, axes, features } of fonts) {
    const full = await readFile(`node_modules/@fontsource-variable/${from}`);
    const subset = await subsetFont(full, glyphs, {
      targetFormat: format,
      variationAxes: axes,
      keepFeatures: features,
    });
    await writeFile(`src/styles/fonts/${to}`, subset);
    console.log(`${to}: ${(subset.length / 1000).toFixed(1)} kB of ${(full.length / 1000).toFixed(1)} kB`);
  }
}
