import type { Board, BoardRow } from '../board/leaderboard.ts';
import { rankText } from '../board/leaderboard.ts';
import type { RankRange } from '../board/ranks.ts';
import type { Day } from '../../text/dates.ts';
import type { Link } from '../../stories/story.ts';

/** The best entry of a model in one edition. */
export interface TrendPoint extends RankRange {
  /** Index of the edition, oldest first. */
  edition: number;
}

/** How the best rank of one model changed over the editions of a board. */
export interface RankTrend {
  board: Link;
  /** Oldest first. */
  editions: Day[];
  /** Oldest first; editions that do not list the model are left out. At least one. */
  points: TrendPoint[];
}

/** The entry of a model that is placed best; undefined where none is listed. */
export function bestEntry<Row extends RankRange & Pick<BoardRow, 'modelId'>>(
  rows: readonly Row[],
  modelId: string,
): Row | undefined {
  const [best] = rows.filter((row) => row.modelId === modelId).toSorted((a, b) => a.best - b.best || a.worst - b.worst);
  return best;
}

/**
 * Follows a model through the editions of a board by its best entry in each, since boards rename and split entries.
 * @param boards editions of one board that were made in one way, newest first
 * @returns undefined when fewer than two editions are known, or none lists the model
 */
export function rankTrend(boards: readonly Board[], modelId: string): RankTrend | undefined {
  const [newest] = boards;
  if (!newest || boards.length < 2) return undefined;
  const oldestFirst = boards.toReversed();
  const points = oldestFirst.flatMap(({ rows }, edition): TrendPoint[] => {
    const row = bestEntry(rows, modelId);
    return row ? [{ edition, best: row.best, worst: row.worst }] : [];
  });
  if (points.length === 0) return undefined;
  return {
    board: { label: newest.name, path: newest.path },
    editions: oldestFirst.map(({ date }) => date),
    points,
  };
}

/** The ranks in words, oldest first: `1–4 on 7 August 2025, 3–9 on 22 September 2026`. */
export const trendText = ({ editions, points }: RankTrend): string =>
  points.map((point) => `${rankText(point)} on ${editions[point.edition]?.text ?? ''}`).join(', ');
