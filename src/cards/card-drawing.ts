import type { Card } from '#domain/site/card';
import { wordmark } from '#domain/site/wordmark';
import { Canvas, type Colour } from './card-canvas.ts';
import { moved, outlineOf, type Step } from './card-outline.ts';
import { cardTypes, draw, drawable, fit, widthOf } from './card-type.ts';

/** Size of a card in pixels, and the place for the picture of a story within it. */
export const cardSize = { width: 1200, height: 630 };
export const cardPicture = { left: 720, top: 92, width: 480, height: 538 };

/** The inks of the house illustrations. */
const [black, signal, paper, soft] = ['#15120f', '#e8431f', '#fbfaf6', '#5c554c'] as const;
const [kicker, hair, grey] = ['#c23312', '#d6d0c5', '#b9b2a6'] as const;
const edge = 56;
const leading = 0.95;
const sizes = [120, 108, 96, 88, 80, 72, 64, 56, 48, 42];

/** A part of a card: a rectangle, or an outline on a ground of one colour. */
export type Shape = { left: number; top: number; width: number; height: number; colour: Colour } | { outline: readonly Step[]; colour: Colour; ground: Colour };

/** Draws a card without the picture of a story. */
export function drawCard(card: Card, hasPicture: boolean): Canvas {
  const canvas = new Canvas(cardSize.width, cardSize.height, frame());
  fill(canvas, shapesOf(card, hasPicture));
  return canvas;
}

function fill(canvas: Canvas, shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    if ('outline' in shape) canvas.fillOutline(shape.outline, shape.colour, shape.ground);
    else canvas.fillRectangle(shape.left, shape.top, shape.width, shape.height, shape.colour);
  }
}

let drawnFrame: Canvas | undefined;

/** What every card shows: paper, and the band with the wordmark. */
function frame(): Canvas {
  if (drawnFrame) return drawnFrame;
  const { width, height } = cardSize;
  const { letters, dot } = wordmark;
  const inBand = (outline: readonly Step[]): Step[] => moved(outline, edge, 28, 0.43);
  drawnFrame = new Canvas(width, height);
  fill(drawnFrame, [
    { left: 0, top: 0, width, height, colour: paper },
    { left: 0, top: 0, width, height: 86, colour: black },
    { left: 0, top: 86, width, height: 6, colour: signal },
    { outline: inBand(outlineOf(letters)), colour: paper, ground: black },
    { outline: inBand(circle(dot.x, dot.y, dot.radius)), colour: signal, ground: black },
  ]);
  return drawnFrame;
}

/** A circle as a polygon that no eye can tell from it. */
function circle(x: number, y: number, radius: number): Step[] {
  const corners = Array.from({ length: 64 }, (_, corner) => (corner * Math.PI) / 32);
  return [...corners.map((angle, index): Step => ({ type: index === 0 ? 'M' : 'L', x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) })), { type: 'Z' }];
}

/**
 * What a card says, every letter as an outline, so that it looks the same on each machine.
 * A headline in letters that the house's type does not have is left out: the picture, the name and the date still stand.
 * @param hasPicture leaves the place of the picture free
 */
export function shapesOf(card: Card, hasPicture: boolean): Shape[] {
  const { poster, plain } = cardTypes();
  const width = (hasPicture ? cardPicture.left - 40 : cardSize.width - edge) - edge;
  const below = card.bars.length > 0 ? 286 : card.figures.length > 0 ? 170 : 0;
  const title = drawable(card.title, poster);
  const headline = title === undefined ? undefined : fit(title, poster, { width, height: 392 - below }, sizes, leading);
  const lines = headline?.lines.map((line, index) => onPaper(draw(line, poster, edge, 190 + headline.size * (0.72 + index * leading), headline.size), black)) ?? [];
  return [...line(card.kicker, edge, 150, 26, kicker), ...lines, ...figures(card.figures), ...bars(card.bars), ...line(card.foot, edge, 594, 22, soft)];

  function line(text: string, x: number, y: number, size: number, colour: Colour): Shape[] {
    const words = drawable(text, plain);
    return words === undefined ? [] : [onPaper(draw(words, plain, x, y, size), colour)];
  }

  function figures(all: Card['figures']): Shape[] {
    const columns = Math.max(all.length, hasPicture ? 1 : 3);
    return all.flatMap(({ value, label }, index) => {
      const x = edge + (index * (width + 24)) / columns;
      return [{ left: x, top: 404, width: width / columns - 24, height: 4, colour: black }, ...numeral(value, x, 500, 96), ...line(label, x, 536, 22, black)];
    });
  }

  function bars(rows: Card['bars']): Shape[] {
    return rows.flatMap(({ rank, name, interval }, index) => {
      const y = 302 + index * 50;
      const rule = { left: edge, top: y - 2, width: cardSize.width - 2 * edge, ...(index === 0 ? { height: 4, colour: black } : { height: 1, colour: hair }) };
      return [rule, ...numeral(rank, edge, y + 40, 42), ...line(name, 190, y + 35, 27, black), ...(interval ? bar(interval, y) : [])];
    });
  }

  /** A rank; its tie sign is smaller, raised and in the signal colour. */
  function numeral(value: string, x: number, y: number, size: number): Shape[] {
    const tie = value.startsWith('=') ? '=' : '';
    const after = tie === '' ? 0 : widthOf(tie, poster, size * 0.62) + size * 0.06;
    return [onPaper(draw(tie, poster, x, y - size * 0.12, size * 0.62), signal), onPaper(draw(value.slice(tie.length), poster, x + after, y, size), black)];
  }
}

/** The interval of a row, with its score. */
function bar({ from, to, score }: { from: number; to: number; score: number }, y: number): Shape[] {
  const [left, width] = [600, cardSize.width - edge - 600];
  const at = (share: number): number => Math.round(left + share * width);
  return [
    { left, top: y + 23, width, height: 2, colour: hair },
    { left: at(from), top: y + 17, width: Math.max(2, at(to) - at(from)), height: 14, colour: grey },
    { left: at(score) - 3, top: y + 8, width: 6, height: 32, colour: signal },
  ];
}

const onPaper = (outline: readonly Step[], colour: Colour): Shape => ({ outline, colour, ground: paper });
