import type { Day } from '../text/dates.ts';
import { rankText, type BoardRow } from '../ranking/leaderboard.ts';
import { pairChance } from '../ranking/pair-chance.ts';
import { percentText } from '../text/numbers.ts';
import type { ModelCard } from './model.ts';
import type { Link } from '../stories/story.ts';

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

/** What a board says of two models, and how surely, in a sentence. Ranks decide who is ahead, since on some boards less is better. */
export function verdictOn(a: BoardRow, b: BoardRow): string {
  const higher =
    a.best < b.best || (a.best === b.best && a.worst < b.worst)
      ? a
      : a.best === b.best && a.worst === b.worst
        ? undefined
        : b;
  if (!higher)
    return a.lower !== undefined && b.lower !== undefined
      ? 'Not decided: both hold the same ranks.'
      : `Both hold rank ${rankText(a)}.`;
  if (a.consensus) return `All boards together place ${higher.model.label} higher.`;
  if (a.lower !== undefined && b.lower !== undefined)
    return areApart(a, b)
      ? `${higher.name} is ahead: ${percentText(chanceOf(a, b))}.`
      : `Not decided: ${higher.name} is ahead with a chance of ${percentText(chanceOf(a, b))}.`;
  return a.score === undefined
    ? `${higher.name} is placed higher.`
    : `${higher.name} has the better score; the board gives no interval.`;
}

/** The chance that the better of two scores is truly the better one, whichever that is. */
function chanceOf(a: BoardRow, b: BoardRow): number {
  const halves = [a, b].map(({ lower = 0, upper = 0 }) => (upper - lower) / 2);
  return pairChance(Math.abs((a.score ?? 0) - (b.score ?? 0)), Math.hypot(...halves) / 1.96);
}

/** True when two intervals have no point in common. */
export function areApart(a: Pick<BoardRow, 'lower' | 'upper'>, b: Pick<BoardRow, 'lower' | 'upper'>): boolean {
  if (a.lower === undefined || a.upper === undefined || b.lower === undefined || b.upper === undefined) return false;
  return a.lower > b.upper || b.lower > a.upper;
}

/** True when a board cannot distinguish two models. */
export function cannotBeKnown(a: BoardRow, b: BoardRow): boolean {
  if (a.lower === undefined || b.lower === undefined) return a.best === b.best && a.worst === b.worst;
  return !areApart(a, b);
}
