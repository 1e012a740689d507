import { comparePath } from '#domain/site/addresses';
import { isHidden } from '#domain/stories/embargo';
import { compareModels, type CompareData, type ComparedRow, type Comparison } from '#domain/models/compare';
import type { Fact, ModelCard } from '#domain/models/model';
import type { Board, BoardRow } from '#domain/ranking/board/leaderboard';
import { bestEntry } from '#domain/ranking/movement/trend';
import type { Link } from '#domain/stories/story';
import { need, type Catalogue } from '../catalogue.ts';
import { latestBoard, latestBoards } from '../leaderboards/leaderboards.ts';
import { allModels } from './models.ts';

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

const dataOf = new WeakMap<Catalogue, CompareData>();

/** What comparisons show, of all models: those of the board of the strip first, by rank, then the others by name. */
export function compareData(catalogue: Catalogue): CompareData {
  let data = dataOf.get(catalogue);
  if (!data) {
    const cards = rankedFirst(catalogue);
    data = {
      labels: inOrder(cards[0]?.facts ?? []).map(({ label }) => label),
      models: cards.map(({ id, name, path, provider, facts }) => ({
        id,
        name,
        path,
        maker: provider?.label,
        aliases: otherNames(id, catalogue),
        facts: inOrder(facts).map(({ value, short = value }) => short ?? null),
      })),
      boards: latestBoards(catalogue).map((board) => ({
        label: board.name,
        path: board.path,
        date: board.date,
        rows: Object.fromEntries(
          cards.flatMap(({ id }) => {
            const row = bestEntry(board.rows, id);
            return row ? [[id, comparedRow(row, board.rows.indexOf(row))]] : [];
          }),
        ),
      })),
    };
    dataOf.set(catalogue, data);
  }
  return data;
}

/** What decides for most readers. */
const decisive = ['Price of a second', 'Native sound', 'Longest clip', 'Resolution', 'Makes', 'Open weights'];

/** Facts that decide first, then the others in their own order. */
const inOrder = (facts: readonly Fact[]): Fact[] => [
  ...decisive.flatMap((label) => facts.filter((fact) => fact.label === label)),
  ...facts.filter(({ label }) => !decisive.includes(label)),
];

function rankedFirst(catalogue: Catalogue): ModelCard[] {
  const places = [...new Set(latestBoard(catalogue.site.strip.board, catalogue)?.rows.map(({ modelId }) => modelId))];
  const placeOf = ({ id }: ModelCard): number => (places.includes(id) ? places.indexOf(id) : places.length);
  return allModels(catalogue).sort((a, b) => placeOf(a) - placeOf(b));
}

/** Names of a model besides its own, for looking it up. */
export function otherNames(id: string, { models }: Catalogue): string[] {
  const { name, aliases, listedAs } = need(models, id, 'a list of models').data;
  return [...new Set([...aliases.map((alias) => alias.name), ...listedAs])].filter((other) => other !== name);
}

const comparedRow = (
  { name, best, worst, shared, score, lower, upper, consensus }: BoardRow,
  place: number,
): ComparedRow => ({
  name,
  place,
  best,
  worst,
  shared,
  ...(consensus ? { consensus: true } : { score, lower, upper }),
});

/** Two models side by side, on every board that lists both. */
export const comparison = (pair: readonly string[], catalogue: Catalogue): Comparison =>
  compareModels(compareData(catalogue), pair);

/**
 * Pairs that many ask for: those of reviews, then those of the first models of the board of the strip.
 * @param first how many models of the board are paired
 */
export function wantedPairs(first: number, catalogue: Catalogue): Link[] {
  const board = latestBoard(catalogue.site.strip.board, catalogue);
  const leading = board ? [...new Set(board.rows.map(({ modelId }) => modelId))].slice(0, first) : [];
  const pairs = [...pairsAmong(leading), ...reviewedPairs(catalogue)];
  const known = new Set(comparedPairs(catalogue).map((pair) => pair.join()));
  return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()]
    .filter((pair) => known.has(pair.join()))
    .map((pair) => pairLink(pair, catalogue));
}

/** A link to a comparison, named after both models. */
export const pairLink = ([a, b]: readonly [string, string], { models }: Catalogue): Link => ({
  label: `${models.get(a)?.data.name ?? ''} and ${models.get(b)?.data.name ?? ''}`,
  path: comparePath(a, b),
});

/** Links to every comparison with a model. */
export function comparisonsWith(id: string, catalogue: Catalogue): Link[] {
  return comparedPairs(catalogue)
    .filter((pair) => pair.includes(id))
    .map(([a, b]) => ({ label: catalogue.models.get(a === id ? b : a)?.data.name ?? '', path: comparePath(a, b) }));
}
