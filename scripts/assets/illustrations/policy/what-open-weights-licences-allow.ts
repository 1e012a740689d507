import { glow, ground, halftone, inside, line, path, rect, seededRandom, steps, disc } from '../drawing.ts';

const body = { x: 560, y: 500, width: 800, height: 500 };

/** The small print: many lines, all but the last to the end. */
function smallPrint(): string[] {
  const random = seededRandom(31);
  return steps(15).map((index) => {
    const width = index % 4 === 3 ? 250 + random() * 220 : 660;
    return rect({ x: body.x + 70, y: body.y + 42 + index * 29, width, height: 11 }, 'bone');
  });
}

/** A padlock is open, but its body is covered with small print. */
export default function draw(): string {
  return [
    ground('signal'),
    halftone({ ink: 'bone', tone: glow([1330, 330], 560), pitch: 32 }),
    path('M1120 520V330A210 210 0 0 1 1540 330V420H1450V330A120 120 0 0 0 1210 330V520Z', 'black'),
    rect(body, 'black', { round: 46 }),
    inside('print', rect(body, 'black', { round: 46 }), ...smallPrint()),
    disc([1160, 760], 92, 'black'),
    disc([1160, 740], 46, 'signal'),
    line(
      [
        [1160, 750],
        [1160, 838],
      ],
      40,
      'signal',
      'round',
    ),
  ].join('');
}
