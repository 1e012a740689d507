import { disc, fade, ground, halftone, inside, type Point } from '../drawing.ts';

const ball: Point = [800, 470];
const radius = 345;
const shadow = { x: 780, y: 395, width: 600, height: 600 };

/** A ball whose shadow is square. */
export default function draw(): string {
  const shape = disc(ball, radius, 'signal');
  return [
    ground('bone'),
    halftone({ ink: 'black', tone: fade([960, 560], [1640, 1240]), pitch: 30, area: shadow }),
    shape,
    inside('ball', shape, halftone({ ink: 'black', tone: fade([1180, 850], [800, 470]), pitch: 26, angle: 45 })),
  ].join('');
}
