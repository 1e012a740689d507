import type { Day } from '../text/dates.ts';
import { startOfDay } from '../text/dates.ts';
import { rankText, type Board } from './leaderboard.ts';
import type { RankRange } from './ranks.ts';
import type { Link } from '../stories/story.ts';

/** The ranks of an entry in one edition. */
export interface HistoryPoint extends RankRange {
  /** Index of the edition, oldest first. */
  edition: number;
  score?: number | undefined;
}

/** An entry through the editions in which it stood. */
export interface HistoryLine extends Link {
  key: string;
  /** Oldest first; editions without the entry are left out. */
  points: HistoryPoint[];
}

/** How ranks on a board changed over its editions. Ranks can be set beside each other even where scores cannot. */
export interface RankHistory {
  board: Link;
  /** Oldest first. */
  editions: Day[];
  /** Entries of the newest edition that stood in at least one before, best first. */
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
export function rankHistory(boards: readonly Board[], keep: (modelId: string) => boolean = () => true): RankHistory | undefined {
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

/** The entry that stood highest when it was first listed, then and now. */
function findingOf(lines: readonly HistoryLine[], editions: readonly Day[]): string {
  const [leader] = [...lines].sort((a, b) => (a.points[0]?.best ?? 0) - (b.points[0]?.best ?? 0) || (a.points[0]?.edition ?? 0) - (b.points[0]?.edition ?? 0));
  const [first, last] = [leader?.points[0], leader?.points.at(-1)];
  if (!leader || !first || !last) return '';
  const day = (point: HistoryPoint): string => editions[point.edition]?.text ?? '';
  return `${leader.label} held rank ${rankText(first)} on ${day(first)} and holds ${rankText(last)} on ${day(last)}.`;
}

/** Where a moment lies between the first and the last edition, from 0 to 1. */
export function alongTime(editions: readonly Day[], edition: number): number {
  const times = editions.map(({ iso }) => startOfDay(iso).getTime());
  const [from = 0, to = 0] = [times[0], times.at(-1)];
  return to === from ? 0 : ((times[edition] ?? from) - from) / (to - from);
}

/**
 * Spreads labels so that no two stand closer than a gap.
 * @param wanted where each label would stand, ascending
 * @param gap least distance between two
 * @param limit the last place that a label may take
 */
export function spreadLabels(wanted: readonly number[], gap: number, limit: number): number[] {
  const places: number[] = [];
  for (const place of wanted) places.push(Math.max(place, (places.at(-1) ?? -Infinity) + gap));
  for (let index = places.length - 1, most = limit; index >= 0; index -= 1, most -= gap) places[index] = Math.min(places[index] ?? most, most);
  return places;
}
