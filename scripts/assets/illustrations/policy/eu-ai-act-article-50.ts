import {
  around,
  disc,
  glow,
  ground,
  halftone,
  inside,
  line,
  polygon,
  rect,
  seededRandom,
  steps,
  turned,
  type Point,
} from '../drawing.ts';

const screenBox = { x: 200, y: 150, width: 1180, height: 780 };
const middle: Point = [760, 540];
const hole: Point = [1420, 330];
const tag: readonly Point[] = [
  [1340, 240],
  [1500, 240],
  [1610, 350],
  [1610, 900],
  [1230, 900],
  [1230, 350],
];

/** The bars of a mark that only a machine reads. */
function bars(): string[] {
  const random = seededRandom(50);
  return steps(9).map((index) =>
    rect({ x: 1280 + index * 32, y: 520, width: 8 + Math.round(random() * 16), height: 300 }, 'black'),
  );
}

/** A picture within a ring of twelve dots; a label with a machine-readable mark hangs from it. */
export default function draw(): string {
  const picture = rect(screenBox, 'black');
  return [
    ground('signal'),
    picture,
    inside('picture', picture, halftone({ ink: 'signal', tone: glow(middle, 250, 0.2), pitch: 30 })),
    ...steps(12).map((index) => disc(around(middle, 300, index * 30), 30, 'bone')),
    line([[1300, 200], hole], 10, 'bone'),
    disc([1300, 200], 20, 'bone'),
    turned(-9, hole, polygon(tag, 'bone'), disc(hole, 36, 'signal'), ...bars()),
    line([[1300, 200], hole], 10, 'bone'),
  ].join('');
}
