import type { Card } from '#domain/card';
import { wordmark } from '#domain/wordmark';
import { cardTypes, draw, drawable, fit, widthOf } from './card-type.ts';

/** Size of a card in pixels, and the place for the picture of a story within it. */
export const cardSize = { width: 1200, height: 630 };
export const cardPicture = { left: 720, top: 92, width: 480, height: 538 };

/** The inks of the house illustrations. */
const [black, signal, paper, soft] = ['#15120f', '#e8431f', '#fbfaf6', '#5c554c'];
const edge = 56;
const leading = 0.95;
const sizes = [120, 108, 96, 88, 80, 72, 64, 56, 48, 42];

/**
 * A card as SVG in which every letter is a path, so that it looks the same on each machine.
 * A headline in letters that the house's type does not have is left out: the picture, the name and the date still stand.
 * @param hasPicture leaves the place of the picture free
 */
export function cardSvg(card: Card, hasPicture: boolean): string {
  const { poster, plain } = cardTypes();
  const width = (hasPicture ? cardPicture.left - 40 : cardSize.width - edge) - edge;
  const below = card.bars.length > 0 ? 286 : card.figures.length > 0 ? 170 : 0;
  const title = drawable(card.title, poster);
  const headline = title === undefined ? undefined : fit(title, poster, { width, height: 392 - below }, sizes, leading);
  const lines = headline?.lines.map((line, index) => path(draw(line, poster, edge, 190 + headline.size * (0.72 + index * leading), headline.size), black)) ?? [];
  const parts = [
    `<rect width="${cardSize.width}" height="${cardSize.height}" fill="${paper}"/>`,
    `<rect width="${cardSize.width}" height="86" fill="${black}"/><rect y="86" width="${cardSize.width}" height="6" fill="${signal}"/>`,
    `<g transform="translate(${edge} 28) scale(0.43)"><path fill="${paper}" d="${wordmark.letters}"/><circle cx="${wordmark.dot.x}" cy="${wordmark.dot.y}" r="${wordmark.dot.radius}" fill="${signal}"/></g>`,
    line(card.kicker, edge, 150, 26, '#c23312'),
    ...lines,
    ...figures(card.figures),
    ...bars(card.bars),
    line(card.foot, edge, 594, 22, soft),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">${parts.join('')}</svg>`;

  function line(text: string, x: number, y: number, size: number, colour: string): string {
    const words = drawable(text, plain);
    return words === undefined ? '' : path(draw(words, plain, x, y, size), colour);
  }

  function figures(all: Card['figures']): string[] {
    const columns = Math.max(all.length, hasPicture ? 1 : 3);
    return all.flatMap(({ value, label }, index) => {
      const x = edge + (index * (width + 24)) / columns;
      return [`<rect x="${x}" y="404" width="${width / columns - 24}" height="4" fill="${black}"/>`, numeral(value, x, 500, 96), line(label, x, 536, 22, black)];
    });
  }

  function bars(rows: Card['bars']): string[] {
    return rows.flatMap(({ rank, name, interval }, index) => {
      const y = 302 + index * 50;
      const [from, length] = [600, cardSize.width - edge - 600];
      const at = (share: number): number => Math.round(from + share * length);
      const bar = interval
        ? `<rect x="${from}" y="${y + 23}" width="${length}" height="2" fill="#d6d0c5"/><rect x="${at(interval.from)}" y="${y + 17}" width="${Math.max(2, at(interval.to) - at(interval.from))}" height="14" fill="#b9b2a6"/><rect x="${at(interval.score) - 3}" y="${y + 8}" width="6" height="32" fill="${signal}"/>`
        : '';
      return [`<rect x="${edge}" y="${y - 2}" width="${cardSize.width - 2 * edge}" height="${index === 0 ? 4 : 1}" fill="${index === 0 ? black : '#d6d0c5'}"/>`, numeral(rank, edge, y + 40, 42), line(name, 190, y + 35, 27, black), bar];
    });
  }

  /** A rank; its tie sign is smaller, raised and in the signal colour. */
  function numeral(value: string, x: number, y: number, size: number): string {
    const tie = value.startsWith('=') ? '=' : '';
    const after = tie === '' ? 0 : widthOf(tie, poster, size * 0.62) + size * 0.06;
    return `${path(draw(tie, poster, x, y - size * 0.12, size * 0.62), signal)}${path(draw(value.slice(tie.length), poster, x + after, y, size), black)}`;
  }
}

const path = (data: string, colour: string): string => (data === '' ? '' : `<path fill="${colour}" d="${data}"/>`);
