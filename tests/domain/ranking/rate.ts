import { rateVotes, type Anchor, type Ratings } from '#domain/ranking/ratings/ratings';
import { PairCounter, type Comparisons, type Vote } from '#domain/ranking/ratings/votes';

/** Votes counted by pair. */
export function countPairs(votes: readonly Vote[]): Comparisons {
  const counter = new PairCounter();
  for (const vote of votes) counter.add(vote);
  return counter.comparisons();
}

/** Ratings of a list of votes. */
export const rate = (votes: readonly Vote[], anchor?: Anchor): Ratings => rateVotes(countPairs(votes), anchor);
