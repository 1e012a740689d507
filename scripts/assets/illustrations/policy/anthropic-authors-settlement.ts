import { disc, glow, ground, halftone, inside, line, polygon, ring, steps, type Point } from '../drawing.ts';

const coin: Point = [960, 430];
const radius = 345;

/** One side of the open book and the edges of its pages; `side` is -1 for the left, 1 for the right. */
function wing(side: -1 | 1): string {
  const at = (x: number, y: number): Point => [960 + side * x, y];
  const pages = steps(4).map((index) => line([at(0, 912 - index * 28), at(760, 744 - index * 28)], 8, 'bone'));
  return [polygon([at(0, 985), at(0, 560), at(830, 370), at(830, 800)], 'black'), ...pages].join('');
}

/** An open book into whose fold a coin drops. */
export default function draw(): string {
  const face = disc(coin, radius, 'signal');
  return [
    ground('bone'),
    face,
    inside('coin', face, halftone({ ink: 'black', tone: glow([960, 700], 520), pitch: 28, angle: 45 })),
    ring(coin, radius - 48, 10, 'bone'),
    wing(-1),
    wing(1),
    line(
      [
        [960, 560],
        [960, 990],
      ],
      12,
      'bone',
    ),
  ].join('');
}
