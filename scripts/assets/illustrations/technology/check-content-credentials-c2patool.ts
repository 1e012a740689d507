import {
  around,
  disc,
  filmStrip,
  glow,
  ground,
  halftone,
  inside,
  polygon,
  rect,
  ring,
  steps,
  turned,
  type Point,
} from '../drawing.ts';

const lens: Point = [1080, 500];
const radius = 330;

/** The points of a seal with a toothed edge. */
function seal(): readonly Point[] {
  return steps(32).map((index) => around(lens, index % 2 === 0 ? 205 : 172, (index * 360) / 32));
}

/** A magnifying glass over a strip of film shows the seal that the picture carries. */
export default function draw(): string {
  return [
    ground('bone'),
    turned(
      -8,
      [960, 540],
      filmStrip({
        x: -160,
        y: 270,
        width: 2240,
        height: 560,
        film: 'black',
        hole: 'bone',
        picture: 'bone',
        frames: 3,
        margin: 82,
        draw: ({ x, y, width, height }) =>
          halftone({
            ink: 'black',
            tone: glow([x + width / 2, y + height / 2], 300),
            pitch: 26,
            area: { x, y, width, height },
          }),
      }),
    ),
    turned(38, lens, rect({ x: lens[0] - 46, y: lens[1] + radius, width: 92, height: 460 }, 'signal', { round: 40 })),
    disc(lens, radius, 'black'),
    inside(
      'lens',
      disc(lens, radius, 'black'),
      polygon(seal(), 'signal'),
      disc(lens, 118, 'black'),
      disc(lens, 52, 'bone'),
    ),
    ring(lens, radius, 56, 'signal'),
  ].join('');
}
