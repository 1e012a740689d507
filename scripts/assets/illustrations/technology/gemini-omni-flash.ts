import {
  disc,
  fade,
  filmStrip,
  ground,
  halftone,
  polygon,
  rect,
  seededRandom,
  steps,
  turned,
  type Box,
  type Point,
} from '../drawing.ts';

const hub: Point = [1180, 540];
/** The band that every stream fills before it is turned into its place: it ends at the hub. */
const band: Box = { x: hub[0] - 1560, y: hub[1] - 82, width: 1560, height: 164 };

/** Lines of writing, without a letter. */
function words(): string {
  const random = seededRandom(4);
  return steps(4)
    .flatMap((row) =>
      steps(12).map((word) => {
        const x = band.x + word * 130 + random() * 20;
        return rect({ x, y: band.y + row * 44 + 4, width: 50 + random() * 60, height: 22 }, 'bone');
      }),
    )
    .join('');
}

/** A sound wave of upright bars. */
function sound(): string {
  return steps(46)
    .map((index) => {
      const height = 34 + 150 * Math.abs(Math.sin(index * 0.9) * Math.cos(index * 0.37));
      return rect({ x: band.x + index * 34, y: hub[1] - height / 2, width: 18, height }, 'bone');
    })
    .join('');
}

/** Writing, picture, sound and film run into one disc, from which a single beam leaves at the top. */
export default function draw(): string {
  const picture = halftone({ ink: 'bone', tone: fade([1500, 0], [-600, 0]), pitch: 27, area: band });
  const film = filmStrip({
    ...band,
    film: 'bone',
    hole: 'black',
    picture: 'black',
    frames: 9,
    margin: 36,
    draw: () => '',
  });
  return [
    ground('black'),
    turned(40, hub, words()),
    turned(13.5, hub, picture),
    turned(-13.5, hub, sound()),
    turned(-40, hub, film),
    polygon(
      [
        [hub[0], hub[1] - 140],
        [1920, 0],
        [1920, 320],
        [hub[0], hub[1] + 140],
      ],
      'signal',
    ),
    disc(hub, 344, 'black'),
    disc(hub, 306, 'signal'),
  ].join('');
}
