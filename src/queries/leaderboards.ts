import { boardPath, editionPath, modelPath, providerPath } from '#domain/addresses';
import { toDay } from '#domain/dates';
import { findingOf, movementOf, scaleOf, shortRank, spokenRank, type Board, type BoardRow } from '#domain/leaderboard';
import { rankRanges, type RankRange } from '#domain/ranks';
import { need, type Catalogue, type Stored } from './catalogue.ts';
import { toSource } from './sources.ts';

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
  const before = editions[editions.indexOf(edition) + 1];
  const rows = rowsOf(edition, before, data.metric?.decimals ?? 0, data.higherIsBetter ?? true, catalogue);
  return {
    id,
    name: data.name,
    shortName: data.shortName,
    path: boardPath(id),
    date: toDay(dateOf(edition)),
    kind: edition.data.kind,
    measures: data.measures,
    method: data.method,
    by: data.by,
    metric: data.metric,
    scale: scaleOf(rows),
    rows,
    ...findingOf(rows, edition.data.kind === 'scored'),
    note: edition.data.note,
    source: toSource(edition.data.source),
    licence: data.licence,
    history: data.history,
    editions: editions.map((other) => ({ date: toDay(dateOf(other)), path: editionPath(id, dateOf(other)) })),
    before: before && toDay(dateOf(before)),
    latest: edition === editions[0],
  };
}

/** An entry of an edition with its ranks, before it is joined with the catalogue. */
type Ranked = RankRange & Pick<BoardRow, 'key' | 'score' | 'lower' | 'upper' | 'votes'> & { model: string; name?: string };

function rankedEntries({ data }: Stored<'editions'>, decimals: number, higherIsBetter: boolean): Ranked[] {
  if (data.kind === 'editorial') return data.entries.map(({ model, rank }) => ({ key: model, model, best: rank, worst: rank }));
  const direction = higherIsBetter ? 1 : -1;
  const scores = data.entries.map(({ score, lower, upper }) => {
    const [low, high] = [lower, upper].map((end) => (end === undefined ? undefined : end * direction));
    return { score: score * direction, lower: direction === 1 ? low : high, upper: direction === 1 ? high : low };
  });
  const ranges = rankRanges(scores, decimals);
  return data.entries.map(({ listed, ...row }, index) => ({ ...row, key: listed, ...(ranges[index] as RankRange) }));
}

function rowsOf(edition: Stored<'editions'>, before: Stored<'editions'> | undefined, decimals: number, higherIsBetter: boolean, catalogue: Catalogue): BoardRow[] {
  const ranked = rankedEntries(edition, decimals, higherIsBetter);
  const old = before && new Map(rankedEntries(before, decimals, higherIsBetter).map((entry) => [entry.key, entry]));
  const holders = Map.groupBy(ranked, ({ best, worst }) => `${best}-${worst}`);
  const rows = ranked.map(({ model: modelId, name, ...entry }): BoardRow => {
    const model = need(catalogue.models, modelId, edition.filePath).data;
    const provider = model.provider === undefined ? undefined : need(catalogue.providers, model.provider, `content/models/${modelId}.yaml`).data;
    return {
      ...entry,
      name: name ?? model.name,
      modelId,
      model: { label: model.name, path: modelPath(modelId) },
      provider: provider && { label: provider.shortName, path: providerPath(model.provider ?? '') },
      shared: (holders.get(`${entry.best}-${entry.worst}`)?.length ?? 0) > 1,
      movement: old && movementOf(entry, old.get(entry.key)),
      openWeights: model.openWeights?.value,
    };
  });
  const order = higherIsBetter ? 1 : -1;
  return rows.sort((a, b) => a.best - b.best || ((b.score ?? 0) - (a.score ?? 0)) * order);
}

/** A model's place on the board of the strip. */
export interface StripRank {
  shown: string;
  spoken: string;
}

const ranksOfStrip = new WeakMap<Catalogue, ReadonlyMap<string, StripRank>>();

/** Present ranks on the board of the strip, by model id. */
export function stripRanks(catalogue: Catalogue): ReadonlyMap<string, StripRank> {
  let ranks = ranksOfStrip.get(catalogue);
  if (!ranks) {
    const board = latestBoard(catalogue.site.strip.board, catalogue);
    // Worst first, so that a model with several rows keeps its best.
    const rows = [...(board?.rows ?? [])].reverse();
    ranks = new Map(rows.map((row) => [row.modelId, { shown: shortRank(row), spoken: `${spokenRank(row)} in ${board?.name ?? ''}` }]));
    ranksOfStrip.set(catalogue, ranks);
  }
  return ranks;
}

/** The newest edition of every board that has one, in menu order. */
export function latestBoards(catalogue: Catalogue): Board[] {
  return [...catalogue.boards.keys()].flatMap((id) => latestBoard(id, catalogue) ?? []);
}

/** Every edition of every board. */
export function allEditions(catalogue: Catalogue): Board[] {
  return [...catalogue.editions.values()].flat().map((edition) => boardAt(edition, catalogue));
}
