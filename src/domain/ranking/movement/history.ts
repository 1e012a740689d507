import type { Day } from '../../text/dates.ts';
import { rankText, type Board } from '../board/leaderboard.ts';
import type { RankRange } from '../board/ranks.ts';
import type { Link } from '../../stories/story.ts';

/** The ranks of an entry in one edition. */
export interface HistoryPoint extends RankRange {
  /** Index of the edition, oldest first. */
  edition: number;
  score?: number | undefined;
}

/** An entry through the editions that list it. */
export interface HistoryLine extends Link {
  key: string;
  /** Oldest first; editions without the entry are left out. */
  points: HistoryPoint[];
}

/** How ranks on a board changed over its editions. Ranks can be compared even where scores cannot. */
export interface RankHistory {
  board: Link;
  /** Oldest first. */
  editions: Day[];
  /** Entries of the newest edition that at least one earlier edition lists, best first. */
  lines: HistoryLine[];
  /** What happened, in a sentence. */
  finding: string;
}

/**
 * Follows the entries of the newest edition back through the ones before.
 * @param boards every edition of one board, newest first
 * @param keep which entries are followed; all when left out
 * @returns undefined when there is nothing to compare
 */
export function rankHistory(
  boards: readonly Board[],
  keep: (modelId: string) => boolean = () => true,
): RankHistory | undefined {
  const [newest] = boards;
  const oldestFirst = [...boards].reverse();
  if (!newest || boards.length < 2) return undefined;
  const byKey = oldestFirst.map(({ rows }) => new Map(rows.map((row) => [row.key, row])));
  const lines = newest.rows
    .filter(({ modelId }) => keep(modelId))
    .map((row): HistoryLine => ({
      key: row.key,
      label: row.name,
      path: row.model.path,
      points: byKey.flatMap((rows, edition) => {
        const found = rows.get(row.key);
        return found ? [{ edition, best: found.best, worst: found.worst, score: found.score }] : [];
      }),
    }))
    .filter(({ points }) => points.length > 1);
  if (lines.length === 0) return undefined;
  const editions = oldestFirst.map(({ date }) => date);
  return { board: { label: newest.name, path: newest.path }, editions, lines, finding: findingOf(lines, editions) };
}

/** The entry that was highest when it was first listed, then and now. */
function findingOf(lines: readonly HistoryLine[], editions: readonly Day[]): string {
  const [leader] = [...lines].sort(
    (a, b) =>
      (a.points[0]?.best ?? 0) - (b.points[0]?.best ?? 0) || (a.points[0]?.edition ?? 0) - (b.points[0]?.edition ?? 0),
  );
  const [first, last] = [leader?.points[0], leader?.points.at(-1)];
  if (!leader || !first || !last) return '';
  const day = (point: HistoryPoint): string => editions[point.edition]?.text ?? '';
  return `${leader.label} held rank ${rankText(first)} on ${day(first)} and holds ${rankText(last)} on ${day(last)}.`;
}
