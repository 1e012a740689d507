import { disc, fade, ground, halftone, inside, path, rect, steps } from '../drawing.ts';

const glass =
  'M560 150H1360C1360 420 1110 480 1010 540C1110 600 1360 660 1360 930H560C560 660 810 600 910 540C810 480 560 420 560 150Z';
const sand = { x: 540, y: 430, width: 840, height: 126 };

/** An hourglass in which little is left above; the dots below are piled high. */
export default function draw(): string {
  const heap = { x: 540, y: 640, width: 840, height: 300 };
  return [
    ground('bone'),
    path(glass, 'black'),
    inside(
      'above',
      path(glass, 'black'),
      halftone({ ink: 'signal', tone: () => 0.42, pitch: 30, angle: 45, area: sand }),
    ),
    ...steps(7).map((index) => disc([960, 560 + index * 34], 11, 'signal')),
    inside(
      'below',
      path(glass, 'black'),
      halftone({ ink: 'signal', tone: fade([960, 930], [960, 600]), pitch: 30, angle: 45, area: heap }),
      path('M500 1000L960 735L1420 1000Z', 'signal'),
    ),
    rect({ x: 490, y: 80, width: 940, height: 84 }, 'black', { round: 18 }),
    rect({ x: 490, y: 916, width: 940, height: 84 }, 'black', { round: 18 }),
  ].join('');
}
