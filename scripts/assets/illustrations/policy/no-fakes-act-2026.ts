import { around, disc, ground, inside, line, rect, seededRandom, steps, type Point } from '../drawing.ts';

const ridges = 9;
const middle: Point = [960, 560];
const spacing = 50;

/** A point on one oval ridge of the fingerprint. */
function onRidge(index: number, degrees: number): Point {
  const [x, y] = around([0, 0], (index + 0.6) * spacing, degrees);
  return [middle[0] + x * 0.94, middle[1] + y * 1.04 - index * 4];
}

/** The fingerprint: unbroken ridges with a few gaps. */
function fingerprint(random: () => number): string {
  return steps(ridges)
    .map((index) => {
      const gap = 200 + random() * 130;
      const points = steps(181).map((step) => onRidge(index, gap + 5 + (step * (352 - 60 / (index + 3))) / 180));
      return line(points, 27, 'black', 'round');
    })
    .join('');
}

/** Its copy: the same ridges in dots. */
function copy(): string {
  return steps(ridges)
    .flatMap((index) => {
      const dots = Math.round(7 * (index + 0.6));
      return steps(dots).map((step) => disc(onRidge(index, (step * 360) / dots), 17 - index * 0.9, 'signal'));
    })
    .join('');
}

/** A thumbprint; right of an upright bar only a copy in dots goes on. */
export default function draw(): string {
  const left = rect({ x: 0, y: 0, width: 960, height: 1080 }, 'bone');
  const right = rect({ x: 960, y: 0, width: 960, height: 1080 }, 'bone');
  return [
    ground('bone'),
    inside('print', left, fingerprint(seededRandom(70))),
    inside('copy', right, copy()),
    rect({ x: 930, y: 0, width: 60, height: 1080 }, 'black'),
  ].join('');
}
