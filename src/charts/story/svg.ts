/** Colours of a chart: custom properties on a page, fixed ones in a picture. */
export interface Palette {
  main: string;
  soft: string;
  hairline: string;
  bar: string;
  signal: string;
}

/** The colours of the page, in both themes. */
export const pageColours: Palette = {
  main: 'var(--ink)',
  soft: 'var(--ink-soft)',
  hairline: 'var(--hairline)',
  bar: 'var(--bar)',
  signal: 'var(--signal)',
};

/** How a chart is drawn: its width in pixels, and its colours. */
export interface Canvas {
  width: number;
  colours: Palette;
}

/** From this width on, a chart is wider than a phone. */
export const wide = 500;

/** A drawn chart. */
export interface Drawing {
  height: number;
  /** SVG elements without the `svg` around them. */
  marks: string;
}

type Attributes = Record<string, string | number>;

/** An SVG element. Numbers have one decimal, so that the same figures give the same bytes. */
export function mark(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escapeText(value)}"`,
  );
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
}

/** Words at a point. */
export const words = (x: number, y: number, text: string, colour: string, more: Attributes = {}): string =>
  mark('text', { x, y, fill: colour, 'font-size': 14, ...more }, escapeText(text));

export const rounded = (value: number): string => String(Number(value.toFixed(1)));

/** Widest letters of the interface font are rarer than narrow ones: 14 pixels a letter come to about 7.3. */
export const widthOf = (text: string, size = 14): number => text.length * size * 0.53;

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
