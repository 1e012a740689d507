import { disc, glow, ground, halftone, rect, steps, wedge } from '../drawing.ts';

const floor = 950;
const width = 210;
const pitch = 360;
/** The last chip is twice as tall as the first. */
const heights = [380, 430, 500, 610, 760];

/** A memory chip on the floor, pins on both sides, a notch at its head. */
function chip(x: number, height: number): string {
  const pins = steps(Math.floor((height - 30) / 70)).flatMap((index) => {
    const y = floor - 70 - index * 70;
    return [x - 44, x + width].map((left) => rect({ x: left, y, width: 44, height: 34 }, 'black'));
  });
  const top = floor - height;
  const body = rect({ x, y: top, width, height }, 'black');
  return [
    ...pins,
    body,
    wedge([x + width / 2, top], 38, [90, 270], 'signal'),
    disc([x + 46, top + 86], 16, 'bone'),
  ].join('');
}

/** Chips in a rising row, like the bars of a price chart. */
export default function draw(): string {
  return [
    ground('signal'),
    halftone({ ink: 'bone', tone: glow([470, 370], 400, 0.3), pitch: 30 }),
    ...heights.map((height, index) => chip(135 + index * pitch, height)),
  ].join('');
}
