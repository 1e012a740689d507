import { socialSize } from '#domain/site/card';
import { wordmark } from '#domain/site/wordmark';
import { fit, letterSpacing, type FontName } from './fonts.ts';

/** Left and right of everything on a card, and the width between, in pixels. */
export const margin = 56;
export const contentWidth = socialSize.width - 2 * margin;

export const colours = {
  black: '#15120f',
  signal: '#e8431f',
  paper: '#fbfaf6',
  bone: '#efe7d8',
  soft: '#5c554c',
  kicker: '#c23312',
  hairline: '#d6d0c5',
  grey: '#b9b2a6',
};

/** An element as satori takes it, see https://github.com/vercel/satori#use-without-jsx. */
export interface Part {
  type: string;
  props: { [name: string]: unknown; children: (Part | string)[] };
}

const h = (type: string, props: object, ...children: (Part | string)[]): Part => ({
  type,
  props: { ...props, children },
});

/** A box at a position in pixels, relative to the box around it. */
export function box(
  left: number,
  top: number,
  width: number,
  height: number,
  style: object = {},
  ...children: Part[]
): Part {
  return h(
    'div',
    { style: { display: 'flex', position: 'absolute', left, top, width, height, ...style } },
    ...children,
  );
}

/** Text in one font and size, on one line unless `style` says otherwise. */
export function text(words: string, font: FontName, size: number, style: object = {}): Part {
  return h(
    'div',
    {
      style: {
        display: 'block',
        fontFamily: font,
        fontSize: size,
        lineHeight: 1,
        letterSpacing: letterSpacing[font] * size,
        color: colours.black,
        whiteSpace: 'nowrap',
        ...style,
      },
    },
    words,
  );
}

/** A line of interface text, cut off with an ellipsis where it is longer than `width`. */
export function line(words: string, left: number, top: number, width: number, size: number, color: string): Part {
  return box(
    left,
    top,
    width,
    size * 1.3,
    {},
    text(words, 'Interface', size, { width, lineHeight: 1.3, color, overflow: 'hidden', textOverflow: 'ellipsis' }),
  );
}

const headlineSizes = [120, 108, 96, 88, 80, 72, 64, 56, 48, 42];

/** A headline as large as it fits into a box, in lines of about one length. */
export function headline(
  words: string,
  left: number,
  top: number,
  width: number,
  height: number,
  sizes: readonly number[] = headlineSizes,
): Part {
  const lineHeight = 0.95;
  const { size, cutAt } = fit(words, 'Poster', { width, height }, sizes, lineHeight);
  const wrap = cutAt === undefined ? { textWrap: 'balance' } : { wordBreak: 'break-word', lineClamp: cutAt };
  return box(
    left,
    top,
    width,
    height,
    {},
    text(words, 'Poster', size, { width, lineHeight, whiteSpace: 'normal', ...wrap }),
  );
}

/** A rank; its tie sign is smaller, raised and in the signal colour. */
export function numeral(rank: string, left: number, top: number, size: number): Part {
  const tie = rank.startsWith('=')
    ? [text('=', 'Poster', size * 0.62, { color: colours.signal, marginTop: size * 0.16, marginRight: size * 0.06 })]
    : [];
  return box(left, top, contentWidth, size, {}, ...tie, text(rank.replace(/^=/u, ''), 'Poster', size));
}

/** An interval on an axis, with its score; all three as shares of the axis, from 0 to 1. */
export function interval(
  { from, to, score }: { from: number; to: number; score: number },
  left: number,
  top: number,
  width: number,
  { axis, bar }: { axis: string; bar: string },
): Part {
  const start = Math.round(from * width);
  return box(
    left,
    top,
    width,
    32,
    {},
    box(0, 15, width, 2, { background: axis }),
    box(start, 9, Math.max(2, Math.round(to * width) - start), 14, { background: bar }),
    box(Math.round(score * width) - 3, 0, 6, 32, { background: colours.signal }),
  );
}

/** The wordmark, `width` pixels wide, its dot in the signal colour. */
export function wordmarkOf(left: number, top: number, width: number, color: string): Part {
  const { dot, letters } = wordmark;
  const height = (width * wordmark.height) / wordmark.width;
  const drawing = h(
    'svg',
    { width, height, viewBox: `0 0 ${wordmark.width} ${wordmark.height}` },
    h('path', { d: letters, fill: color }),
    h('circle', { cx: dot.x, cy: dot.y, r: dot.radius, fill: colours.signal }),
  );
  return box(left, top, width, height, {}, drawing);
}

/** A card on paper, with the black band and the wordmark. */
export function paperCard(...children: Part[]): Part {
  const { width, height } = socialSize;
  return box(
    0,
    0,
    width,
    height,
    { background: colours.paper, overflow: 'hidden' },
    box(0, 0, width, 86, { background: colours.black }),
    box(0, 86, width, 6, { background: colours.signal }),
    wordmarkOf(margin, 28, wordmark.width * 0.43, colours.paper),
    ...children,
  );
}

/** The small line above the headline, and the last line. */
export const kicker = (words: string): Part => line(words, margin, 124, contentWidth, 26, colours.kicker);
export const foot = (words: string): Part => line(words, margin, 572, contentWidth, 22, colours.soft);
