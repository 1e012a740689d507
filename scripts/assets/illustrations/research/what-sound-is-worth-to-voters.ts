import { disc, glow, ground, halftone, ring, steps, type Point } from '../drawing.ts';

const radius = 165;
const silent: Point = [520, 745];
const sounding: Point = [1270, 400];

/** Two equal discs; the one that sends out rings of sound has risen above the silent one. */
export default function draw(): string {
  return [
    ground('black'),
    halftone({ ink: 'signal', tone: glow(sounding, 620, 0.1), pitch: 30 }),
    ...steps(4).map((index) => ring(sounding, 250 + index * 92, 34 - index * 8, 'black')),
    ...steps(9).map((index) => disc([sounding[0], silent[1] + radius - 14 - index * 42], 10, 'bone')),
    disc(sounding, radius, 'bone'),
    disc(silent, radius, 'bone'),
  ].join('');
}
