import { disc, glow, ground, halftone, line, rect, ring, type Point } from '../drawing.ts';

const drops = [430, 610, 500, 690, 560, 640];
const radius = 98;

/** One lamp on its cord; a dark one is only a line. */
function lamp(index: number): string {
  const centre: Point = [260 + index * 280, drops[index] ?? 0];
  const top = centre[1] - radius;
  const isOn = index === drops.length - 1;
  return [
    line(
      [
        [centre[0], 0],
        [centre[0], top - 60],
      ],
      8,
      'bone',
    ),
    rect({ x: centre[0] - 38, y: top - 64, width: 76, height: 78 }, 'bone', { round: 10 }),
    isOn ? disc(centre, radius, 'bone') : ring(centre, radius - 5, 10, 'bone'),
  ].join('');
}

/** Six lamps hang in a row; five are dark and the last one glows. */
export default function draw(): string {
  const last: Point = [260 + 5 * 280, drops[5] ?? 0];
  return [
    ground('black'),
    halftone({ ink: 'signal', tone: glow(last, 470, 0.2), pitch: 30 }),
    ...drops.map((_, index) => lamp(index)),
  ].join('');
}
