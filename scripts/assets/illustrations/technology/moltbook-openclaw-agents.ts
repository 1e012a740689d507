import { disc, glow, ground, halftone, path, rect, type Point } from '../drawing.ts';

/** The speech bubble that is the bow of the key, its tail at the lower left. */
const bubble =
  'M330 250H800a90 90 0 0 1 90 90V720a90 90 0 0 1 -90 90H520L370 950V810H330a90 90 0 0 1 -90 -90V340a90 90 0 0 1 90 -90Z';
const typing: readonly Point[] = [
  [400, 530],
  [565, 530],
  [730, 530],
];

/** A key left lying: its bow is a speech bubble in which something is typing. */
export default function draw(): string {
  return [
    ground('signal'),
    halftone({ ink: 'bone', tone: glow([1330, 500], 640), pitch: 34, angle: 45 }),
    rect({ x: 870, y: 470, width: 860, height: 120 }, 'black'),
    rect({ x: 1350, y: 580, width: 110, height: 150 }, 'black'),
    rect({ x: 1520, y: 580, width: 70, height: 100 }, 'black'),
    rect({ x: 1620, y: 580, width: 110, height: 210 }, 'black'),
    path(bubble, 'black'),
    ...typing.map((place) => disc(place, 52, 'bone')),
  ].join('');
}
