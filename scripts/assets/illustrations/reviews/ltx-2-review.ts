import { fade, ground, halftone, inside, rect, reviewFilm, turned, type Box, type Point } from '../drawing.ts';

const size = 196;

/** A square that has turned by six degrees since the frame before, half of it in dots. */
function picture(frame: Box, index: number): string {
  const centre: Point = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  const box = { x: centre[0] - size / 2, y: centre[1] - size / 2, width: size, height: size };
  const dots = halftone({
    ink: 'black',
    tone: fade([box.x + size * 1.1, 0], [box.x + size * 0.35, 0]),
    pitch: 17,
    area: box,
  });
  return turned(index * 6, centre, rect(box, 'signal'), inside(`square-${index}`, rect(box, 'signal'), dots));
}

/** Three strips of film on which a square turns frame by frame. */
export default function draw(): string {
  return ground('black') + reviewFilm({ film: 'bone', hole: 'black', picture: 'black', slant: -24, draw: picture });
}
