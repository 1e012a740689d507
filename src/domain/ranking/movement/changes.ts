import { reasonOfBreak, type SeriesBreak } from './series-break.ts';
import { indexed, ranksAmongBoth, reasonOfGone, reasonOfMove, reasonOfNew } from './change-reasons.ts';
import { capitalised, inWords, listed } from '../../text/numbers.ts';
import { movementOf, type Board, type BoardRow } from '../board/leaderboard.ts';

/**
 * What happened to an entry between two editions: see `movementOf` for up, down and same.
 * `apart` is in both editions, which cannot be compared.
 */
export type ChangeKind = 'new' | 'gone' | 'up' | 'down' | 'same' | 'apart';

/** One entry with its ranks in two editions. */
export interface Change {
  key: string;
  kind: ChangeKind;
  /** The entry in the later edition, or for one that is gone in the earlier one. */
  row: BoardRow;
  before?: BoardRow | undefined;
  after?: BoardRow | undefined;
  /** True for one that moved down only because new entries are above it. */
  pushed: boolean;
  /** What happened in a few words: `up 3`. */
  happened: string;
  /** Why, computed from the two editions, without capital and full stop; empty where there is nothing to add. */
  reason: string;
}

/** What is compared of an edition. */
export type ComparedEdition = Pick<Board, 'rows' | 'metric' | 'listedInAll' | 'date'>;

/** What changed from one edition to the next one. */
export interface ListedChanges {
  /** Every entry of both editions: by the later ranks, then those that are gone. */
  list: Change[];
  /** The change in two or three sentences. */
  summary: string;
  /** The change in a few words, as it is within a sentence: `ten new, two down`. */
  headline: string;
}

/** All that changed from one edition of a board to the next one. */
export interface Changes extends ListedChanges {
  board: Board;
  before: Board;
}

/** What changed between two editions of one board: see {@link listChanges}. */
export function changesBetween(board: Board, before: Board, seriesBreak?: SeriesBreak): Changes {
  return { board, before, ...listChanges(board, before, seriesBreak) };
}

/**
 * Every entry of two editions of one board with what happened to it and why.
 * @param board the later edition
 * @param before the earlier edition
 * @param seriesBreak why places cannot be compared
 */
export function listChanges(board: ComparedEdition, before: ComparedEdition, seriesBreak?: SeriesBreak): ListedChanges {
  const [now, old] = [indexed(board), indexed(before)];
  const present = board.rows.map((row): Change => {
    const entry = { key: row.key, row, after: row, pushed: false };
    const earlier = old.rows.get(row.key);
    if (!earlier) return { ...entry, kind: 'new', happened: 'new', reason: reasonOfNew(row, now, old) };
    if (seriesBreak)
      return {
        ...entry,
        kind: 'apart',
        before: earlier,
        happened: 'no longer comparable',
        reason: reasonOfBreak(seriesBreak),
      };
    const movement = movementOf(row, earlier);
    const unchanged = row.best === earlier.best && row.worst === earlier.worst;
    const happened = 'places' in movement ? `${movement.kind} ${movement.places}` : unchanged ? 'same' : 'no sure move';
    const pushed =
      movement.kind === 'down' &&
      movementOf(ranksAmongBoth(row, now, old), ranksAmongBoth(earlier, old, now)).kind !== 'down';
    return {
      ...entry,
      kind: movement.kind,
      before: earlier,
      pushed,
      happened,
      reason: unchanged ? '' : reasonOfMove(row, earlier, now, old, movement.kind === 'same'),
    };
  });
  const gone = before.rows
    .filter(({ key }) => !now.rows.has(key))
    .map((row): Change => ({
      key: row.key,
      kind: 'gone',
      row,
      before: row,
      pushed: false,
      happened: 'gone',
      reason: reasonOfGone(row, now),
    }));
  const list = [...present, ...gone];
  return {
    list,
    summary: summaryOf(list, board, before, seriesBreak),
    headline: headlineOf(list, seriesBreak !== undefined),
  };
}

function countsOf(list: readonly Change[]): Record<ChangeKind, number> {
  const counts: Record<ChangeKind, number> = { new: 0, gone: 0, up: 0, down: 0, same: 0, apart: 0 };
  for (const { kind } of list) counts[kind] += 1;
  return counts;
}

function headlineOf(list: readonly Change[], incomparable: boolean): string {
  const counts = countsOf(list);
  const parts = (['new', 'gone', 'up', 'down'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${inWords(counts[kind])} ${kind}`);
  if (incomparable) return ['no longer comparable', ...parts].join(', ');
  return parts.length === 0 ? 'nothing moved for certain' : parts.join(', ');
}

function summaryOf(
  list: readonly Change[],
  board: ComparedEdition,
  before: ComparedEdition,
  seriesBreak: SeriesBreak | undefined,
): string {
  const counts = countsOf(list);
  const are = (count: number): string => `${inWords(count)} ${count === 1 ? 'is' : 'are'}`;
  const gone = counts.gone === 0 ? '' : ` ${capitalised(are(counts.gone))} gone.`;
  if (seriesBreak) {
    const isNew = counts.new === 0 ? '' : ` Of the ${inWords(board.rows.length)} entries, ${are(counts.new)} new.`;
    return `${capitalised(reasonOfBreak(seriesBreak))}, so their ranks are no longer comparable.${isNew}${gone}`;
  }
  const parts = [
    counts.new > 0 ? `${are(counts.new)} new` : '',
    counts.up > 0 ? `${inWords(counts.up)} moved up` : '',
    counts.down > 0 ? `${inWords(counts.down)} moved down` : '',
  ].filter(Boolean);
  const still =
    counts.same === 0
      ? []
      : [`${parts.length > 0 && counts.same > 1 ? 'the other ' : ''}${inWords(counts.same)} did not move for certain`];
  const moved =
    parts.length === 0
      ? `None of the ${inWords(board.rows.length)} entries moved for certain.`
      : `Of the ${inWords(board.rows.length)} entries, ${listed([...parts, ...still])}.`;
  return `${firstPositions(board, before)} ${moved}${pushedSentence(list)}${gone}`;
}

/** How many entries moved down only because new ones are above them: a sentence after a space, or nothing. */
export function pushedSentence(list: readonly Change[]): string {
  const { down } = countsOf(list);
  const pushed = list.filter((change) => change.pushed).length;
  if (pushed === 0) return '';
  if (down === 1) return ' It moved down only because new entries are above it.';
  const share = pushed < down ? capitalised(inWords(pushed)) : down === 2 ? 'Both' : 'All';
  return ` ${share} of those that moved down did so only because new entries are above them.`;
}

/** Who may be first in both editions. */
function firstPositions(board: ComparedEdition, before: ComparedEdition): string {
  const [now, old] = [board, before].map(({ rows }) => rows.filter(({ best }) => best === 1));
  const keys = (rows: readonly BoardRow[] = []): string =>
    rows
      .map(({ key }) => key)
      .sort()
      .join('\n');
  if (keys(now) === keys(old)) return `In both editions ${holders(now, board, false)}.`;
  return `On ${before.date.text} ${holders(old, before, true)}; on ${board.date.text} ${holders(now, board, false)}.`;
}

function holders(rows: readonly BoardRow[] = [], { listedInAll }: ComparedEdition, past: boolean): string {
  const names = listed(rows.map(({ name }) => name));
  const shown = listedInAll === undefined ? '' : ' of the models shown';
  if (rows.length === 1) return `${names} ${past ? 'was' : 'is'} first${shown}`;
  if (rows.every(({ worst }) => worst === 1)) return `${names} ${past ? 'shared' : 'share'} the first place${shown}`;
  return `${names} ${past ? 'might' : 'may'} each be first${shown}`;
}
