import { changesBetween, type Changes } from '#domain/ranking/movement/changes';
import { whatMoved, type WhatMoved } from '#domain/ranking/movement/movers';
import type { Board } from '#domain/ranking/board/leaderboard';
import { boardAt, editionsOf } from './leaderboards.ts';
import type { Catalogue } from '../catalogue.ts';

const changesOfCatalogue = new WeakMap<Catalogue, Changes[]>();

/** What changed in every edition that has one before it, newest edition first. */
export function allChanges(catalogue: Catalogue): Changes[] {
  let changes = changesOfCatalogue.get(catalogue);
  if (!changes) {
    changes = [...catalogue.boards.keys()]
      .flatMap((board) => changesOfBoard(board, catalogue))
      .sort((a, b) => (a.board.date.iso < b.board.date.iso ? 1 : -1));
    changesOfCatalogue.set(catalogue, changes);
  }
  return changes;
}

/** How many entries the front page names. */
const namedMovers = 4;

/** What moved on the boards lately; undefined when no board has a second edition. */
export const movedLately = (catalogue: Catalogue): WhatMoved | undefined =>
  whatMoved(allChanges(catalogue), namedMovers);

function changesOfBoard(board: string, catalogue: Catalogue): Changes[] {
  const editions = editionsOf(board, catalogue).map((edition) => boardAt(edition, catalogue));
  return editions.flatMap((edition, index) => {
    const before = editions[index + 1];
    return before ? [changesBetween(edition, before, edition.seriesBreak)] : [];
  });
}

/** What changed in an edition since the one before, in two or three sentences; undefined when there is none. */
export function changeSummary(board: Board, catalogue: Catalogue): string | undefined {
  return allChanges(catalogue).find((changes) => changes.board === board)?.summary;
}
