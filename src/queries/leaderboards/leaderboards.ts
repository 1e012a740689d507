import { lowestPrice, lowestPriceWithSound } from '#domain/models/prices';
import { boardPath, editionPath, modelPath, providerPath } from '#domain/site/addresses';
import type { SeriesBreak } from '#domain/ranking/movement/series-break';
import { daysBetween, isoDay, toDay } from '#domain/text/dates';
import {
  consensusFinding,
  findingOf,
  movementOf,
  scaleOf,
  shortRank,
  type Board,
  type BoardRow,
} from '#domain/ranking/board/leaderboard';
import { rankLabel } from '#domain/ranking/board/rank-label';
import { rankHistory, type RankHistory } from '#domain/ranking/movement/history';
import { rankTrend, type RankTrend } from '#domain/ranking/movement/trend';
import { rangesOfEntries, type RankRange } from '#domain/ranking/board/ranks';
import { need, type Catalogue, type Stored } from '../catalogue.ts';
import { toSource } from '../sources.ts';

type BoardData = Stored<'boards'>['data'];

const dateOf = ({ id }: Stored<'editions'>): string => id.split('/')[1] ?? '';

/** The editions of a board, newest first. */
export function editionsOf(board: string, catalogue: Catalogue): Stored<'editions'>[] {
  return catalogue.editions.get(board) ?? [];
}

const boards = new WeakMap<Stored<'editions'>, Board>();

/**
 * One edition of a board, ranked and joined.
 * @param edition an edition of `catalogue`
 * @throws Error on an id that does not exist
 */
export function boardAt(edition: Stored<'editions'>, catalogue: Catalogue): Board {
  let board = boards.get(edition);
  if (!board) {
    board = makeBoard(edition, catalogue);
    boards.set(edition, board);
  }
  return board;
}

/** The newest edition of a board; undefined for a board without one. */
export function latestBoard(id: string, catalogue: Catalogue): Board | undefined {
  const [latest] = editionsOf(id, catalogue);
  return latest && boardAt(latest, catalogue);
}

function makeBoard(edition: Stored<'editions'>, catalogue: Catalogue): Board {
  const id = edition.id.split('/')[0] ?? '';
  const { data } = need(catalogue.boards, id, edition.filePath);
  const editions = editionsOf(id, catalogue);
  const { kind } = edition.data;
  const listedInAll = edition.data.kind === 'scored' ? edition.data.listedInAll : undefined;
  const before = editions[editions.indexOf(edition) + 1];
  const rows = rowsOf(edition, before, data, catalogue);
  return {
    id,
    file: edition.filePath,
    name: data.name,
    shortName: data.shortName,
    path: boardPath(id),
    date: toDay(dateOf(edition)),
    kind,
    measures: data.measures,
    method: data.method,
    by: data.by,
    metric: data.metric,
    comparable: data.comparable,
    scale: scaleOf(rows),
    rows,
    inference: inferenceOf(edition, catalogue),
    ...(kind === 'consensus' ? consensusFinding(rows) : findingOf(rows, kind !== 'editorial', listedInAll)),
    listedInAll,
    note: edition.data.note,
    source: toSource(edition.data.source),
    licence: data.licence,
    history: data.history,
    editions: editions.map((other) => ({ date: toDay(dateOf(other)), path: editionPath(id, dateOf(other)) })),
    before: before && toDay(dateOf(before)),
    seriesBreak: before && seriesBreakOf(edition, before),
    evidence: edition.data.kind === 'consensus' ? edition.data.from.map((id) => evidenceOf(id, catalogue)) : [],
    notPlaced:
      edition.data.kind === 'consensus'
        ? edition.data.notPlaced.map((model) => ({
            label: need(catalogue.models, model, edition.filePath).data.name,
            path: modelPath(model),
          }))
        : [],
    latest: edition === editions[0],
    staleDays: edition === editions[0] ? staleDays(edition, data, catalogue.now) : undefined,
  };
}

function inferenceOf({ id }: Stored<'editions'>, { inferences }: Catalogue): Board['inference'] {
  const data = inferences.get(id)?.data;
  if (data?.kind === 'scores') {
    const { kind, draws, groups, settled, pairs } = data;
    return { kind, draws, groups, settled, pairs };
  }
  return data && { kind: data.kind, draws: data.draws, without: data.without, voices: data.voices };
}

/** An entry of an edition with its ranks, before it is joined with the catalogue. */
type Ranked = RankRange &
  Pick<BoardRow, 'key' | 'score' | 'lower' | 'upper' | 'votes' | 'consensus' | 'first'> & {
    model: string;
    name?: string;
  };

function rankedEntries(
  { id, data }: Stored<'editions'>,
  { inferences }: Catalogue,
  decimals: number,
  higherIsBetter: boolean,
): Ranked[] {
  const inference = inferences.get(id)?.data;
  if (data.kind === 'consensus') {
    const chances = new Map(
      inference?.kind === 'consensus' ? inference.entries.map((entry) => [entry.model, entry]) : [],
    );
    return data.entries.map(({ model, rank, ...consensus }) => {
      const { best = rank, worst = rank, first } = chances.get(model) ?? {};
      return { key: model, model, best, worst, first, consensus: { rank, ...consensus } };
    });
  }
  if (data.kind === 'editorial')
    return data.entries.map(({ model, rank }) => ({ key: model, model, best: rank, worst: rank }));
  const inferred = inference?.kind === 'scores' ? inference.entries : [];
  const ranges = rangesOfEntries(data.entries, inferred, higherIsBetter, decimals);
  return data.entries.map(({ listed, ...row }, index) => ({ ...row, key: listed, ...(ranges[index] as RankRange) }));
}

/** Why the places of two editions cannot be compared; undefined where they can. */
function seriesBreakOf({ data }: Stored<'editions'>, { data: before }: Stored<'editions'>): SeriesBreak | undefined {
  if (before.kind !== data.kind || (data.kind === 'scored' && data.scaleChanged === true)) return 'method';
  const isPartial = [data, before].some((other) => other.kind === 'scored' && other.listedInAll !== undefined);
  return isPartial ? 'part' : undefined;
}

function rowsOf(
  edition: Stored<'editions'>,
  before: Stored<'editions'> | undefined,
  { metric, higherIsBetter = true, provisional: rule }: BoardData,
  catalogue: Catalogue,
): BoardRow[] {
  const decimals = metric?.decimals ?? 0;
  const ranked = rankedEntries(edition, catalogue, decimals, higherIsBetter);
  const old =
    before !== undefined &&
    seriesBreakOf(edition, before) === undefined &&
    new Map(rankedEntries(before, catalogue, decimals, higherIsBetter).map((entry) => [entry.key, entry]));
  const holders = Map.groupBy(ranked, ({ best, worst }) => `${best}-${worst}`);
  const rows = ranked.map(({ model: modelId, name, ...entry }): BoardRow => {
    const model = need(catalogue.models, modelId, edition.filePath).data;
    const provider =
      model.provider === undefined
        ? undefined
        : need(catalogue.providers, model.provider, `content/models/${modelId}.yaml`).data;
    return {
      ...entry,
      name: name ?? model.name,
      modelId,
      model: { label: model.name, path: modelPath(modelId) },
      provider: provider && { label: provider.shortName, path: providerPath(model.provider ?? '') },
      shared: (holders.get(`${entry.best}-${entry.worst}`)?.length ?? 0) > 1,
      movement: old ? movementOf(entry, old.get(entry.key)) : undefined,
      provisional: isProvisional(entry, rule),
      ...factsFor(model),
    };
  });
  const order = higherIsBetter ? 1 : -1;
  // By score where there is one, so that the rows of a group are next to each other.
  return rows.sort((a, b) =>
    a.score !== undefined && b.score !== undefined
      ? (b.score - a.score) * order
      : (a.consensus?.rank ?? a.best) - (b.consensus?.rank ?? b.best),
  );
}

/** An edition or a cited board on which a consensus rests. */
function evidenceOf(id: string, catalogue: Catalogue): Board['evidence'][number] {
  const cited = catalogue.evidence.get(id)?.data;
  if (cited) return { publisher: cited.publisher, label: cited.name, address: cited.board, date: toDay(cited.date) };
  const [board = '', date = ''] = id.split('/');
  const { data } = need(catalogue.boards, board, id);
  return { publisher: data.shortName, label: data.name, address: editionPath(board, date), date: toDay(date) };
}

/** Below the votes, or above the half interval, that the board requires of a settled score. */
function isProvisional(
  { votes, lower, upper }: Pick<Ranked, 'votes' | 'lower' | 'upper'>,
  rule: BoardData['provisional'],
): boolean {
  const fewVotes = rule?.minVotes !== undefined && votes !== undefined && votes < rule.minVotes;
  const wide =
    rule?.maxHalfWidth !== undefined &&
    lower !== undefined &&
    upper !== undefined &&
    (upper - lower) / 2 > rule.maxHalfWidth;
  return fewVotes || wide;
}

/** Facts of a model by which it is chosen and sorted. */
export function factsFor(
  model: Stored<'models'>['data'],
): Pick<
  BoardRow,
  'openWeights' | 'licence' | 'released' | 'sound' | 'imageToVideo' | 'seconds' | 'price' | 'soundPrice'
> {
  return {
    openWeights: model.openWeights?.value,
    licence: model.licence?.value,
    released: model.released && toDay(model.released.value),
    sound: model.nativeAudio?.value,
    imageToVideo: model.modalities.includes('image-to-video'),
    seconds: model.duration?.value,
    price: lowestPrice(model.prices),
    soundPrice: lowestPriceWithSound(model.prices),
  };
}

/** Days since an edition, when they are more than the board's own pace. */
function staleDays(edition: Stored<'editions'>, { paceDays, history }: BoardData, now: Date): number | undefined {
  const days = daysBetween(dateOf(edition), isoDay(now));
  return !history && paceDays !== undefined && days > paceDays ? days : undefined;
}

/** A model's place on the board of the strip. */
export interface StripRank {
  shown: string;
  /** The same in running text: `tied for No. 1`. */
  label: string;
  /** Name of the board. */
  board: string;
}

const ranksOfStrip = new WeakMap<Catalogue, ReadonlyMap<string, StripRank>>();

/** Present ranks on the board of the strip, by model id. */
export function stripRanks(catalogue: Catalogue): ReadonlyMap<string, StripRank> {
  let ranks = ranksOfStrip.get(catalogue);
  if (!ranks) {
    const board = latestBoard(catalogue.site.strip.board, catalogue);
    // Worst first, so that a model with several rows keeps its best.
    const rows = [...(board?.rows ?? [])].reverse();
    ranks = new Map(
      rows.map((row) => [row.modelId, { shown: shortRank(row), label: rankLabel(row), board: board?.name ?? '' }]),
    );
    ranksOfStrip.set(catalogue, ranks);
  }
  return ranks;
}

/** The newest edition of every board that has one, in menu order. */
export function latestBoards(catalogue: Catalogue): Board[] {
  return [...catalogue.boards.keys()].flatMap((id) => latestBoard(id, catalogue) ?? []);
}

/** The newest consensus, for readers who choose among its models; undefined where no board is one. */
export function latestConsensus(catalogue: Catalogue): Board | undefined {
  return latestBoards(catalogue).find(({ inference }) => inference?.kind === 'consensus');
}

/** Every edition of every board. */
export function allEditions(catalogue: Catalogue): Board[] {
  return [...catalogue.editions.values()].flat().map((edition) => boardAt(edition, catalogue));
}

/**
 * Ranks over the editions of a board, up to one of them.
 * @param board the edition with which the history ends
 */
export function historyOf(
  board: Board,
  catalogue: Catalogue,
  keep?: (modelId: string) => boolean,
): RankHistory | undefined {
  return rankHistory(editionsUpTo(board, catalogue), keep);
}

/** How the best rank of a model changed over the editions of a board, up to one of them. */
export const trendOf = (board: Board, modelId: string, catalogue: Catalogue): RankTrend | undefined =>
  rankTrend(editionsUpTo(board, catalogue), modelId);

/** Editions of one kind, newest first: ranks by judgement and ranks by votes are not one history. */
const editionsUpTo = ({ id, date, kind }: Board, catalogue: Catalogue): Board[] =>
  editionsOf(id, catalogue)
    .map((edition) => boardAt(edition, catalogue))
    .filter((other) => other.date.iso <= date.iso && other.kind === kind);
