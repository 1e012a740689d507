import { counted, inWords, listed } from '../../text/numbers.ts';
import type { BoardRow } from '../board/leaderboard.ts';

/** First and last row of a group, from 0. */
export type Group = readonly [first: number, last: number];

/** A piece of the bracket of a group, in the row where it is drawn. */
export interface BracketPiece {
  /** Groups that overlap have lanes of their own, from 0. */
  lane: number;
  starts: boolean;
  ends: boolean;
}

/** Brackets that fit next to each other. */
const lanes = 3;

/**
 * Where the brackets of overlapping groups are drawn; a group of one needs none.
 * @param groups in the order of their first rows
 * @param rows how many rows the board has
 * @returns the pieces in each row
 */
export function bracketsOf(groups: readonly Group[], rows: number): BracketPiece[][] {
  const pieces: BracketPiece[][] = Array.from({ length: rows }, () => []);
  const endOfLane: number[] = [];
  for (const [first, last] of groups) {
    if (first === last) continue;
    const free = Array.from({ length: lanes }, (_, lane) => lane).find((lane) => (endOfLane[lane] ?? -1) < first);
    // Where more groups overlap than there is room for, the first ones are drawn.
    if (free === undefined) continue;
    endOfLane[free] = last;
    for (let row = first; row <= last; row += 1)
      pieces[row]?.push({ lane: free, starts: row === first, ends: row === last });
  }
  return pieces;
}

/** What is known of the models of a group, in a sentence. */
export function groupSentence([first, last]: Group, rows: readonly BoardRow[]): string {
  const members = rows.slice(first, last + 1);
  const best = Math.min(...members.map((row) => row.best));
  const worst = Math.max(...members.map((row) => row.worst));
  const [only] = members;
  if (members.length === 1 && only) return `${only.name} is apart from its neighbours, in place ${only.best}.`;
  const names = members.map(({ name }) => name);
  const shown =
    names.length <= most
      ? listed(names)
      : `${names.slice(0, most - 1).join(', ')} and ${counted(names.length - most + 1, 'other')}`;
  return `${shown}: places ${best} to ${worst}. None of the ${inWords(members.length)} is ahead of another.`;
}

/** Names in a sentence at most. */
const most = 4;
