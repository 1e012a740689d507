import { scaleOf, type BoardRow, type Scale } from './leaderboard.ts';

/** Rows that are next to each other and share one scale for their intervals. */
export interface ScaleBlock {
  rows: BoardRow[];
  scale: Scale;
}

/** A usual interval takes at least this part of the width of its scale: 40 of 300 pixels. */
const usualPart = 40 / 300;

/**
 * Cuts a board into blocks with scales of their own, so narrow that a usual interval can be read.
 * @param rows entries by score
 * @returns no block when no row has an interval
 */
export function scaleBlocks(rows: readonly BoardRow[]): ScaleBlock[] {
  const widths = rows
    .flatMap(({ lower, upper }) => (lower === undefined || upper === undefined ? [] : [upper - lower]))
    .sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)];
  if (usual === undefined) return [];
  const blocks: BoardRow[][] = [];
  for (const row of rows) {
    const block = blocks.at(-1);
    if (block && spanOf([...block, row]) <= usual / usualPart) block.push(row);
    else blocks.push([row]);
  }
  return blocks.flatMap((block) => {
    const scale = scaleOf(block);
    return scale ? [{ rows: block, scale }] : [];
  });
}

function spanOf(rows: readonly BoardRow[]): number {
  const ends = rows.flatMap(({ score, lower, upper }) => [lower ?? score ?? 0, upper ?? score ?? 0]);
  return Math.max(...ends) - Math.min(...ends);
}
