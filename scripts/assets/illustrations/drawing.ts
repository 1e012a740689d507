/** The drawing kit of the illustrations: three colours, flat shapes, halftone fields and grain. */

/** The sheet that every illustration fills, in user units. */
export const sheet = { width: 1920, height: 1080 } as const;

/** The three inks. Tints are made with halftones, at most with `opacity`, never with a fourth colour. */
export const inks = { black: '#15120f', signal: '#e8431f', bone: '#efe7d8' } as const;

export type Ink = keyof typeof inks;
export type Point = readonly [x: number, y: number];
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A tone at a place of the sheet: 0 is no ink, 1 is solid ink. */
export type Tone = (x: number, y: number) => number;

/**
 * A generator of the same pseudo-random numbers for the same seed (mulberry32).
 * In: a whole number. Out: a function that gives the next number from 0 up to 1.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The whole numbers from 0 up to, not including, `count`. */
export function steps(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The point at `degrees` (clockwise, 0 is straight up) and `distance` from a centre. */
export function around([x, y]: Point, distance: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [x + distance * Math.sin(angle), y - distance * Math.cos(angle)];
}

/** A number as short SVG text, to a tenth of a unit. */
function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function pointList(points: readonly Point[]): string {
  return points.map(([x, y]) => `${short(x)},${short(y)}`).join(' ');
}

/** The whole sheet in one ink. */
export function ground(ink: Ink): string {
  return rect({ x: 0, y: 0, ...sheet }, ink);
}

/** A flat rectangle. In: its box, its ink, and how round its corners and how thick its ink is. */
export function rect(box: Box, ink: Ink, { round = 0, opacity = 1 } = {}): string {
  const place = `x="${short(box.x)}" y="${short(box.y)}" width="${short(box.width)}" height="${short(box.height)}"`;
  const corner = round > 0 ? ` rx="${short(round)}"` : '';
  const thin = opacity < 1 ? ` fill-opacity="${opacity}"` : '';
  return `<rect ${place}${corner} fill="${inks[ink]}"${thin}/>`;
}

/** A flat disc. In: its centre, its radius and its ink. */
export function disc([x, y]: Point, radius: number, ink: Ink): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${inks[ink]}"/>`;
}

/** A ring. In: its centre, the radius of the middle of its line, the width of that line and its ink. */
export function ring([x, y]: Point, radius: number, width: number, ink: Ink): string {
  const place = `cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"`;
  return `<circle ${place} fill="none" stroke="${inks[ink]}" stroke-width="${short(width)}"/>`;
}

/** A flat polygon through the points. */
export function polygon(points: readonly Point[], ink: Ink): string {
  return `<polygon points="${pointList(points)}" fill="${inks[ink]}"/>`;
}

/** An open line through the points, its ends square or round. */
export function line(points: readonly Point[], width: number, ink: Ink, ends: 'butt' | 'round' = 'butt'): string {
  const stroke = `stroke="${inks[ink]}" stroke-width="${short(width)}" stroke-linecap="${ends}"`;
  return `<polyline points="${pointList(points)}" fill="none" ${stroke}/>`;
}

/** The outline of a rectangle with round corners. In: its box, the corner, the width of the line and its ink. */
export function outline({ x, y, width, height }: Box, round: number, stroke: number, ink: Ink): string {
  const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="${short(round)}"`;
  return `<rect ${place} fill="none" stroke="${inks[ink]}" stroke-width="${short(stroke)}"/>`;
}

/** A flat shape from SVG path data. */
export function path(data: string, ink: Ink): string {
  return `<path d="${data}" fill="${inks[ink]}"/>`;
}

/** A slice of a disc. In: centre, radius, first and last angle in degrees (clockwise from straight up). */
export function wedge(centre: Point, radius: number, [from, to]: readonly [number, number], ink: Ink): string {
  const [start, end] = [around(centre, radius, from), around(centre, radius, to)];
  const wide = to - from > 180 ? 1 : 0;
  const arc = `A${short(radius)} ${short(radius)} 0 ${wide} 1 ${pointList([end])}`;
  return path(`M${pointList([centre])}L${pointList([start])}${arc}Z`, ink);
}

/** The pieces turned clockwise by `degrees` about a point. */
export function turned(degrees: number, [x, y]: Point, ...pieces: readonly string[]): string {
  return `<g transform="rotate(${short(degrees)} ${short(x)} ${short(y)})">${pieces.join('')}</g>`;
}

/** The pieces moved by an offset. */
export function moved([x, y]: Point, ...pieces: readonly string[]): string {
  return `<g transform="translate(${short(x)} ${short(y)})">${pieces.join('')}</g>`;
}

/** The pieces as far as they are inside `mask` (drawn shapes). `id` must be unique within the illustration. */
export function inside(id: string, mask: string, ...pieces: readonly string[]): string {
  return `<clipPath id="${id}">${mask}</clipPath><g clip-path="url(#${id})">${pieces.join('')}</g>`;
}

/** A tone that is solid to `core` of the radius and falls to nothing at the edge. */
export function glow(centre: Point, radius: number, core = 0): Tone {
  return (x, y) => {
    const distance = Math.hypot(x - centre[0], y - centre[1]) / radius;
    return clamp((1 - distance) / (1 - core));
  };
}

/** A tone that falls evenly from 1 at `from` to 0 at `to`, and stays so beyond both. */
export function fade(from: Point, to: Point): Tone {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return (x, y) => clamp(1 - ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy));
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** What a halftone field draws: dots of one colour, `pitch` apart, on a screen turned by `angle` degrees. */
export interface Halftone {
  ink: Ink;
  tone: Tone;
  pitch?: number;
  angle?: number;
  area?: Box;
}

/** The widest dot as a part of the pitch: it just closes the gaps at the corners. */
const fullDot = Math.SQRT1_2;
/** Smaller dots would look like dirt. */
const smallestDot = 1.6;

/**
 * A field of dots whose size follows a tone, as one path.
 * In: ink, tone, and if wanted the pitch, the angle of the screen and the area (the whole sheet if left out).
 */
export function halftone({ ink, tone, pitch = 30, angle = 0, area = { x: 0, y: 0, ...sheet } }: Halftone): string {
  const dots = screen(area, pitch, angle).flatMap(([x, y]) => {
    const radius = fullDot * pitch * Math.sqrt(tone(x, y));
    return radius < smallestDot ? [] : [dot(x, y, radius)];
  });
  return path(dots.join(''), ink);
}

/** The crossings of a turned screen that are within an area. */
function screen(area: Box, pitch: number, angle: number): Point[] {
  const centre: Point = [area.x + area.width / 2, area.y + area.height / 2];
  const reach = Math.ceil(Math.hypot(area.width, area.height) / 2 / pitch);
  const offsets = steps(2 * reach + 1).map((step) => (step - reach) * pitch);
  const [sine, cosine] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  return offsets
    .flatMap((down) =>
      offsets.map((right): Point => [
        centre[0] + right * cosine - down * sine,
        centre[1] + right * sine + down * cosine,
      ]),
    )
    .filter(([x, y]) => Math.abs(x - centre[0]) <= area.width / 2 && Math.abs(y - centre[1]) <= area.height / 2);
}

function dot(x: number, y: number, radius: number): string {
  const [r, d] = [short(radius), short(2 * radius)];
  return `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 -${d} 0`;
}

/** How a strip of film is drawn: its inks, its frames and what each frame shows. */
export type FilmStrip = Box & {
  film: Ink;
  hole: Ink;
  picture: Ink;
  frames: number;
  /** Height of one row of holes. */
  margin: number;
  draw: (frame: Box, index: number) => string;
};

/** A strip of film that runs from left to right, holes above and below its frames. Pictures are cut at their frame. */
export function filmStrip({ film, hole, picture, frames, margin, draw, ...box }: FilmStrip): string {
  const width = box.width / frames;
  const gap = margin * 0.3;
  const pictures = steps(frames).map((index) => {
    const frame = {
      x: box.x + index * width + gap,
      y: box.y + margin,
      width: width - 2 * gap,
      height: box.height - 2 * margin,
    };
    const id = `frame-${short(box.x)}-${short(box.y)}-${index}`;
    return rect(frame, picture) + inside(id, rect(frame, picture), draw(frame, index));
  });
  return [rect(box, film), ...perforation(box, margin, hole), ...pictures].join('');
}

/** Both rows of holes of a strip of film. */
function perforation(box: Box, margin: number, ink: Ink): string[] {
  const size = margin * 0.46;
  const inset = (margin - size) / 2;
  const count = Math.round(box.width / (margin * 0.95));
  return steps(count).flatMap((index) => {
    const x = box.x + ((index + 0.5) * box.width) / count - size / 2;
    return [box.y + inset, box.y + box.height - inset - size].map((y) =>
      rect({ x, y, width: size, height: size }, ink, { round: size * 0.18 }),
    );
  });
}

/** What sets one review apart from the next: its inks, the slant of its film and what a frame shows. */
export type ReviewFilm = Pick<FilmStrip, 'film' | 'hole' | 'picture' | 'draw'> & { slant: number };

/**
 * The pattern of the reviews: three slanted strips that fill the sheet and show one movement frame by frame.
 * `draw` gets the frames in reading order, counted from 0 to 14.
 */
export function reviewFilm({ slant, draw, ...film }: ReviewFilm): string {
  const frames = 5;
  const strips = steps(3).map((row) => {
    const box = { x: -190, y: -100 + row * 436, width: 2300, height: 408 };
    return filmStrip({
      ...film,
      ...box,
      frames,
      margin: 62,
      draw: (frame, index) => draw(frame, row * frames + index),
    });
  });
  return turned(slant, [sheet.width / 2, sheet.height / 2], ...strips);
}

/** Edge of the square grain tile, in pixels. */
export const grainSize = 512;

/**
 * One tile of grain, the same bytes each time: raw RGBA pixels, some a little lighter, some a little darker.
 * In: how strong a speck is at most, from 0 to 1. Out: `grainSize` x `grainSize` x 4 bytes.
 */
export function grainTile(strength: number): Buffer {
  const random = seededRandom(20260123);
  const pixels = Buffer.alloc(grainSize * grainSize * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    const speck = random() + random() - 1;
    pixels.fill(speck > 0 ? 255 : 0, at, at + 3);
    pixels[at + 3] = Math.round(Math.abs(speck) * strength * 255);
  }
  return pixels;
}
