import { comparePath } from '#domain/site/addresses';
import { isHidden } from '#domain/stories/embargo';
import { verdictOn, type Comparison, type SharedBoard } from '#domain/models/compare';
import type { Board, BoardRow } from '#domain/ranking/leaderboard';
import type { Link } from '#domain/stories/story';
import type { Catalogue } from '../catalogue.ts';
import { latestBoards } from '../leaderboards/leaderboards.ts';
import { modelCard } from './models.ts';

/** Models of a board that are compared pair by pair. */
const firstModels = 10;

const pairsOf = new WeakMap<Catalogue, [string, string][]>();

/**
 * Pairs of models that share a board that is kept, and are among its first ten, and pairs that a review compares; each pair
 * once, by id.
 */
export function comparedPairs(catalogue: Catalogue): [string, string][] {
  let pairs = pairsOf.get(catalogue);
  if (!pairs) {
    const onBoards = latestBoards(catalogue)
      .filter(({ history }) => !history)
      .flatMap((board) => pairsAmong(firstOf(board)));
    const found = [...onBoards, ...reviewedPairs(catalogue)];
    pairs = [...new Map(found.map((pair) => [pair.join(), pair])).values()].sort((a, b) =>
      a.join() < b.join() ? -1 : 1,
    );
    pairsOf.set(catalogue, pairs);
  }
  return pairs;
}

const firstOf = ({ rows }: Board): string[] => [...new Set(rows.map(({ modelId }) => modelId))].slice(0, firstModels);

/** The model of a review with each of the models that the review names. */
const reviewedPairs = ({ reviews, now }: Catalogue): [string, string][] =>
  reviews
    .filter(({ data }) => !isHidden(data, now))
    .flatMap(({ data }) => data.models.filter((id) => id !== data.model).flatMap((id) => pairsAmong([data.model, id])));

function pairsAmong(models: readonly string[]): [string, string][] {
  const sorted = [...models].sort();
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b): [string, string] => [a, b]));
}

/** Two models side by side, on every board that lists both. */
export function comparison([a, b]: [string, string], catalogue: Catalogue): Comparison {
  const from = 'the comparisons';
  return {
    path: comparePath(a, b),
    models: [modelCard(a, catalogue, from), modelCard(b, catalogue, from)],
    boards: latestBoards(catalogue).flatMap((board) => sharedBoard(board, a, b) ?? []),
  };
}

function sharedBoard(board: Board, a: string, b: string): SharedBoard | undefined {
  const best = (model: string): BoardRow | undefined => board.rows.find(({ modelId }) => modelId === model);
  const [left, right] = [best(a), best(b)];
  return (
    left &&
    right && {
      board: { label: board.name, path: board.path },
      date: board.date,
      rows: [left, right],
      verdict: verdictOn(left, right),
    }
  );
}

/** Links to every comparison with a model. */
export function comparisonsWith(id: string, catalogue: Catalogue): Link[] {
  return comparedPairs(catalogue)
    .filter((pair) => pair.includes(id))
    .map(([a, b]) => ({ label: catalogue.models.get(a === id ? b : a)?.data.name ?? '', path: comparePath(a, b) }));
}
