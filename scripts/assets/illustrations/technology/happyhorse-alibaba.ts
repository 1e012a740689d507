import { disc, fade, ground, halftone, inside, path, rect, steps, type Point } from '../drawing.ts';

/** The shoe: two arms that come from the left and close in a half ring. */
const shoe = 'M760 190H1120a350 350 0 0 1 0 700H760V745H1120a205 205 0 0 0 0 -410H760Z';
const nails: readonly Point[] = [
  [860, 262],
  [1010, 262],
  [1160, 268],
  [1300, 330],
  [1300, 750],
  [1160, 812],
  [1010, 818],
  [860, 818],
];
const arms = [190, 745].map((y) => ({ x: 0, y, width: 790, height: 145 }));
const square = 90;

/** The chequered line of the finish. */
function finish(): string[] {
  return steps(12).flatMap((row) =>
    [0, 1].map((column) => {
      const ink = (row + column) % 2 === 0 ? 'bone' : 'black';
      return rect({ x: 1380 + column * square, y: row * square, width: square, height: square }, ink);
    }),
  );
}

/** A horseshoe shoots out of a blur of dots and is the first across the chequered line. */
export default function draw(): string {
  const tone = fade([800, 0], [60, 0]);
  return [
    ground('signal'),
    ...finish(),
    ...arms.map((arm) =>
      inside(`arm-${arm.y}`, rect(arm, 'black'), halftone({ ink: 'black', tone, pitch: 29, area: arm })),
    ),
    path(shoe, 'black'),
    ...nails.map((nail) => disc(nail, 20, 'signal')),
  ].join('');
}
