import { disc, glow, ground, halftone, polygon, rect, type Ink, type Point } from '../drawing.ts';

const top = 330;
const half = 290;
const middle = 655;
const heat = glow([960, 300], 620);

/** A mould with its funnel and its parting line; `cavity` is drawn in it. */
function mould(x: number, metal: Ink, cavity: string): string {
  const pegs: readonly Point[] = [
    [x - 230, 400],
    [x + 230, 400],
    [x - 230, 910],
    [x + 230, 910],
  ];
  return [
    rect({ x: x - half, y: top, width: 2 * half, height: 660 }, 'bone'),
    rect({ x: x - 5, y: top, width: 10, height: 660 }, 'black'),
    polygon(
      [
        [x - 110, top],
        [x + 110, top],
        [x + 32, 450],
        [x + 32, middle],
        [x - 32, middle],
        [x - 32, 450],
      ],
      metal,
    ),
    cavity,
    ...pegs.map((peg) => disc(peg, 22, 'black')),
  ].join('');
}

/** Three moulds, each with a cavity of its own; metal runs into the one in the middle. */
export default function draw(): string {
  return [
    ground('black'),
    halftone({ ink: 'signal', tone: (x, y) => 0.42 * heat(x, y), pitch: 30 }),
    mould(
      290,
      'black',
      polygon(
        [
          [290, middle - 190],
          [290 + 205, middle + 165],
          [290 - 205, middle + 165],
        ],
        'black',
      ),
    ),
    mould(960, 'signal', disc([960, middle + 20], 205, 'signal')),
    mould(1630, 'black', rect({ x: 1630 - 175, y: middle - 150, width: 350, height: 350 }, 'black')),
    rect({ x: 960 - 32, y: 0, width: 64, height: 480 }, 'signal'),
  ].join('');
}
