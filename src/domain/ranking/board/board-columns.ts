import type { Board } from './leaderboard.ts';

/** Which columns a board's table needs. */
export interface BoardColumns {
  movement: boolean;
  votes: boolean;
  /** True when chances to be first are known. */
  first: boolean;
  interval: boolean;
  /** True when some entry may hold several ranks. */
  ranges: boolean;
  /** Publishers whose parts in a consensus are shown, a column each. */
  publishers: string[];
}

/** The columns for which at least one entry has a value. */
export function columnsOf({ rows }: Pick<Board, 'rows'>): BoardColumns {
  return {
    movement: rows.some((row) => row.movement !== undefined),
    votes: rows.some((row) => row.votes !== undefined),
    first: rows.some((row) => row.first !== undefined),
    interval: rows.some((row) => row.lower !== undefined),
    ranges: rows.some((row) => row.best !== row.worst),
    publishers: rows[0]?.consensus?.parts.map(({ publisher }) => publisher) ?? [],
  };
}
