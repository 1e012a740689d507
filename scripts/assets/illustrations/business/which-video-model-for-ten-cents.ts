import { disc, fade, filmStrip, glow, ground, halftone, inside, polygon, ring, type Point } from '../drawing.ts';

const coin: Point = [330, 560];
const radius = 150;
const frame = { x: 1130, y: 90, width: 620, height: 900 };
const beam: readonly Point[] = [
  [coin[0], coin[1] - radius * 0.8],
  [frame.x, frame.y],
  [frame.x, frame.y + frame.height],
  [coin[0], coin[1] + radius * 0.8],
];

/** A coin throws a beam of light that fills a whole frame of film. */
export default function draw(): string {
  return [
    ground('bone'),
    inside(
      'beam',
      polygon(beam, 'signal'),
      halftone({ ink: 'signal', tone: fade([180, 560], [1300, 560]), pitch: 28 }),
    ),
    filmStrip({
      ...frame,
      film: 'black',
      hole: 'bone',
      picture: 'signal',
      frames: 1,
      margin: 92,
      draw: ({ x, y, width, height }) =>
        halftone({
          ink: 'bone',
          tone: glow([x + width / 2, y + height / 2], 330, 0.25),
          pitch: 30,
          area: { x, y, width, height },
        }),
    }),
    disc(coin, radius, 'black'),
    ring(coin, radius * 0.78, 10, 'bone'),
    disc(coin, radius * 0.34, 'signal'),
  ].join('');
}
