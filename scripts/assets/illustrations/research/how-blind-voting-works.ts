import { around, disc, ground, halftone, glow, inside, line, polygon, rect, type Point } from '../drawing.ts';

const pivot: Point = [960, 250];
const arm = 560;
const tilt = 8;
const size = { width: 470, height: 360 };

/** One picture on the scales: a head whose eyes are covered, in a frame that hangs from the beam. */
function pan(id: string, hook: Point, cord: number): string {
  const box = { x: hook[0] - size.width / 2, y: hook[1] + cord, ...size };
  const picture = { x: box.x + 34, y: box.y + 34, width: box.width - 68, height: box.height - 68 };
  const head: Point = [hook[0], picture.y + 150];
  return [
    line([[box.x + 40, box.y + 10], hook, [box.x + box.width - 40, box.y + 10]], 10, 'black'),
    rect(box, 'black'),
    rect(picture, 'bone'),
    inside(id, rect(picture, 'bone'), disc([head[0], head[1] + 250], 170, 'signal'), disc(head, 98, 'signal')),
    rect({ x: head[0] - 150, y: head[1] - 42, width: 300, height: 62 }, 'black'),
  ].join('');
}

/** Two frames with covered eyes hang from the beam of a pair of scales, one lower than the other. */
export default function draw(): string {
  const left = around(pivot, arm, 270 + tilt);
  const right = around(pivot, arm, 90 + tilt);
  return [
    ground('signal'),
    halftone({ ink: 'bone', tone: glow(right, 520), pitch: 30 }),
    polygon(
      [
        [pivot[0] - 44, 1080],
        [pivot[0] - 14, pivot[1]],
        [pivot[0] + 14, pivot[1]],
        [pivot[0] + 44, 1080],
      ],
      'black',
    ),
    line([left, right], 34, 'black', 'round'),
    disc(pivot, 52, 'black'),
    disc(pivot, 20, 'bone'),
    pan('left', left, 190),
    pan('right', right, 190),
  ].join('');
}
