import type { SeriesBreak } from '../movement/series-break.ts';
import type { Day } from '../../text/dates.ts';
import { capitalised, counted, inWords, listed, percentText, withCommas } from '../../text/numbers.ts';
import type { RankRange } from './ranks.ts';
import type { Link, Source } from '../../stories/story.ts';

/** How an entry moved since the edition before. */
export type Movement = { kind: 'new' } | { kind: 'same' } | { kind: 'up' | 'down'; places: number };

/** One line of a board. */
export interface BoardRow extends RankRange {
  /** Unique within the edition. */
  key: string;
  /** The variant as readers know it. */
  name: string;
  modelId: string;
  model: Link;
  provider?: Link | undefined;
  /** True when another entry holds the same ranks. */
  shared: boolean;
  score?: number | undefined;
  lower?: number | undefined;
  upper?: number | undefined;
  votes?: number | undefined;
  /** Chance to have the highest true score; by consensus, share of the draws in which no model is placed higher. */
  first?: number | undefined;
  /** How the place came about, where several boards decided. */
  consensus?:
    | {
        rank: number;
        ahead: number;
        behind: number;
        compared: number;
        parts: { publisher: string; ahead: number; behind: number }[];
      }
    | undefined;
  /** undefined when there is no edition before, or none to compare with. */
  movement?: Movement | undefined;
  /** Too few votes or too wide an interval for a settled score. */
  provisional: boolean;
  /** Facts of the model, not results. */
  openWeights?: boolean | undefined;
  licence?: string | undefined;
  released?: Day | undefined;
  sound?: boolean | undefined;
  imageToVideo: boolean;
  /** Longest clip, in seconds. */
  seconds?: number | undefined;
  /** Lowest known price of a second, in US dollars. */
  price?: number | undefined;
  /** The same with sound; see `lowestPriceWithSound`. */
  soundPrice?: number | undefined;
}

/** A score's name, unit and shown digits. */
export interface Metric {
  name: string;
  unit: string;
  decimals: number;
}

/** The ends of the common scale on which intervals are drawn. */
export interface Scale {
  from: number;
  to: number;
}

/** What the scores of an edition say of its ranks all together. */
export interface ScoreInference {
  kind: 'scores';
  /** How often the edition was simulated. */
  draws: number;
  /** Longest runs of neighbours, none of whom is ahead of another: first and last row, from 0. */
  groups: readonly (readonly [first: number, last: number])[];
  /** How many neighbours are distinguished. */
  settled: number;
  /** Chance of each of the first rows to be ahead of each other one. */
  pairs: readonly (readonly number[])[];
}

/** How a consensus depends on its sources. */
export interface ConsensusInference {
  kind: 'consensus';
  draws: number;
  /** Places by model id when a publisher is left out. */
  without: readonly { publisher: string; ranks: Readonly<Record<string, number>> }[];
  /** What each publisher says of every pair of rows, as text; see `encodeVerdicts`. */
  voices: readonly { publisher: string; verdicts: readonly string[] }[];
}

/** One edition of a board, finished for the page. */
export interface Board {
  id: string;
  /** The file of the edition, from the root of the repository. */
  file: string;
  name: string;
  shortName: string;
  path: string;
  date: Day;
  kind: 'editorial' | 'scored' | 'voted' | 'consensus';
  measures: string;
  method: string;
  by: { name: string; url: string };
  metric?: Metric | undefined;
  /** True when scores of its editions share one scale. */
  comparable: boolean;
  scale?: Scale | undefined;
  rows: BoardRow[];
  /** undefined for ranks by judgement, and for scores without intervals. */
  inference?: ScoreInference | ConsensusInference | undefined;
  /** The computed sentence above the table. */
  finding: string;
  /** The finding in a few words, as it is within a sentence: `four models may be first`. */
  headline: string;
  note?: string | undefined;
  source: Source;
  licence: { name: string; url?: string | undefined; credit: string; redistribute: boolean };
  history: boolean;
  /** Every edition, newest first. */
  editions: { date: Day; path: string }[];
  /** How many entries the board itself lists, when only some of them are known here. */
  listedInAll?: number | undefined;
  /** Date of the edition that movement is counted from. */
  before?: Day | undefined;
  latest: boolean;
  /** Why places cannot be compared with those of the edition before; undefined where they can, or where there is none. */
  seriesBreak?: SeriesBreak | undefined;
  /** Boards on which a consensus rests. */
  evidence: { publisher: string; label: string; address: string; date: Day }[];
  /** Models that a consensus could not place. */
  notPlaced: Link[];
  /** Days since the edition, when that is longer than the board's own pace. */
  staleDays?: number | undefined;
}

/** The rank as text: `3`, or `1–4` where the intervals allow several. */
export function rankText({ best, worst }: RankRange): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}

/** The rank in a short list, where tied places carry a sign: `=1`. A range says itself that others may hold its places. */
export function shortRank(row: Pick<BoardRow, 'best' | 'worst' | 'shared'>): string {
  return `${isTied(row) ? '=' : ''}${rankText(row)}`;
}

/** True when another entry holds the same one rank. */
export function isTied({ best, worst, shared }: Pick<BoardRow, 'best' | 'worst' | 'shared'>): boolean {
  return shared && best === worst;
}

/** The rank in words for those who hear it: `tied for rank 1`, `rank 1 to 4`. */
export function spokenRank(row: Pick<BoardRow, 'best' | 'worst' | 'shared'>): string {
  if (row.best !== row.worst) return `rank ${row.best} to ${row.worst}`;
  return row.shared ? `tied for rank ${row.best}` : `rank ${row.best}`;
}

/** How many places the page of a board has, for a link to it. */
export const allPlaces = ({ rows, listedInAll }: Pick<Board, 'rows' | 'listedInAll'>): string =>
  listedInAll === undefined ? `All ${rows.length} places` : `All ${rows.length} shown`;

/**
 * Movement since the edition before. A range has moved only when it is wholly above or below the old one.
 * @param before the ranks in the edition before; undefined when the entry was not in it
 */
export function movementOf(after: RankRange, before: RankRange | undefined): Movement {
  if (before === undefined) return { kind: 'new' };
  if (after.worst < before.best) return { kind: 'up', places: before.best - after.best };
  if (after.best > before.worst) return { kind: 'down', places: after.best - before.best };
  return { kind: 'same' };
}

/**
 * What the board can say of its first place, in a sentence and in a few words.
 * @param rows entries, best first
 * @param measured false for ranks by judgement
 * @param listedInAll how many entries the board itself lists, when `rows` are only some of them
 */
export function findingOf(
  rows: readonly BoardRow[],
  measured: boolean,
  listedInAll?: number,
): Pick<Board, 'finding' | 'headline'> {
  const first = rows.filter(({ best }) => best === 1);
  const names = listed(first.map(({ name }) => name));
  const all = inWords(rows.length);
  if (listedInAll !== undefined) {
    const verb = first.length === 1 ? 'scores' : 'score';
    return {
      finding: `Of the ${all} models shown, ${names} ${verb} highest. The board lists ${inWords(listedInAll)}, so a place here is a place among the ${all}.`,
      headline: `${names} ${first.length === 1 ? 'leads' : 'lead'} the ${all} shown`,
    };
  }
  const [only] = first;
  if (rows.some(({ first: chance }) => chance !== undefined)) return chanceFinding(rows, first.length);
  if (first.length === 1 && only) {
    const reason = measured ? 'its score is higher than all others' : 'the editors put no other model next to it';
    return { finding: `${only.name} is first of the ${all}: ${reason}.`, headline: `${only.name} is first` };
  }
  return {
    finding: `${names} share the first place.`,
    headline: `${counted(first.length, 'model')} share first place`,
  };
}

/** Chance from which on the first place counts as settled, and from which on it is probable. */
const [sure, probable] = [0.95, 0.5];

/** What chances say of the first place. */
function chanceFinding(rows: readonly BoardRow[], mayBeFirst: number): Pick<Board, 'finding' | 'headline'> {
  const [leader, second] = [...rows].sort((a, b) => (b.first ?? 0) - (a.first ?? 0));
  const chance = leader?.first ?? 0;
  const name = leader?.name ?? '';
  const together = `All ${withCommas(rows.length)} ranges hold together with 95% confidence.`;
  if (mayBeFirst === 1 || chance >= sure)
    return {
      finding: `${name} is first of the ${inWords(rows.length)} (${percentText(chance)}). ${together}`,
      headline: `${name} is first`,
    };
  const next =
    second?.first !== undefined && second.first >= 0.01 ? `; ${second.name} may be (${percentText(second.first)})` : '';
  if (chance > probable)
    return {
      finding: `${name} is probably first (${percentText(chance)})${next}. ${together}`,
      headline: `${name} is probably first`,
    };
  return {
    finding: `${capitalised(inWords(mayBeFirst))} models may be first: ${name} has the best chance (${percentText(chance)})${next}. ${together}`,
    headline: `${counted(mayBeFirst, 'model')} may be first`,
  };
}

/** What a consensus can say of its first place. */
export function consensusFinding(rows: readonly BoardRow[]): Pick<Board, 'finding' | 'headline'> {
  const [leader] = rows;
  const tied = rows.filter(({ consensus }) => consensus?.rank === 1);
  if (!leader?.consensus || tied.length > 1)
    return findingOf(
      rows.map((row) => ({ ...row, first: undefined })),
      true,
    );
  const { ahead, behind, compared } = leader.consensus;
  const others = behind === 0 ? 'and behind none' : `and behind ${inWords(behind)}`;
  const chance =
    leader.first === undefined
      ? ''
      : ` It is first in ${percentText(leader.first)} of the draws from the sources' intervals.`;
  const settled = leader.worst === 1;
  return {
    finding: `${leader.name} is ${settled ? 'first' : 'placed first'} of ${inWords(rows.length)}: the boards put it ahead of ${inWords(ahead)} of the ${inWords(compared)} models that they compare it with, ${others}.${chance}`,
    headline: settled ? `${leader.name} is first` : `${leader.name} is probably first`,
  };
}

/**
 * A scale that holds every interval, with round ends.
 * @param rows entries of one board
 * @returns undefined when there are no scores
 */
export function scaleOf(rows: readonly Pick<BoardRow, 'score' | 'lower' | 'upper'>[]): Scale | undefined {
  const ends = rows
    .flatMap(({ score, lower, upper }) => [lower ?? score, upper ?? score])
    .filter((end) => end !== undefined);
  if (ends.length === 0) return undefined;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const step = roundStep(high - low);
  return { from: Math.floor(low / step) * step, to: Math.ceil(high / step) * step };
}

/** 1, 2 or 5 times a power of ten, about a twentieth of the span. */
function roundStep(span: number): number {
  const rough = Math.max(span, 1e-9) / 20;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return factor * power;
}

/** Where a value is on a scale, from 0 to 1. */
export function fractionOf(scale: Scale, value: number): number {
  return scale.to === scale.from ? 0.5 : (value - scale.from) / (scale.to - scale.from);
}
