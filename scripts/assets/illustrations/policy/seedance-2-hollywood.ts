import { disc, glow, ground, halftone, inside, polygon, rect, type Point } from '../drawing.ts';

const beams: readonly (readonly Point[])[] = [
  [
    [330, 1010],
    [1330, -60],
    [1680, -60],
    [410, 1050],
  ],
  [
    [1590, 1010],
    [590, -60],
    [240, -60],
    [1510, 1050],
  ],
];
const lamps: readonly Point[] = [
  [370, 1030],
  [1550, 1030],
];

/** Two searchlights of a film premiere cross over a disc of dots and strike it out. */
export default function draw(): string {
  const light = beams.map((beam) => polygon(beam, 'bone')).join('');
  const tone = glow([960, 430], 400, 0.4);
  return [
    ground('black'),
    halftone({ ink: 'signal', tone, pitch: 30 }),
    light,
    inside('light', light, halftone({ ink: 'black', tone: (x, y) => tone(x, y) * 0.8, pitch: 30 })),
    ...lamps.map((lamp) => disc(lamp, 120, 'black') + disc(lamp, 96, 'signal')),
    rect({ x: 0, y: 1030, width: 1920, height: 50 }, 'black'),
  ].join('');
}
