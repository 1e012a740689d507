import { glow, ground, halftone, polygon, rect, seededRandom, sheet, steps } from '../drawing.ts';

const rowHeight = 52;
const nameHeight = 18;
const margin = 96;
const tints = [1, 0.78, 0.55, 0.34];

/** One line of the list: names of uneven length, some brighter than others. */
function row(y: number, random: () => number): string {
  const names: string[] = [];
  for (let x = margin; x < sheet.width - margin / 2;) {
    const width = 60 + random() * 190;
    names.push(
      rect({ x, y, width, height: nameHeight }, 'bone', { opacity: tints[Math.floor(random() * tints.length)] ?? 1 }),
    );
    x += width + 26;
  }
  return names.join('');
}

/** A scrolling list of names, a halftone sun over it, struck through by a band. */
export default function draw(): string {
  const random = seededRandom(800);
  return [
    ground('black'),
    ...steps(21).map((index) => row(index * rowHeight + 10, random)),
    halftone({ ink: 'signal', tone: glow([1270, 500], 500, 0.2), pitch: 30 }),
    polygon(
      [
        [0, 776],
        [1920, 524],
        [1920, 790],
        [0, 1042],
      ],
      'black',
    ),
    polygon(
      [
        [0, 796],
        [1920, 544],
        [1920, 770],
        [0, 1022],
      ],
      'signal',
    ),
  ].join('');
}
