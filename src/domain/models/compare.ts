import type { Day } from '../text/dates.ts';
import { rankText, type BoardRow } from '../ranking/board/leaderboard.ts';
import { pairChance } from '../ranking/inference/pair-chance.ts';
import { percentText } from '../text/numbers.ts';
import type { NamedModel } from './lookup.ts';
import type { Link } from '../stories/story.ts';

/** Entry of a model on a board, as far as comparisons show it. */
export type ComparedRow = Pick<BoardRow, 'name' | 'best' | 'worst' | 'shared' | 'score' | 'lower' | 'upper'> & {
  /** Index on the board, from the best; by it, entries with the same ranks are in order. */
  place: number;
  /** There where several boards decided. */
  consensus?: unknown;
};

/** A model with the facts that are compared. */
export interface ComparedModel extends NamedModel {
  id: string;
  path: string;
  /** In the order of {@link CompareData.labels}; null is not published. */
  facts: readonly (string | null)[];
}

/** A board with the best entry of each model. */
export interface ComparedBoard extends Link {
  date: Day;
  /** By model id. */
  rows: Readonly<Record<string, ComparedRow>>;
}

/** All that any comparison shows, of every model. */
export interface CompareData {
  labels: readonly string[];
  /** Ranked ones first. */
  models: readonly ComparedModel[];
  boards: readonly ComparedBoard[];
}

/** A fact of the models of a comparison. */
export interface ComparedFact {
  label: string;
  /** In the order of the models; null is not published. */
  values: readonly (string | null)[];
}

/** Some models side by side. */
export interface Comparison {
  models: ComparedModel[];
  /** Boards that list at least two of them. */
  boards: {
    board: Link;
    date: Day;
    /** In the order of the models. */
    rows: (ComparedRow | undefined)[];
    /** What the board says of each pair that it lists. */
    verdicts: string[];
  }[];
  /** Facts in which they differ for certain, in which some are not published, and in which all agree. */
  facts: { differ: ComparedFact[]; partly: ComparedFact[]; same: ComparedFact[] };
  /** Facts that nobody published of any of them. */
  unknown: string[];
}

/** How many models can be compared. */
export const comparisonSize = { least: 2, most: 4 } as const;

/** Headings of the facts of a comparison, in their order. */
export const factGroups = [
  ['differ', 'Where they differ'],
  ['partly', 'Not published for all'],
  ['same', 'Where they agree'],
] as const;

/**
 * Models side by side.
 * @param ids at least one; what is no model, and what is more than {@link comparisonSize} allows, is left out
 */
export function compareModels(data: CompareData, ids: readonly string[]): Comparison {
  const models = [...new Set(ids)]
    .flatMap((id) => data.models.find((model) => model.id === id) ?? [])
    .slice(0, comparisonSize.most);
  const facts = data.labels.map((label, index) => ({
    label,
    values: models.map((model) => model.facts[index] ?? null),
  }));
  const inGroup = (group: FactGroup): ComparedFact[] => facts.filter(({ values }) => groupOf(values) === group);
  return {
    models,
    boards: data.boards.flatMap(({ label, path, date, rows }) => {
      const shown = models.map(({ id }) => rows[id]);
      const verdicts = shown.flatMap((a, index) =>
        shown.slice(index + 1).flatMap((b) => (a && b ? [verdictOn(a, b)] : [])),
      );
      return verdicts.length === 0 ? [] : [{ board: { label, path }, date, rows: shown, verdicts }];
    }),
    facts: { differ: inGroup('differ'), partly: inGroup('partly'), same: inGroup('same') },
    unknown: inGroup('unknown').map(({ label }) => label),
  };
}

type FactGroup = 'differ' | 'partly' | 'same' | 'unknown';

function groupOf(values: readonly (string | null)[]): FactGroup {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return 'unknown';
  if (new Set(known).size > 1) return 'differ';
  return known.length < values.length ? 'partly' : 'same';
}

/**
 * What a board says of two models, and how surely, in a sentence. Ranks and places decide who is ahead, since on some boards less
 * is better.
 */
export function verdictOn(a: ComparedRow, b: ComparedRow): string {
  const [higher, lower] = inRankOrder(a, b);
  const hasIntervals = a.lower !== undefined && b.lower !== undefined;
  if (a.best === b.best && a.worst === b.worst && !hasIntervals)
    return `${higher.name} and ${lower.name} both hold rank ${rankText(a)}.`;
  if (a.consensus) return `All boards together place ${higher.name} above ${lower.name}.`;
  if (hasIntervals) {
    const chance = percentText(chanceOf(a, b));
    return areApart(a, b)
      ? `${higher.name} is ahead of ${lower.name}: ${chance}.`
      : `Not decided: ${higher.name} is ahead of ${lower.name} with a chance of ${chance}.`;
  }
  return a.score === undefined
    ? `${higher.name} is placed above ${lower.name}.`
    : `${higher.name} has a better score than ${lower.name}; the board gives no interval.`;
}

/** Two entries, the one that is placed higher first. */
const inRankOrder = (a: ComparedRow, b: ComparedRow): [ComparedRow, ComparedRow] =>
  (a.best - b.best || a.worst - b.worst || a.place - b.place) <= 0 ? [a, b] : [b, a];

/** The chance that the better of two scores is truly the better one, whichever that is. */
function chanceOf(a: ComparedRow, b: ComparedRow): number {
  const halves = [a, b].map(({ lower = 0, upper = 0 }) => (upper - lower) / 2);
  return pairChance(Math.abs((a.score ?? 0) - (b.score ?? 0)), Math.hypot(...halves) / 1.96);
}

/** True when two intervals have no point in common. */
export function areApart(a: Pick<BoardRow, 'lower' | 'upper'>, b: Pick<BoardRow, 'lower' | 'upper'>): boolean {
  if (a.lower === undefined || a.upper === undefined || b.lower === undefined || b.upper === undefined) return false;
  return a.lower > b.upper || b.lower > a.upper;
}

type Ranges = Pick<BoardRow, 'best' | 'worst' | 'lower' | 'upper'>;

/** True when a board cannot distinguish two models. */
export function cannotBeKnown(a: Ranges, b: Ranges): boolean {
  if (a.lower === undefined || b.lower === undefined) return a.best === b.best && a.worst === b.worst;
  return !areApart(a, b);
}
