import {
  disc,
  fade,
  ground,
  halftone,
  inside,
  moved,
  polygon,
  rect,
  steps,
  wedge,
  type Ink,
  type Point,
} from '../drawing.ts';

const middle: Point = [960, 540];
const radius = 440;
const pitch = 147;
const size = 124;

/** A small photograph of a hill and a sun. */
function photograph([x, y]: Point, paper: Ink, subject: Ink): string {
  const hill: readonly Point[] = [
    [x, y + size],
    [x + size * 0.4, y + size * 0.42],
    [x + size * 0.8, y + size],
  ];
  return (
    rect({ x, y, width: size, height: size }, paper) +
    polygon(hill, subject) +
    disc([x + size * 0.74, y + size * 0.3], size * 0.13, subject)
  );
}

/** A wall of photographs. */
function library(): string {
  return steps(6)
    .flatMap((row) => steps(3).map((column) => photograph([530 + column * pitch, 110 + row * pitch], 'bone', 'black')))
    .join('');
}

/** A disc cut in two: one half a wall of photographs, the other a cloud of dots with one photograph left in it. */
export default function draw(): string {
  const left = wedge(middle, radius, [180, 360], 'black');
  const right = wedge(middle, radius, [0, 180], 'black');
  const cloud = halftone({ ink: 'signal', tone: fade([900, 540], [1520, 540]), pitch: 30 });
  return [
    ground('bone'),
    moved([-22, -50], left, inside('library', left, library())),
    moved([22, 50], inside('model', right, cloud), photograph([1040, 420], 'black', 'bone')),
  ].join('');
}
