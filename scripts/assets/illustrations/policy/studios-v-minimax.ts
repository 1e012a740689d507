import { filmStrip, glow, ground, halftone, polygon, rect, turned, type Box } from '../drawing.ts';

/** A column: a strip of film stood on its end. */
function column(x: number): string {
  const strip = { x: x - 240, y: 640 - 120, width: 480, height: 240 };
  const draw = (frame: Box): string => rect({ ...frame, width: frame.width / 3 }, 'black');
  return turned(
    90,
    [x, 640],
    filmStrip({ ...strip, film: 'black', hole: 'signal', picture: 'bone', frames: 4, margin: 50, draw }),
  );
}

/** A courthouse whose three columns are strips of film. */
export default function draw(): string {
  return [
    ground('signal'),
    polygon(
      [
        [960, 70],
        [1640, 330],
        [280, 330],
      ],
      'black',
    ),
    halftone({
      ink: 'bone',
      tone: glow([960, 232], 100, 0.4),
      pitch: 17,
      area: { x: 840, y: 112, width: 240, height: 240 },
    }),
    rect({ x: 280, y: 348, width: 1360, height: 52 }, 'bone'),
    ...[520, 960, 1400].map(column),
    rect({ x: 280, y: 880, width: 1360, height: 60 }, 'bone'),
    rect({ x: 180, y: 955, width: 1560, height: 125 }, 'black'),
  ].join('');
}
