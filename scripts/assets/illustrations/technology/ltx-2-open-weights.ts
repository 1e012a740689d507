import { glow, ground, halftone, inside, polygon, ring, turned, type Point } from '../drawing.ts';

/** Where the weight is cut and where its upper part hangs on the lower. */
const hinge: Point = [1262, 600];

/** An iron weight, opened like a box: light comes out from under its lifted head. */
export default function draw(): string {
  const light = polygon([[658, 600], hinge, [1400, -700], [-700, 60]], 'signal');
  return [
    ground('bone'),
    inside('light', light, halftone({ ink: 'signal', tone: glow([960, 600], 760, 0.25), pitch: 30 })),
    polygon([[658, 600], hinge, [1400, 990], [520, 990]], 'black'),
    turned(
      32,
      hinge,
      polygon(
        [
          [658, 590],
          [1262, 590],
          [1190, 390],
          [730, 390],
        ],
        'black',
      ),
      ring([960, 300], 100, 52, 'black'),
    ),
  ].join('');
}
