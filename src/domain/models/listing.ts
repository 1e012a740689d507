import { boardSorts, sortedBy, type BoardSort, type SortableRow } from '../ranking/board/board-views.ts';
import {
  choiceOf,
  isChosen,
  paramsOf,
  priceFor,
  type Choice,
  type ChoosableModel,
} from '../ranking/consensus/choice.ts';
import { isNamed, type NamedModel } from './lookup.ts';
import type { BoardRow } from '../ranking/board/leaderboard.ts';
import type { RankTrend } from '../ranking/movement/trend.ts';
import type { Day } from '../text/dates.ts';
import type { Link } from '../stories/story.ts';

/** What a model is filtered and sorted by in the list of all models. */
export interface ListedModel extends ChoosableModel, NamedModel, SortableRow {
  /** Best and worst rank on the board of the list; undefined for one that is not ranked. */
  best?: number | undefined;
  worst?: number | undefined;
}

/** A model in the list of all models. */
export interface ModelRow {
  id: string;
  path: string;
  provider?: Link | undefined;
  released?: Day | undefined;
  rank?: Pick<BoardRow, 'best' | 'worst' | 'shared'> | undefined;
  /** Ranks over time, where a board has listed it in several editions. */
  trend?: RankTrend | undefined;
  listed: ListedModel;
}

/** All models for their list. */
export interface ModelListing {
  /** The board by which models are ranked; undefined where there is none. */
  board?: (Link & { date: Day; finding: string }) | undefined;
  /** The board of the ranks over time. */
  trendBoard?: Link | undefined;
  /** Comparison of the first two. */
  firstTwo?: Link | undefined;
  /** Best first. */
  ranked: ModelRow[];
  /** Newest first. */
  unranked: ModelRow[];
  /** Pages of a board that show some of its models, for readers without script. */
  choices: Link[];
}

/** Models that hold, or may hold, some of the ranks. */
export interface RankGroup {
  id: string;
  label: string;
  keep: (model: Pick<ListedModel, 'best' | 'worst'>) => boolean;
}

export const rankGroups: readonly RankGroup[] = [
  { id: 'first', label: 'may be first', keep: ({ best }) => best === 1 },
  { id: 'ten', label: 'may be in the first ten', keep: ({ best = Infinity }) => best <= 10 },
  { id: 'ranked', label: 'ranked', keep: ({ best }) => best !== undefined },
];

/** Orders of the list besides the one by rank: those of boards for which every model may have a value. */
export const listingSorts: readonly BoardSort[] = ['price', 'released', 'clip', 'model'].flatMap(
  (wanted) => boardSorts.find(({ id }) => id === wanted) ?? [],
);

/** What a reader wants to see of the list. */
export interface ListingChoice {
  must: Choice;
  /** Words of a name. */
  query: string;
  ranks?: RankGroup | undefined;
  /** By rank when left out. */
  sort?: BoardSort | undefined;
}

/** The choice of an address; what makes no sense in it counts as not wanted. */
export const listingChoiceOf = (params: URLSearchParams): ListingChoice => ({
  must: choiceOf(params, []),
  query: params.get('name')?.trim() ?? '',
  ranks: rankGroups.find(({ id }) => id === params.get('ranks')),
  sort: listingSorts.find(({ id }) => id === params.get('sort')),
});

/** A choice as it is in an address, without what is not wanted. */
export function listingParamsOf({ must, query, ranks, sort }: ListingChoice): URLSearchParams {
  const params = paramsOf(must, []);
  if (query !== '') params.set('name', query);
  if (ranks) params.set('ranks', ranks.id);
  if (sort) params.set('sort', sort.id);
  return params;
}

/** True for a model that the list shows. */
export const isListed = (model: ListedModel, { must, query, ranks }: ListingChoice): boolean =>
  isChosen(model, must) && (ranks?.keep(model) ?? true) && isNamed(model, query);

/**
 * Models in the order of a choice; the price is that of what is wanted.
 * @param models by rank, those without one last
 */
export const sortedListing = <Model extends ListedModel>(
  models: readonly Model[],
  { must, sort }: Pick<ListingChoice, 'must' | 'sort'>,
): Model[] =>
  sort
    ? sortedBy(
        models.map((model) => ({ ...model, price: priceFor(model, must), model })),
        sort,
      ).map(({ model }) => model)
    : [...models];
