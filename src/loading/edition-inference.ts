import { consensus, encodeVerdicts } from '#domain/ranking/consensus/consensus';
import { inferConsensus } from '#domain/ranking/inference/consensus-inference';
import {
  estimatesOfIntervals,
  estimatesOfRatings,
  inferRanks,
  orderOf,
  type Estimates,
  type Simulation,
} from '#domain/ranking/inference/rank-inference';
import { towardsHigher, type Scored } from '#domain/ranking/board/ranks';
import { digestOf } from './cache/digest.ts';
import { evidenceOfIds } from './consensus-edition.ts';
import type { Collections, Content, DataOf, Entry } from './content.ts';
import { ratingsOf } from './voted-edition.ts';

/** What {@link inferEdition} computes. */
export type Inference = DataOf<'inferences'>;

/** Fixed, so that every machine computes the same. */
export const simulations = { scores: { seed: 1, draws: 10_000 }, consensus: { seed: 1, draws: 2000 } } as const;

/** How many of the first entries are compared in pairs. */
const compared = 10;

const decimals = 4;

/** What the inference of an edition is computed from; undefined for an edition without errors to reckon with. */
export interface InferenceSource {
  /** Of all scores that go into it. */
  digest: string;
  /**
   * @returns undefined where votes are wrong, which the check reports
   * @throws Error when the scores allow no ranges
   */
  infer: (simulation?: Simulation) => Inference | undefined;
}

/** Content from which an inference is computed. */
interface InferenceContext extends Pick<Content, 'votes'> {
  collections: Pick<Collections, 'boards' | 'editions' | 'evidence'>;
}

/**
 * What a rank inference of an edition starts from.
 * @returns undefined for ranks by judgement, for scores without intervals, and where votes or sources are missing
 */
export function inferenceSource(
  edition: Entry<'editions'>,
  { collections, votes: files }: InferenceContext,
): InferenceSource | undefined {
  const { data } = edition;
  if (data.kind === 'editorial') return undefined;
  if (data.kind === 'consensus') {
    const evidence = evidenceOfIds(data.from, collections);
    if (consensus(evidence).placed.length === 0) return undefined;
    const digest = digestOf(JSON.stringify(evidence.map(({ scores, ...rest }) => ({ ...rest, scores: [...scores] }))));
    return {
      digest,
      infer: (simulation = simulations.consensus) => {
        const { chances, without, voices } = inferConsensus(evidence, simulation);
        return {
          kind: 'consensus',
          digest,
          ...simulation,
          entries: chances.map((entry) => ({ ...entry, first: rounded(entry.first) })),
          voices: voices.map(({ publisher, verdicts }) => ({ publisher, verdicts: encodeVerdicts(verdicts) })),
          without: without.map(({ publisher, ranks }) => ({ publisher, ranks: Object.fromEntries(ranks) })),
        };
      },
    };
  }
  const board = collections.boards.find(({ id }) => id === edition.id.split('/')[0]);
  const scores = data.entries.map((entry): Scored => towardsHigher(entry, board?.data.higherIsBetter ?? true));
  if (scores.every(({ lower }) => lower === undefined)) return undefined;
  const votes = data.kind === 'voted' ? files.get(votesFile(edition.file, data.votes)) : undefined;
  if (data.kind === 'voted' && votes === undefined) return undefined;
  const listed = data.entries.map((entry) => entry.listed);
  const digest = digestOf(JSON.stringify([listed, scores, votes && digestOf(votes)]));
  return {
    digest,
    infer: (simulation = simulations.scores) => {
      const estimates =
        votes && data.kind === 'voted' ? estimatesOfVotes(votes, edition.file, data) : estimatesOfIntervals(scores);
      return estimates && { kind: 'scores', digest, ...simulation, ...inferenceOf(listed, estimates, simulation) };
    },
  };
}

/** Path of the file of votes of an edition. */
export const votesFile = (edition: string, name: string): string => edition.replace(/[^/]+$/u, `votes/${name}`);

function estimatesOfVotes(
  votes: Uint8Array,
  file: string,
  data: Extract<DataOf<'editions'>, { kind: 'voted' }>,
): Estimates | undefined {
  const { ratings } = ratingsOf(votes, votesFile(file, data.votes), data);
  return ratings && estimatesOfRatings(ratings);
}

function inferenceOf(
  listed: readonly string[],
  estimates: Estimates,
  simulation: Simulation,
): Pick<Extract<Inference, { kind: 'scores' }>, 'factor' | 'coverage' | 'groups' | 'settled' | 'entries' | 'pairs'> {
  const { factor, coverage, ranges, groups, settled, first, aheadOf } = inferRanks(estimates, simulation);
  const order = orderOf(estimates.scores).slice(0, compared);
  return {
    factor,
    coverage: coverage.map(rounded),
    groups,
    settled,
    entries: listed.map((name, index) => ({
      listed: name,
      best: ranges[index]?.best ?? 1,
      worst: ranges[index]?.worst ?? listed.length,
      first: rounded(first[index] ?? 0),
    })),
    pairs: order.map((one) => order.map((other) => (one === other ? 0.5 : rounded(aheadOf(one, other))))),
  };
}

const rounded = (value: number): number => Number(value.toFixed(decimals));
