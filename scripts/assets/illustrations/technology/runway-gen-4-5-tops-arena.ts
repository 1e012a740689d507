import { glow, ground, halftone, line, polygon, type Ink, type Point } from '../drawing.ts';

const pitch = 445;
const top = 130;
/** How far each arrow stays below the first: four units for each point of its score. */
const arrows: readonly { below: number; ink: Ink }[] = [
  { below: 84, ink: 'black' },
  { below: 164, ink: 'black' },
  { below: 0, ink: 'bone' },
  { below: 88, ink: 'black' },
];

/** A broad arrow that rises from below the sheet. */
function arrow(index: number, below: number, ink: Ink): string {
  const at = (x: number, y: number): Point => [292 + index * pitch + x, top + below + y];
  return polygon([at(-98, 1000), at(-98, 250), at(-205, 250), at(0, 0), at(205, 250), at(98, 250), at(98, 1000)], ink);
}

/** Four broad arrows rise to nearly one height; the bone one alone breaks through the line. */
export default function draw(): string {
  return [
    ground('signal'),
    halftone({ ink: 'black', tone: glow([1182, 300], 350, 0.1), pitch: 30, angle: 45 }),
    ...arrows.map(({ below, ink }, index) => arrow(index, below, ink)),
    line(
      [
        [0, top + 76],
        [1920, top + 76],
      ],
      12,
      'black',
    ),
  ].join('');
}
