import { filmStrip, glow, ground, halftone, polygon, rect, turned, type Box, type Point } from '../drawing.ts';

const strip: Box = { x: -160, y: 170, width: 2240, height: 740 };
const track: Box = { x: strip.x, y: 672, width: strip.width, height: 150 };
const frames = 5;

/** How loud the sound is at a place along the strip, from 0 to 1. */
function loudness(x: number): number {
  const along = ((x - strip.x) / strip.width) * frames;
  return 0.2 + 0.8 * Math.abs(Math.sin(along * Math.PI * 0.5 + 0.5));
}

/** The sound as film shows it: a mirrored wave along the edge of the pictures. */
function soundtrack(): string {
  const middle = track.y + track.height / 2;
  const wave = (side: -1 | 1): Point[] =>
    Array.from({ length: 281 }, (_, index) => {
      const x = track.x + index * 8;
      const ripple = index % 2 === 0 ? 0.16 : 0.95;
      return [x, middle + side * ripple * loudness(x) * track.height * 0.48];
    });
  return polygon([...wave(-1), ...wave(1).reverse()], 'signal');
}

/** A frame whose disc is as large as the sound under it is loud. */
function picture(frame: Box): string {
  const centre: Point = [frame.x + frame.width / 2, frame.y + (track.y - frame.y) / 2];
  return halftone({ ink: 'signal', tone: glow(centre, 90 + 170 * loudness(centre[0]), 0.35), pitch: 22, area: frame });
}

/** A strip of film on which picture and sound wave run side by side. */
export default function draw(): string {
  const film = filmStrip({
    ...strip,
    film: 'bone',
    hole: 'black',
    picture: 'black',
    frames,
    margin: 88,
    draw: picture,
  });
  return ground('black') + turned(-7, [960, 540], film, rect(track, 'black'), soundtrack());
}
