import type { BoardRow } from './leaderboard.ts';

/** A choice of rows of a board; ranks stay those of the whole board. */
export interface BoardFilter {
  id: string;
  label: string;
  /** What the page of the choice says of itself. */
  description: string;
  keep: (row: BoardRow) => boolean;
}

/** Price below which a second counts as cheap, in US dollars. */
const cheap = 0.1;

/** Every choice that a board offers, where at least one row passes and one does not. */
export const boardFilters: readonly BoardFilter[] = [
  {
    id: 'open-weights',
    label: 'Open weights',
    description: 'models whose weights are published',
    keep: ({ openWeights }) => openWeights === true,
  },
  {
    id: 'sound',
    label: 'With sound',
    description: 'models that make sound with the picture',
    keep: ({ sound }) => sound === true,
  },
  {
    id: 'image-to-video',
    label: 'Image to video',
    description: 'models that also start from a picture',
    keep: ({ imageToVideo }) => imageToVideo,
  },
  {
    id: 'under-10-cents',
    label: 'Under $0.10 a second',
    description: 'models with a tier below $0.10 a second',
    keep: ({ price }) => price !== undefined && price < cheap,
  },
];

/** What rows are ordered by. */
export type SortableRow = Pick<BoardRow, 'name' | 'votes' | 'seconds' | 'price'> & {
  released?: { iso: string } | undefined;
};

/** An order of the rows of a board. */
export interface BoardSort {
  id: string;
  label: string;
  /** Which way the values run. */
  direction: 'ascending' | 'descending';
  /** The value by which rows are ordered; rows without one are last. */
  value: (row: SortableRow) => number | string | undefined;
}

/** Orders besides the one by rank. */
export const boardSorts: readonly BoardSort[] = [
  { id: 'model', label: 'Model', direction: 'ascending', value: ({ name }) => name.toLowerCase() },
  { id: 'votes', label: 'Votes', direction: 'descending', value: ({ votes }) => votes },
  { id: 'released', label: 'Released', direction: 'descending', value: ({ released }) => released?.iso },
  { id: 'clip', label: 'Longest clip', direction: 'descending', value: ({ seconds }) => seconds },
  { id: 'price', label: 'Price', direction: 'ascending', value: ({ price }) => price },
];

/** Choices that divide the rows of a board. */
export function filtersFor(rows: readonly BoardRow[]): BoardFilter[] {
  return boardFilters.filter(({ keep }) => rows.some(keep) && !rows.every(keep));
}

/** Orders for which at least two rows of a board have values. */
export function sortsFor(rows: readonly BoardRow[]): BoardSort[] {
  return boardSorts.filter(({ value }) => rows.filter((row) => value(row) !== undefined).length > 1);
}

/** Rows in another order; rows with equal values, or none, keep the order of ranks. */
export function sortedBy<Row extends SortableRow>(rows: readonly Row[], { value, direction }: BoardSort): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1;
    return left === right ? 0 : (left < right ? -1 : 1) * sign;
  });
}
