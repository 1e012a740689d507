import type { BoardRow } from './leaderboard.ts';

/**
 * A rank behind the name of its model in running text: `No. 18`, `No. 1 to 4`, `tied for No. 4`. The sign keeps it apart from
 * the version in the name, and words for a tie and a range are read aloud and copied as they are.
 */
export function rankLabel({ best, worst, shared }: Pick<BoardRow, 'best' | 'worst' | 'shared'>): string {
  if (best !== worst) return `No. ${best} to ${worst}`;
  return shared ? `tied for No. ${best}` : `No. ${best}`;
}
