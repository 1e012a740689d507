import { filmStrip, glow, ground, halftone, path, polygon } from '../drawing.ts';

/** A blindfold with a knot is tied round a frame of film. */
export default function draw(): string {
  return [
    ground('bone'),
    filmStrip({
      x: 420,
      y: 90,
      width: 900,
      height: 900,
      film: 'signal',
      hole: 'bone',
      picture: 'bone',
      frames: 1,
      margin: 96,
      draw: ({ x, y, width, height }) =>
        halftone({
          ink: 'signal',
          tone: glow([x + width / 2, y + height / 2], 420, 0.35),
          pitch: 30,
          area: { x, y, width, height },
        }),
    }),
    path('M370 440C700 500 1040 500 1380 420L1400 640C1040 700 700 700 370 640Z', 'black'),
    polygon(
      [
        [1370, 470],
        [1470, 430],
        [1500, 610],
        [1385, 610],
      ],
      'black',
    ),
    path('M1470 470C1600 380 1700 420 1830 330L1860 430C1740 520 1620 510 1490 560Z', 'black'),
    path('M1480 540C1580 610 1640 700 1690 850L1580 880C1550 760 1500 690 1440 600Z', 'black'),
  ].join('');
}
