import { around, disc, filmStrip, ground, halftone, glow, rect, steps, turned, type Point } from '../drawing.ts';

const hinge: Point = [1560, 860];
const reach = 900;

/** A gavel whose head is a strip of film falls along a dotted arc and has not landed. */
export default function draw(): string {
  const head = { x: hinge[0] - reach - 130, y: hinge[1] - 240, width: 260, height: 480 };
  return [
    ground('black'),
    halftone({
      ink: 'signal',
      tone: glow([560, 1000], 520),
      pitch: 30,
      area: { x: 0, y: 480, width: 1200, height: 470 },
    }),
    ...steps(9).map((index) => disc(around(hinge, reach, 318 + index * 6.5), 20 - index * 1.6, 'signal')),
    turned(
      33,
      hinge,
      rect({ x: hinge[0] - reach, y: hinge[1] - 34, width: reach + 60, height: 68 }, 'signal', { round: 34 }),
      turned(
        90,
        [head.x + head.width / 2, head.y + head.height / 2],
        filmStrip({
          x: head.x - 110,
          y: head.y + 110,
          width: head.height,
          height: head.width,
          film: 'bone',
          hole: 'black',
          picture: 'black',
          frames: 3,
          margin: 54,
          draw: (frame) => disc([frame.x + frame.width / 2, frame.y + frame.height / 2], 42, 'signal'),
        }),
      ),
    ),
    rect({ x: 250, y: 930, width: 640, height: 96 }, 'bone', { round: 14 }),
  ].join('');
}
