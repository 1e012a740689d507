import { competitionRanks, type Scored } from '../board/ranks.ts';

/** What one edition of an independent board says of models: their best scores. */
export interface Evidence {
  /** The publisher; each has one voice for every pair. */
  publisher: string;
  /** YYYY-MM-DD */
  date: string;
  /** Best score of each model, larger is better. */
  scores: ReadonlyMap<string, Scored>;
}

/** A model's place by consensus. */
export interface Placed {
  model: string;
  rank: number;
  /** Models that more publishers put behind it than ahead of it. */
  ahead: number;
  /** Models that more publishers put ahead of it than behind it. */
  behind: number;
  /** Models with which at least one publisher compares it. */
  compared: number;
  /** Each publisher's own part: how many placed models it puts decisively behind and ahead. */
  parts: { publisher: string; ahead: number; behind: number }[];
}

/** The outcome of a consensus. */
export interface Consensus {
  /** Best first. */
  placed: Placed[];
  /** Models known to fewer than two publishers. */
  notPlaced: string[];
}

/** What one publisher says of every pair of models: 1 when it puts the first decisively ahead, -1 for the reverse, 0 for neither. */
export interface Voice {
  publisher: string;
  /** By index of the models; undefined where the publisher does not list both. */
  verdicts: readonly (readonly (number | undefined)[])[];
}

/** Publishers that must know a model before it is placed. */
const enough = 2;

/**
 * Places models by the consensus of independent publishers. A is ahead of B when more publishers put A decisively ahead
 * (intervals apart, or score ahead where one has no interval) than the reverse; a publisher speaks through its newest
 * edition that lists both. Models are placed by the share `(ahead - behind) / compared`; equal shares tie.
 *
 * This is Copeland's method for incomplete comparisons. The plain difference `ahead - behind` would put a model above one
 * that beats it, only because more old models can be compared with it.
 * @param evidence editions of all publishers, in any order
 * @see https://en.wikipedia.org/wiki/Copeland%27s_method
 */
export function consensus(evidence: readonly Evidence[]): Consensus {
  const known = new Map<string, Set<string>>();
  for (const { publisher, scores } of evidence)
    for (const model of scores.keys()) known.set(model, (known.get(model) ?? new Set()).add(publisher));
  const models = [...known.keys()].sort();
  const contenders = models.filter((model) => (known.get(model)?.size ?? 0) >= enough);
  return {
    placed: placeByVoices(contenders, voicesOf(evidence, contenders)),
    notPlaced: models.filter((model) => !contenders.includes(model)),
  };
}

/** What each publisher says of every pair of some models, the publisher with the newest edition first. */
export function voicesOf(evidence: readonly Evidence[], models: readonly string[]): Voice[] {
  const newestFirst = [...evidence].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return [...Map.groupBy(newestFirst, ({ publisher }) => publisher)].map(([publisher, editions]) => {
    const scores = editions.map((edition) => models.map((model) => edition.scores.get(model)));
    return { publisher, verdicts: models.map((_, one) => models.map((__, other) => verdictOf(scores, one, other))) };
  });
}

/**
 * Places models by what publishers say of their pairs.
 * @param weights of the voices, in their order; equal ones when left out
 * @returns best first; models that nobody compares have the share 0
 */
export function placeByVoices(
  models: readonly string[],
  voices: readonly Voice[],
  weights: readonly number[] = voices.map(() => 1),
): Placed[] {
  const unranked = models.map((model, index) => tally(model, index, models.length, voices, weights));
  const ranks = competitionRanks(unranked.map(share));
  return unranked
    .map((entry, index) => ({ ...entry, rank: ranks[index] ?? 0 }))
    .sort((a, b) => a.rank - b.rank || (a.model < b.model ? -1 : 1));
}

/**
 * Places only the models that the voices with a weight compare with at least half of the others: a place among few says
 * nothing about all.
 */
export function placeCompared(
  models: readonly string[],
  voices: readonly Voice[],
  weights: readonly number[],
): Placed[] {
  const compared = placeByVoices(models, voices, weights).filter((entry) => entry.compared >= (models.length - 1) / 2);
  const ranks = competitionRanks(compared.map(share));
  return compared.map((entry, index) => ({ ...entry, rank: ranks[index] ?? 0 }));
}

/**
 * The share by which models are placed, `(ahead - behind) / compared`, from -1 to 1.
 * Rounded, so that equal fractions are equal numbers.
 */
const share = ({ ahead, behind, compared }: Omit<Placed, 'rank'>): number =>
  compared === 0 ? 0 : Math.round(((ahead - behind) / compared) * 1e9) / 1e9;

function tally(
  model: string,
  index: number,
  size: number,
  voices: readonly Voice[],
  weights: readonly number[],
): Omit<Placed, 'rank'> {
  const parts = voices.map(({ publisher }) => ({ publisher, ahead: 0, behind: 0 }));
  let [ahead, behind, compared] = [0, 0, 0];
  for (let other = 0; other < size; other += 1) {
    let [sum, isCompared] = [0, false];
    for (const [voice, { verdicts }] of voices.entries()) {
      const verdict = other === index ? undefined : verdicts[index]?.[other];
      const [part, weight] = [parts[voice], weights[voice] ?? 0];
      if (verdict === undefined || !part || weight === 0) continue;
      isCompared = true;
      sum += weight * verdict;
      if (verdict === 1) part.ahead += 1;
      if (verdict === -1) part.behind += 1;
    }
    if (isCompared) compared += 1;
    if (sum > 0) ahead += 1;
    if (sum < 0) behind += 1;
  }
  return { model, ahead, behind, compared, parts };
}

/** What the newest edition that lists both models says of them. */
function verdictOf(
  editions: readonly (readonly (Scored | undefined)[])[],
  one: number,
  other: number,
): number | undefined {
  for (const scores of editions) {
    const [a, b] = [scores[one], scores[other]];
    if (a && b) return compare(a, b);
  }
  return undefined;
}

function compare(a: Scored, b: Scored): number {
  const measured = a.lower !== undefined && a.upper !== undefined && b.lower !== undefined && b.upper !== undefined;
  if (!measured) return Math.sign(a.score - b.score);
  if ((a.lower ?? 0) > (b.upper ?? 0)) return 1;
  return (b.lower ?? 0) > (a.upper ?? 0) ? -1 : 0;
}

const signs = ['-', '0', '+'] as const;

/** What a publisher says of every pair of models, as text: a line for each model, `.` where it does not list both. */
export function encodeVerdicts(verdicts: readonly (readonly (number | undefined)[])[]): string[] {
  return verdicts.map((row) => row.map((verdict) => (verdict === undefined ? '.' : signs[verdict + 1])).join(''));
}

/** The reverse of {@link encodeVerdicts}. */
export function decodeVerdicts(lines: readonly string[]): (number | undefined)[][] {
  return lines.map((line) =>
    [...line].map((sign) => (sign === '.' ? undefined : signs.indexOf(sign as (typeof signs)[number]) - 1)),
  );
}
