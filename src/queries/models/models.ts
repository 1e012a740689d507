import { boardPath, changesPath, modelPath, providerPath } from '#domain/site/addresses';
import { isoDay, toDay } from '#domain/text/dates';
import { publicationDate, storyDate } from '#domain/stories/story-dates';
import { cannotBeKnown } from '#domain/models/compare';
import { currentPrices, lowestPrice } from '#domain/models/prices';
import type { Board } from '#domain/ranking/board/leaderboard';
import { bestEntry, type RankTrend } from '#domain/ranking/movement/trend';
import { listed, priceText, withCommas } from '#domain/text/numbers';
import { newestFirst as newestFirstEntry } from '#domain/subjects/timeline';
import { typeset } from '#domain/text/typography';
import type { CitedFigure, Fact, ModelCard, ModelChange, ModelPage, Placing, ProviderPage } from '#domain/models/model';
import { need, type Catalogue, type Stored } from '../catalogue.ts';
import { allChanges } from '../leaderboards/changes.ts';
import { boardAt, editionsOf, historyOf, latestBoards, stripRanks, trendOf } from '../leaderboards/leaderboards.ts';
import { toSource } from '../sources.ts';
import { lawsuitsAbout } from '../subjects/lawsuits.ts';
import { topicLinks } from '../subjects/links.ts';
import { modelPrices, priceChangeEntries } from '../subjects/prices.ts';
import { storyPath, writersOf, type FindRaster } from '../stories/stories.ts';
import { excerptOf } from '../stories/topic-stories.ts';

type ModelData = Stored<'models'>['data'];

/** Every model, by name. */
export function allModels(catalogue: Catalogue): ModelCard[] {
  return [...catalogue.models.keys()]
    .map((id) => modelCard(id, catalogue, 'content/models'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * A model in short.
 * @param from where the id was used, for the error
 * @throws Error when there is no such model
 */
export function modelCard(id: string, catalogue: Catalogue, from: string): ModelCard {
  const { data, filePath } = need(catalogue.models, id, from);
  const provider = data.provider === undefined ? undefined : need(catalogue.providers, data.provider, filePath).data;
  return {
    id,
    name: data.name,
    path: modelPath(id),
    provider: provider && { label: provider.shortName, path: providerPath(data.provider ?? '') },
    released: data.released && toDay(data.released.value),
    facts: factsOf(data),
    rank: stripRanks(catalogue).get(id)?.shown,
  };
}

/** All that is known of a model. */
export async function modelPage(
  entry: Stored<'models'>,
  catalogue: Catalogue,
  findRaster: FindRaster,
): Promise<ModelPage> {
  const { data, id } = entry;
  return {
    ...modelCard(id, catalogue, entry.filePath),
    file: entry.filePath,
    homepage: data.homepage,
    aliases: data.aliases,
    listedAs: data.listedAs,
    prices: modelPrices(entry, catalogue),
    usdPerSecond: lowestPrice(data.prices),
    topics: topicLinks(`models/${id}`, catalogue),
    lawsuits: lawsuitsAbout(id, catalogue).map(({ name, path }) => ({ label: name, path })),
    reviews: catalogue.reviews
      .filter((review) => review.data.model === id)
      .map((review) => ({
        title: typeset(review.data.title),
        path: storyPath(review),
        date: storyDate(publicationDate(review.data), isoDay(catalogue.now)),
        writers: writersOf(review, catalogue),
      })),
    notes: data.notes,
    conflicts: data.conflicts,
    sources: data.sources.map(toSource),
    placings: placingsOfModel(id, catalogue),
    cited: citedFigures(id, catalogue),
    ties: latestBoards(catalogue).flatMap((board) => tiesOn(board, id)),
    histories: latestBoards(catalogue).flatMap((board) => historyOf(board, catalogue, (model) => model === id) ?? []),
    trends: trendsOf(id, catalogue),
    changes: changesOfModel(id, catalogue),
    priceChange: priceChangeEntries(entry).sort(newestFirstEntry)[0],
    stories: await excerptOf(modelPath(id), catalogue, findRaster),
  };
}

/** A model's places in the newest edition of every board. */
export const placingsOfModel = (id: string, catalogue: Catalogue): Placing[] =>
  placingsOf((model) => model === id, catalogue);

/** Rows of models in the newest edition of every board that lists them; raw scores of boards are never mixed. */
function placingsOf(keep: (modelId: string) => boolean, catalogue: Catalogue): Placing[] {
  return [...catalogue.boards].flatMap(([boardId, { data }]): Placing[] => {
    const [latest] = editionsOf(boardId, catalogue);
    if (!latest) return [];
    const board = boardAt(latest, catalogue);
    return board.rows
      .filter((row) => keep(row.modelId))
      .map((row) => ({
        board: { label: data.name, path: boardPath(boardId) },
        date: board.date,
        of:
          board.listedInAll === undefined
            ? `${board.rows.length} places`
            : `place among ${board.rows.length} of ${board.listedInAll} models`,
        row,
        decimals: data.metric?.decimals ?? 0,
        unit: data.metric?.unit,
      }));
  });
}

/** What cited boards say of a model; such boards have no page here. */
function citedFigures(id: string, catalogue: Catalogue): CitedFigure[] {
  return [...catalogue.evidence.values()].flatMap(({ data }) =>
    data.entries
      .filter(({ model }) => model === id)
      .map(({ listed, score, lower, upper }) => ({
        publisher: data.publisher,
        name: data.name,
        url: data.board,
        date: toDay(data.date),
        listed,
        figure:
          lower === undefined || upper === undefined
            ? withCommas(score)
            : `${withCommas(score)}, interval ${withCommas(lower)} to ${withCommas(upper)}`,
        source: toSource(data.source),
      })),
  );
}

/** Ranks over time on boards that listed a model more than once, most editions first. */
const trendsOf = (id: string, catalogue: Catalogue): RankTrend[] =>
  latestBoards(catalogue)
    .flatMap((board) => trendOf(board, id, catalogue) ?? [])
    .filter(({ points }) => points.length > 1)
    .sort((a, b) => b.points.length - a.points.length);

/** What happened to the best entry of a model in the newest edition of each board that has one before it. */
function changesOfModel(id: string, catalogue: Catalogue): ModelChange[] {
  return allChanges(catalogue)
    .filter(({ board }) => board.latest && !board.history && board.seriesBreak === undefined)
    .flatMap(({ board, before, list }) => {
      const best = bestEntry(board.rows, id);
      const change = list.find(({ kind, key, row }) =>
        best ? key === best.key : kind === 'gone' && row.modelId === id,
      );
      return change
        ? [
            {
              board: { label: board.name, path: board.path },
              date: board.date,
              before: before.date,
              path: changesPath(board.id, board.date.iso),
              change: { kind: change.kind, happened: change.happened, reason: change.reason },
            },
          ]
        : [];
    });
}

/** Other models that a board cannot distinguish from a model's best row. */
function tiesOn(board: Board, id: string): ModelPage['ties'] {
  const own = board.rows.find(({ modelId }) => modelId === id);
  if (!own) return [];
  const tied = board.rows.filter((row) => row.modelId !== id && cannotBeKnown(own, row));
  const models = new Map(tied.map(({ model }) => [model.path, model]));
  return models.size === 0 ? [] : [{ board: { label: board.name, path: board.path }, models: [...models.values()] }];
}

const modalityNames = {
  'text-to-video': 'text to video',
  'image-to-video': 'image to video',
  'video-to-video': 'video to video',
  audio: 'sound',
};

interface Written {
  value: string | number | boolean;
  sources?: number[] | undefined;
  note?: string | undefined;
  confidence?: 'medium' | 'low' | undefined;
  url?: string | undefined;
}

function fact(label: string, written: Written | undefined, say: (value: string) => string = (value) => value): Fact {
  if (written === undefined) return { label, sources: [] };
  const { value, sources, note, confidence, url } = written;
  return {
    label,
    value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : say(String(value)),
    sources: sources ?? [],
    note,
    confidence,
    url,
  };
}

function factsOf(data: ModelData): Fact[] {
  const { status, modalities } = data;
  return [
    fact('Released', data.released, (date) => toDay(date).text),
    fact('Access', accessFact(data)),
    {
      ...fact('Status', status, (value) =>
        status?.asOf === undefined ? value : `${value} (as of ${toDay(status.asOf).text})`,
      ),
      short: status?.value,
    },
    fact(
      'Makes',
      modalities.length === 0 ? undefined : { value: modalities.map((modality) => modalityNames[modality]).join(', ') },
    ),
    fact('Longest clip', data.duration, (seconds) => `${seconds} seconds`),
    fact('Resolution', data.resolution),
    fact('Frame rate', data.frameRate, (rate) => `${rate} frames a second`),
    fact('Native sound', data.nativeAudio),
    fact('Open weights', data.openWeights),
    fact('Licence', data.licence),
    fact('Parameters', data.parameters),
    fact('Price of a second', cheapest(data)),
  ];
}

/** How people get at a model; weights have a line of their own. */
function accessFact({ access }: ModelData): Written | undefined {
  return access && { ...access, value: listed(access.value.map((way) => (way === 'api' ? 'API' : way))) };
}

/** The lowest known price of a second; the page of a model has all of them. */
function cheapest({ prices }: ModelData): Written | undefined {
  const lowest = lowestPrice(prices);
  if (lowest === undefined) return undefined;
  const from = currentPrices(prices).length > 1 ? 'from ' : '';
  return { value: `${from}$${priceText(lowest)}` };
}

/** All that is known of a provider. */
export async function providerPage(
  entry: Stored<'providers'>,
  catalogue: Catalogue,
  findRaster: FindRaster,
): Promise<ProviderPage> {
  const { data, id } = entry;
  const models = allModels(catalogue).filter(({ provider }) => provider?.path === providerPath(id));
  const ids = new Set(models.map((model) => model.id));
  return {
    id,
    name: data.name,
    path: providerPath(id),
    website: data.website,
    aliases: data.aliases,
    facts: [
      fact('Country', data.country, (code) => new Intl.DisplayNames('en-GB', { type: 'region' }).of(code) ?? code),
      fact('Founded', data.founded, (date) => toDay(date).text),
    ],
    notes: data.notes,
    sources: data.sources.map(toSource),
    models: models.sort(newestFirst),
    placings: placingsOf((model) => ids.has(model), catalogue),
    histories: latestBoards(catalogue).flatMap((board) => historyOf(board, catalogue, (model) => ids.has(model)) ?? []),
    stories: await excerptOf(providerPath(id), catalogue, findRaster),
  };
}

/** Models without a date last; the order of equals stays. */
function newestFirst(a: ModelCard, b: ModelCard): number {
  const [dateA, dateB] = [a.released?.iso ?? '', b.released?.iso ?? ''];
  return dateA === dateB ? 0 : dateA < dateB ? 1 : -1;
}

/** Every provider by name, with the number of its models. */
export function allProviders(catalogue: Catalogue): { name: string; path: string; models: number }[] {
  const counts = Map.groupBy(catalogue.models.values(), ({ data }) => data.provider);
  return [...catalogue.providers]
    .map(([id, { data }]) => ({ name: data.name, path: providerPath(id), models: counts.get(id)?.length ?? 0 }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
