import { glow, ground, halftone, polygon, reviewFilm, type Box } from '../drawing.ts';

/** A halftone sun in one phase of its way over a hill. */
function picture(frame: Box, index: number): string {
  const along = index / 14;
  const x = frame.x + frame.width * (0.15 + 0.7 * along);
  const y = frame.y + frame.height * (0.95 - 2.4 * along * (1 - along));
  const foot = frame.y + frame.height;
  const hill = polygon(
    [
      [frame.x, foot],
      [frame.x + frame.width * 0.55, frame.y + frame.height * 0.6],
      [frame.x + frame.width, foot],
    ],
    'black',
  );
  return halftone({ ink: 'signal', tone: glow([x, y], 118, 0.45), pitch: 17, area: frame }) + hill;
}

/** Three strips of film on which the sun goes over a hill frame by frame. */
export default function draw(): string {
  return ground('signal') + reviewFilm({ film: 'black', hole: 'signal', picture: 'bone', slant: 12, draw: picture });
}
