import { rateVotes, type Anchor, type Ratings } from '#domain/ranking/ratings/ratings';
import { RatingError } from '#domain/ranking/ratings/votes';
import type { Problem } from './problem.ts';
import { readVotes, type VoteColumns } from './votes.ts';
import type { Position } from './files/yaml.ts';

/** How the votes of an edition are rated. */
export interface VotedRecipe {
  columns?: VoteColumns | undefined;
  anchor?: Anchor | undefined;
}

/** Ratings of the votes, or what is wrong with them. */
export interface RatedFile {
  /** undefined where there are problems. */
  ratings?: Ratings;
  /** How many votes the file has. */
  votes: number;
  problems: Problem[];
  /** Where the file names a model first. */
  positionOf: (model: string) => Position;
}

/** The columns of a file of votes, unless an edition names others. */
export const usualColumns: VoteColumns = { left: 'left', right: 'right', winner: 'winner' };

/**
 * Rates the votes of a file.
 * @param file path for problems
 */
export function ratingsOf(bytes: Uint8Array, file: string, { columns = usualColumns, anchor }: VotedRecipe): RatedFile {
  const { comparisons, count, firstPositions, problems } = readVotes(bytes, file, columns);
  const positionOf = (model: string): Position => firstPositions.get(model) ?? { line: 1, column: 1 };
  const result = { votes: count, problems, positionOf };
  if (problems.length > 0) return result;
  try {
    return { ...result, ratings: rateVotes(comparisons, anchor) };
  } catch (error) {
    if (!(error instanceof RatingError)) throw error;
    return {
      ...result,
      problems: [{ file, ...positionOf(error.models[0] ?? ''), what: error.what, write: error.write }],
    };
  }
}
