import { fade, ground, halftone, inside, outline, polygon, rect, steps, turned, type Point } from '../drawing.ts';

const doorway = { x: 800, y: 90, width: 620, height: 760 };
const links = 13;

/** Where a link of the chain hangs: from the edge of the door, sagging, to the frame. */
function hang(index: number): Point {
  const along = index / (links - 1);
  return [520 + along * 880, 410 + 620 * along * (1 - along)];
}

/** One link, in turn seen from the front and from the side, laid along the chain. */
function link(index: number): string {
  const place = hang(index);
  const [before, after] = [hang(index - 1), hang(index + 1)];
  const slope = (Math.atan2(after[1] - before[1], after[0] - before[0]) * 180) / Math.PI;
  const shape =
    index % 2 === 0
      ? outline({ x: place[0] - 52, y: place[1] - 30, width: 104, height: 60 }, 30, 20, 'black')
      : rect({ x: place[0] - 56, y: place[1] - 11, width: 112, height: 22 }, 'black', { round: 11 });
  return turned(slope, place, shape);
}

/** An open door to a bright room; a chain still hangs across it. */
export default function draw(): string {
  const light = polygon(
    [
      [800, 850],
      [1420, 850],
      [1760, 1080],
      [460, 1080],
    ],
    'signal',
  );
  return [
    ground('black'),
    inside('light', light, halftone({ ink: 'signal', tone: fade([0, 780], [0, 1150]), pitch: 26 })),
    rect(doorway, 'signal'),
    polygon(
      [
        [800, 90],
        [450, 10],
        [450, 1080],
        [800, 850],
      ],
      'bone',
    ),
    ...steps(links).map(link),
    rect({ x: 462, y: 350, width: 58, height: 120 }, 'black'),
    rect({ x: 1420, y: 330, width: 36, height: 160 }, 'bone'),
  ].join('');
}
