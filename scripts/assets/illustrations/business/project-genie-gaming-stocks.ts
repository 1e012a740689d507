import { disc, fade, glow, ground, halftone, inside, line, polygon, type Point } from '../drawing.ts';

/** A mountain range that is also the line of a falling share price. */
const skyline: readonly Point[] = [
  [0, 700],
  [400, 240],
  [640, 500],
  [820, 390],
  [1180, 740],
  [1310, 650],
  [1640, 985],
  [1920, 915],
];
const land: readonly Point[] = [...skyline, [1920, 1080], [0, 1080]];

/** A world of flat mountains whose ridge falls like a chart; a ball rolls down it. */
export default function draw(): string {
  return [
    ground('bone'),
    halftone({ ink: 'black', tone: glow([1290, 380], 330, 0.4), pitch: 30 }),
    polygon(land, 'signal'),
    inside(
      'land',
      polygon(land, 'signal'),
      halftone({ ink: 'black', tone: fade([500, 1180], [760, 640]), pitch: 30, angle: 45 }),
    ),
    line(skyline, 18, 'black'),
    disc([1588, 768], 108, 'black'),
  ].join('');
}
