import { disc, ground, halftone, line, polygon, rect, steps, type Point } from '../drawing.ts';

const mouth = 1010;
const horn: readonly Point[] = [
  [210, 500],
  [520, 470],
  [mouth, 190],
  [mouth, 890],
  [520, 610],
  [210, 580],
];

/** How dense the sound is: waves that come out of the mouth and thin out. */
function waves(x: number, y: number): number {
  const [dx, dy] = [x - 560, y - 540];
  const distance = Math.hypot(dx, dy);
  const angle = Math.abs(Math.atan2(dy, dx));
  if (x < mouth + 30 || angle > 0.62) return 0;
  const swell = 0.5 + 0.5 * Math.cos(((distance - 500) / 205) * 2 * Math.PI);
  return swell ** 1.5 * Math.max(0, 1 - (distance - 460) / 960);
}

/** A horn made of film sends out waves of dots. */
export default function draw(): string {
  const frames = steps(4).map((index) => {
    const [x, half] = [568 + index * 108, 52 + index * 62];
    return rect({ x, y: 540 - half, width: 70, height: 2 * half }, 'bone');
  });
  return [
    ground('signal'),
    halftone({ ink: 'bone', tone: waves, pitch: 28 }),
    polygon(horn, 'black'),
    ...frames,
    line(
      [
        [mouth, 160],
        [mouth, 920],
      ],
      44,
      'black',
      'round',
    ),
    disc([210, 540], 78, 'black'),
    disc([210, 540], 30, 'bone'),
  ].join('');
}
