import { disc, ground, rect, reviewFilm, steps, type Box } from '../drawing.ts';

/** A ball in one phase of its bounce; the bars of its sound are tall when it hits the floor. */
function picture(frame: Box, index: number): string {
  const lift = Math.abs(Math.sin((index * Math.PI) / 5));
  const pitch = frame.width / 9;
  const bars = steps(9).map((bar) => {
    const height = 16 + 120 * (1 - lift) * Math.abs(Math.cos(bar * 1.7));
    return rect(
      { x: frame.x + (bar + 0.25) * pitch, y: frame.y + frame.height - height, width: pitch / 2, height },
      'black',
    );
  });
  return bars.join('') + disc([frame.x + frame.width / 2, frame.y + frame.height - 84 - lift * 130], 68, 'signal');
}

/** Three strips of film on which a ball bounces frame by frame over the bars of its sound. */
export default function draw(): string {
  return ground('bone') + reviewFilm({ film: 'black', hole: 'bone', picture: 'bone', slant: -12, draw: picture });
}
