import { randomLcg, randomNormal } from 'd3-random';
import { consensus, placeCompared, voicesOf, type Evidence, type Voice } from '../consensus/consensus.ts';
import type { RankRange } from '../board/ranks.ts';
import { drawScore, type Simulation } from './rank-inference.ts';

/** How sure a place by consensus is. */
export interface ConsensusChance extends RankRange {
  model: string;
  /** Share of the draws in which no other model is placed higher. */
  first: number;
}

/** What a consensus owes to the errors of its sources, and to each publisher. */
export interface ConsensusInference {
  /** In the order of the places. */
  chances: ConsensusChance[];
  /** Places when one publisher is left out; a model that the others hardly compare has none. */
  without: { publisher: string; ranks: Map<string, number> }[];
  /** What each publisher says of every pair of placed models, in the order of the places. */
  voices: Voice[];
}

/**
 * How places change with the errors of the sources. In every draw each score is drawn from its interval, and the consensus is
 * computed again with all publishers and without each one in turn; a range holds the middle 95% of all these places of a model.
 * Assumed: errors are normal and independent, and sources without intervals have none. A model has a place without a publisher
 * as long as the others compare it with half of the models: a place among few says nothing about all.
 * @param evidence as for {@link consensus}
 */
export function inferConsensus(evidence: readonly Evidence[], { seed, draws }: Simulation): ConsensusInference {
  const { placed } = consensus(evidence);
  const models = placed.map(({ model }) => model);
  const publishers = [...new Set(evidence.map(({ publisher }) => publisher))].sort();
  const normal = randomNormal.source(randomLcg(seed))();
  const ranksOf = (voices: readonly Voice[], left?: string): Map<string, number> => {
    const weights = voices.map(({ publisher }) => (publisher === left ? 0 : 1));
    return new Map(placeCompared(models, voices, weights).map(({ model, rank }) => [model, rank]));
  };
  const places = new Map(models.map((model): [string, number[]] => [model, []]));
  const firsts = new Map(models.map((model) => [model, 0]));
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = evidence.map((item) => ({
      ...item,
      scores: new Map([...item.scores].map(([model, scored]) => [model, drawScore(scored, normal)])),
    }));
    const voices = voicesOf(drawn, models);
    const all = ranksOf(voices);
    for (const [model, rank] of all) if (rank === 1) firsts.set(model, (firsts.get(model) ?? 0) + 1);
    for (const ranks of [all, ...publishers.map((publisher) => ranksOf(voices, publisher))])
      for (const [model, rank] of ranks) places.get(model)?.push(rank);
  }
  return {
    chances: placed.map(({ model, rank }) => {
      const [best, worst] = middleOf(places.get(model) ?? []);
      // The place itself is never outside its range.
      return {
        model,
        best: Math.min(best, rank),
        worst: Math.max(worst, rank),
        first: (firsts.get(model) ?? 0) / draws,
      };
    }),
    without: publishers.map((publisher) => ({ publisher, ranks: ranksOf(voicesOf(evidence, models), publisher) })),
    voices: voicesOf(evidence, models),
  };
}

/** The ends of the middle 95% of some numbers. */
function middleOf(numbers: readonly number[]): [number, number] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const outside = Math.floor(sorted.length * 0.025);
  return [sorted[outside] ?? 0, sorted[sorted.length - 1 - outside] ?? 0];
}
