import type { Day } from './dates.ts';
import { rankText, type BoardRow } from './leaderboard.ts';
import type { ModelCard } from './model.ts';
import type { Link } from './story.ts';

/** Two models on one board. */
export interface SharedBoard {
  board: Link;
  date: Day;
  /** Best row of each model. */
  rows: [BoardRow, BoardRow];
  /** What the board says of the two. */
  verdict: string;
}

/** Two models side by side. */
export interface Comparison {
  path: string;
  models: [ModelCard, ModelCard];
  boards: SharedBoard[];
}

/** Which of two models a board puts ahead, and how surely, in a sentence. */
export function verdictOn(a: BoardRow, b: BoardRow): string {
  if (a.consensus && b.consensus) return a.best === b.best ? `All boards together place both on rank ${a.best}.` : `All boards together place ${(a.best < b.best ? a : b).model.label} higher.`;
  if (a.lower !== undefined && b.lower !== undefined) {
    const ahead = a.lower > (b.upper ?? 0) ? a : b.lower > (a.upper ?? 0) ? b : undefined;
    return ahead ? `${ahead.name} is ahead: the intervals lie apart.` : 'Not decided: the intervals overlap.';
  }
  if (a.score !== undefined && b.score !== undefined && a.score !== b.score) return `${(a.score > b.score ? a : b).name} scores higher; the board gives no interval.`;
  return a.best === b.best ? `Both hold rank ${rankText(a)}.` : `${(a.best < b.best ? a : b).name} is placed higher.`;
}
