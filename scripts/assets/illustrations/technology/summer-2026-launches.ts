import { around, disc, glow, ground, halftone, polygon, type Point } from '../drawing.ts';

const start: Point = [960, 1180];
const flights: readonly (readonly [degrees: number, height: number, radius: number])[] = [
  [-58, 940, 62],
  [-40, 1010, 78],
  [-20, 830, 56],
  [-3, 1010, 92],
  [17, 890, 64],
  [37, 1060, 82],
  [57, 900, 60],
];

/** A trail that widens up to the disc at its head. */
function flight([degrees, height, radius]: (typeof flights)[number]): string {
  const head = around(start, height, degrees);
  const sides: readonly Point[] = [around(head, radius, degrees - 90), around(head, radius, degrees + 90)];
  return polygon([start, ...sides], 'black') + disc(head, radius, 'black') + disc(head, radius * 0.62, 'bone');
}

/** Seven trails shoot up from one place, each with a bright head. */
export default function draw(): string {
  return [
    ground('signal'),
    ...flights.map(flight),
    halftone({ ink: 'bone', tone: glow([960, 1120], 480, 0.2), pitch: 30 }),
  ].join('');
}
