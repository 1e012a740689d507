import { counted, inWords, listed } from '../../text/numbers.ts';
import type { Board, BoardRow } from '../board/leaderboard.ts';
import type { RankRange } from '../board/ranks.ts';

/** Whether an entry is clear above another, clear below it, or level with it. */
type Standing = 'above' | 'below' | 'level';
type Compare = (entry: BoardRow, other: BoardRow) => Standing;

/** One edition, indexed for comparing entries. */
export interface Edition {
  rows: ReadonlyMap<string, BoardRow>;
  compare: Compare;
  partial: boolean;
}

/** Indexes an edition. */
export function indexed({ rows, metric, listedInAll }: Pick<Board, 'rows' | 'metric' | 'listedInAll'>): Edition {
  return {
    rows: new Map(rows.map((row) => [row.key, row])),
    compare: comparison(rows, metric?.decimals ?? 0),
    partial: listedInAll !== undefined,
  };
}

/**
 * How entries of an edition compare: by the rule that made its ranks. A best rank is one more than the number of entries
 * clear above; where intervals or scores do not give that number, the ranges of ranks themselves are compared.
 */
function comparison(rows: readonly BoardRow[], decimals: number): Compare {
  const byRanks: Compare = (entry, other) =>
    entry.worst < other.best ? 'above' : entry.best > other.worst ? 'below' : 'level';
  if (rows.some(({ score }) => score === undefined)) return byRanks;
  // Rows are best first, so their ends show whether a larger score is better.
  const direction = (rows[0]?.score ?? 0) < (rows.at(-1)?.score ?? 0) ? -1 : 1;
  const shown = (value: number): number => Number((value * direction).toFixed(decimals));
  const ends = new Map(
    rows.map(({ key, score = 0, lower, upper }) => {
      const interval = lower === undefined || upper === undefined ? [score, score] : [lower, upper];
      const values = rows.some((row) => row.lower !== undefined)
        ? interval.map((value) => value * direction)
        : [shown(score)];
      return [key, { low: Math.min(...values), high: Math.max(...values) }];
    }),
  );
  const byScores: Compare = (entry, other) => {
    const [mine, its] = [ends.get(entry.key), ends.get(other.key)];
    if (!mine || !its) return 'level';
    return mine.low > its.high ? 'above' : mine.high < its.low ? 'below' : 'level';
  };
  const agrees = rows.every((row) => row.best === 1 + rows.filter((other) => byScores(other, row) === 'above').length);
  return agrees ? byScores : byRanks;
}

/** Where a new entry came in. */
export function reasonOfNew(row: BoardRow, now: Edition, old: Edition): string {
  const clear = [...now.rows.values()].filter((other) => now.compare(row, other) === 'above').length;
  const first = old.partial ? 'not among the models shown before' : 'not listed before';
  return clear === 0 ? first : `${first}; it is clear above ${counted(clear, 'other entry', 'others')}`;
}

/** What is left of the model of an entry that is gone. */
export function reasonOfGone(row: BoardRow, now: Edition): string {
  const others = [...now.rows.values()].filter(({ modelId }) => modelId === row.modelId).map(({ name }) => name);
  const gone = now.partial ? 'no longer among the models shown' : 'the board no longer lists it';
  return others.length === 0 ? gone : `${gone}; of the same model it lists ${someOf(others)}`;
}

/**
 * How the entries around one changed their standing, so that its ranks are others: at most two causes, the weightiest first.
 * @param overlaps true when the new range of ranks overlaps the old one, so that no move is sure
 */
export function reasonOfMove(row: BoardRow, earlier: BoardRow, now: Edition, old: Edition, overlaps: boolean): string {
  const around = [...now.rows.values()]
    .filter(({ key }) => key !== row.key)
    .map((other) => {
      const formerly = old.rows.get(other.key);
      return { name: other.name, is: now.compare(other, row), was: formerly && old.compare(formerly, earlier) };
    });
  const lost = [...old.rows.values()]
    .filter(({ key }) => key !== row.key && !now.rows.has(key))
    .map((other) => ({ was: old.compare(other, earlier) }));
  const names = (is: Standing, was: Standing): string[] =>
    around.filter((other) => other.is === is && other.was === was).map(({ name }) => name);
  const worse = [
    arrived(
      around.filter(({ is, was }) => is === 'above' && was === undefined).map(({ name }) => name),
      'above it',
    ),
    phrase(names('above', 'below'), 'passed it'),
    phrase(names('above', 'level'), 'pulled clear of it'),
  ];
  const better = [
    departed(lost.filter(({ was }) => was === 'above').length, 'above it'),
    behind(names('below', 'above'), 'it passed'),
    behind(names('level', 'above'), 'it caught up with'),
  ];
  const looser = [
    arrived(
      around.filter(({ is, was }) => is === 'level' && was === undefined).map(({ name }) => name),
      'level with it',
    ),
    phrase(names('level', 'below'), 'caught up with it'),
  ];
  const tighter = [
    departed(lost.filter(({ was }) => was === 'level').length, 'level with it'),
    behind(names('below', 'level'), 'it pulled clear of'),
  ];
  const rose = row.best < earlier.best || (row.best === earlier.best && row.worst < earlier.worst);
  const causes = (
    rose ? [...better, ...tighter, ...worse, ...looser] : [...worse, ...looser, ...better, ...tighter]
  ).filter(Boolean);
  const [weightiest = '', ...others] = causes;
  const parts = [weightiest, overlaps ? widthReason(row, earlier, now, old) : '', ...others]
    .filter(Boolean)
    .slice(0, 2);
  return parts.length === 0 && overlaps ? 'the two ranges overlap' : parts.join('; ');
}

/** A change of the interval's width, where it alone can explain that one range of ranks holds the other. */
function widthReason(row: BoardRow, earlier: BoardRow, now: Edition, old: Edition): string {
  const [width, oldWidth] = [row, earlier].map(({ lower, upper }) =>
    lower === undefined || upper === undefined ? undefined : upper - lower,
  );
  if (width === undefined || oldWidth === undefined) return '';
  const [range, oldRange] = [ranksAmongBoth(row, now, old), ranksAmongBoth(earlier, old, now)];
  const holds = (outer: RankRange, inner: RankRange): boolean =>
    outer.best <= inner.best && outer.worst >= inner.worst && outer.worst - outer.best > inner.worst - inner.best;
  const wider = row.worst - row.best - (earlier.worst - earlier.best);
  // A tenth more or less: smaller differences do not widen a range by themselves.
  if (wider > 0 && holds(range, oldRange) && width > oldWidth * 1.1) return 'its interval grew';
  return wider < 0 && holds(oldRange, range) && width < oldWidth / 1.1 ? 'its interval shrank' : '';
}

/** `A`, `A and B`, `A and two others`. */
function someOf(names: readonly string[]): string {
  return names.length < 3 ? listed(names) : `${names[0] ?? ''} and ${inWords(names.length - 1)} others`;
}

const phrase = (names: readonly string[], verb: string): string =>
  names.length === 0 ? '' : `${someOf(names)} ${verb}`;
const behind = (names: readonly string[], verb: string): string =>
  names.length === 0 ? '' : `${verb} ${someOf(names)}`;

function arrived(names: readonly string[], where: string): string {
  if (names.length === 0) return '';
  return names.length === 1
    ? `${names[0] ?? ''}, which is new, is ${where}`
    : `${inWords(names.length)} new entries are ${where}`;
}

function departed(count: number, where: string): string {
  return count === 0 ? '' : `${counted(count, 'entry', 'entries')} ${where} ${count === 1 ? 'is' : 'are'} gone`;
}

/**
 * The ranks that an entry would have among the entries of both editions only.
 * @param row an entry of both editions
 * @param edition where it is
 * @param other the other one of the two
 */
export function ranksAmongBoth(row: BoardRow, edition: Edition, other: Edition): RankRange {
  const both = [...edition.rows.values()].filter(({ key }) => other.rows.has(key));
  const count = (standing: Standing): number =>
    both.filter((candidate) => candidate.key !== row.key && edition.compare(candidate, row) === standing).length;
  const best = 1 + count('above');
  // Where a rank is certain, entries level with it only share its place.
  return { best, worst: row.best === row.worst ? best : both.length - count('below') };
}
