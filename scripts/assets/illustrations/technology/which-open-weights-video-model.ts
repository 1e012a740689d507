import { disc, fade, ground, halftone, inside, line, polygon, rect, ring, steps, type Point } from '../drawing.ts';

const floor = 930;
const sizes = [90, 130, 175, 225, 420];
const places = [170, 340, 570, 870, 1460];

/** An iron weight with its ring. */
function weight(index: number): string {
  const [x, width] = [places[index] ?? 0, sizes[index] ?? 0];
  const height = width * 1.25;
  const shape: readonly Point[] = [
    [x - width * 0.5, floor],
    [x - width * 0.36, floor - height * 0.78],
    [x + width * 0.36, floor - height * 0.78],
    [x + width * 0.5, floor],
  ];
  return [
    ring([x, floor - height * 0.92], width * 0.2, width * 0.085, 'black'),
    polygon(shape, 'black'),
    inside(
      `weight-${index}`,
      polygon(shape, 'black'),
      halftone({
        ink: 'bone',
        tone: fade([x - width * 0.75, 0], [x - width * 0.1, 0]),
        pitch: 22,
        area: { x: x - width * 0.5, y: floor - height, width, height },
      }),
    ),
  ].join('');
}

/** Five iron weights of growing size; bars close off the biggest. */
export default function draw(): string {
  const bars = steps(7).map((index) => 1150 + index * 104);
  return [
    ground('signal'),
    rect({ x: 0, y: floor, width: 1920, height: 150 }, 'black'),
    ...sizes.map((_, index) => weight(index)),
    ...bars.map((x) =>
      line(
        [
          [x, 190],
          [x, floor],
        ],
        24,
        'bone',
      ),
    ),
    ...[190, floor - 14].map((y) =>
      line(
        [
          [1118, y],
          [1806, y],
        ],
        34,
        'bone',
        'round',
      ),
    ),
    ...bars.map((x) => disc([x, 190], 26, 'bone')),
  ].join('');
}
