import { around, disc, fade, ground, halftone, inside, line, rect, steps, wedge, type Point } from '../drawing.ts';

const floor = 985;
const small = 118;
/** Thirteen times the area of the small one. */
const large = small * Math.sqrt(13);

/** A watch with sixty marks on the floor and has run ten seconds; dots fill its face from below. */
function watch(id: string, x: number, radius: number, pitch: number): string {
  const centre: Point = [x, floor - radius];
  const mark = (second: number): string => {
    const ends = [0.84, 0.92].map((part) => around(centre, radius * part, second * 6));
    return line(ends, radius * 0.024, 'bone');
  };
  const face = halftone({ ink: 'bone', tone: fade([x, floor + radius * 0.3], [x, floor - radius * 1.9]), pitch });
  return [
    rect({ x: x - radius * 0.1, y: centre[1] - radius * 1.14, width: radius * 0.2, height: radius * 0.3 }, 'black'),
    disc(centre, radius, 'black'),
    ...steps(60).map(mark),
    inside(id, disc(centre, radius * 0.76, 'bone'), face),
    wedge(centre, radius * 0.76, [0, 60], 'signal'),
    disc(centre, radius * 0.05, 'black'),
  ].join('');
}

/** Two stopwatches that both show ten seconds, the large one thirteen times the area of the small one. */
export default function draw(): string {
  return [ground('bone'), watch('small', 430, small, 16), watch('large', 1260, large, 30)].join('');
}
