import { pushedSentence, type Change, type ChangeKind, type Changes } from './changes.ts';

/** What moved on the boards, for a short list. */
export interface WhatMoved {
  /** The newest edition that can be compared with the one before; undefined when there is none. */
  changes?: Changes | undefined;
  /** The entries of it to name: risen, new, fallen, gone. */
  rows: Change[];
  /** Why entries fell, in a sentence; empty where there is nothing to explain. */
  note: string;
  /** Boards whose newest edition cannot be compared with the one before. */
  incomparable: Changes[];
}

/** Kinds of moves in the order in which they are shown. */
const kinds: readonly ChangeKind[] = ['up', 'new', 'down', 'gone'];

/**
 * What moved on the boards. History boards are left out: they have no news.
 * @param all every change between two editions, newest first
 * @param most how many entries are named
 * @returns undefined when no board has a second edition
 */
export function whatMoved(all: readonly Changes[], most: number): WhatMoved | undefined {
  const present = all.filter(({ board }) => !board.history);
  if (present.length === 0) return undefined;
  const changes = present.find(({ board }) => board.seriesBreak === undefined);
  return {
    changes,
    rows: changes ? movers(changes.list, most) : [],
    note: changes ? pushedSentence(changes.list).trim() : '',
    incomparable: present.filter(({ board }) => board.latest && board.seriesBreak !== undefined),
  };
}

/**
 * The entries of an edition to name in a short list, each kind of move by turns: new and gone ones by their ranks, the others
 * by how far they moved. Those that fell only because new entries are above them come last of those that fell.
 */
export function movers(list: readonly Change[], most: number): Change[] {
  const queues = kinds.map((kind) =>
    list
      .filter((change) => change.kind === kind)
      .toSorted((a, b) => Number(a.pushed) - Number(b.pushed) || far(b) - far(a)),
  );
  const byTurns = Array.from({ length: list.length }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat();
  const chosen = new Set(byTurns.slice(0, most));
  return queues.flat().filter((change) => chosen.has(change));
}

/** Places between the best ranks of two editions; 0 for an entry of one. */
const far = ({ before, after }: Change): number => (before && after ? Math.abs(after.best - before.best) : 0);
