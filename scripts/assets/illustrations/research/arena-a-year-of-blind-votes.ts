import { disc, ground, outline, rect, steps, type Box } from '../drawing.ts';

const height = 96;
const gap = 22;
const fallen = 5;

function block(index: number): Box {
  const nudge = [-30, 22, -12, 34, -24, 0, 26, -18][index] ?? 0;
  return { x: 520 + nudge, y: 74 + index * (height + gap), width: 1020, height };
}

/** A column of blocks: five newcomers press on the orange-red one that used to be on top. */
export default function draw(): string {
  const below = [fallen + 1, fallen + 2];
  return [
    ground('black'),
    ...steps(fallen).map((index) => rect(block(index), 'bone')),
    rect(block(fallen), 'signal'),
    ...below.map((index) => outline(block(index), 0, 8, 'bone')),
    ...steps(6).map((index) => disc([300, 122 + index * (height + gap)], 12 + index * 9, 'signal')),
  ].join('');
}
