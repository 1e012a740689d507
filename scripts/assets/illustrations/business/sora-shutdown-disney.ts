import { disc, ground, halftone, type Point } from '../drawing.ts';

const sun: Point = [940, 555];

/** The last light: strongest at the upper left of the sun, gone at the lower right. */
function corona(x: number, y: number): number {
  const [dx, dy] = [x - sun[0], y - sun[1]];
  const distance = Math.hypot(dx, dy);
  const facing = 0.5 - (dx + dy) / (2 * Math.SQRT2 * Math.max(distance, 1));
  return Math.max(0, 1 - distance / (330 + 420 * facing)) ** 0.9;
}

/** A black disc covers the sun but for a thin crescent. */
export default function draw(): string {
  return [
    ground('black'),
    halftone({ ink: 'signal', tone: corona, pitch: 30 }),
    disc(sun, 330, 'bone'),
    disc([962, 577], 322, 'black'),
  ].join('');
}
