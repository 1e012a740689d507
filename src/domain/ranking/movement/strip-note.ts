import { changesPath } from '../../site/addresses.ts';
import type { Board } from '../board/leaderboard.ts';

/**
 * What arrows next to the first places of a board mean, or why there are none.
 * @param limit how many places are shown
 * @returns a few words and the page with all changes; undefined for the first edition of a board
 */
export function movementNote(
  { id, date, before, seriesBreak, rows }: Pick<Board, 'id' | 'date' | 'before' | 'seriesBreak' | 'rows'>,
  limit: number,
): { text: string; path: string } | undefined {
  if (!before) return undefined;
  const path = changesPath(id, date.iso);
  if (seriesBreak === 'method') return { text: `No arrows: method changed after ${before.text}`, path };
  if (seriesBreak === 'part') return { text: 'No arrows: only a part of the board is known', path };
  const moved = rows.slice(0, limit).some(({ movement }) => movement && movement.kind !== 'same');
  return { text: `${moved ? 'Movement' : 'No sure move'} since ${before.text}`, path };
}
