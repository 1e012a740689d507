import type { ModelListing, ModelRow } from '#domain/models/listing';
import { boardFilterPath, modelPath, presetPath, providerPath } from '#domain/site/addresses';
import { filtersFor } from '#domain/ranking/board/board-views';
import { presets } from '#domain/ranking/consensus/choice';
import type { Board } from '#domain/ranking/board/leaderboard';
import { bestEntry } from '#domain/ranking/movement/trend';
import type { Link } from '#domain/stories/story';
import type { Catalogue } from '../catalogue.ts';
import { factsFor, latestBoard, latestBoards, latestConsensus, trendOf } from '../leaderboards/leaderboards.ts';
import { comparedPairs, otherNames, pairLink } from './compare.ts';

/** Every model: those of the board of the strip first, by rank; then the others, newest first. */
export function modelListing(catalogue: Catalogue): ModelListing {
  const board = latestBoard(catalogue.site.strip.board, catalogue);
  const followed = followedBoard(catalogue);
  const rows = [...catalogue.models.keys()].map((id) => rowOf(id, board, followed, catalogue));
  const places = new Map(board?.rows.toReversed().map(({ modelId }, index) => [modelId, -index]));
  return {
    board: board && { label: board.name, path: board.path, date: board.date, finding: board.finding },
    trendBoard: followed && { label: followed.name, path: followed.path },
    firstTwo: board && firstTwo(board, catalogue),
    ranked: rows.filter(({ id }) => places.has(id)).sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)),
    unranked: rows.filter(({ id }) => !places.has(id)).sort(newestFirst),
    choices: oncePerLabel([
      ...(board ? filtersFor(board.rows).map(({ id, label }) => ({ label, path: boardFilterPath(board.id, id) })) : []),
      ...(latestConsensus(catalogue) ? presets.map(({ id, label }) => ({ label, path: presetPath(id) })) : []),
    ]),
  };
}

const oncePerLabel = (links: readonly Link[]): Link[] => [...new Map(links.map((link) => [link.label, link])).values()];

/** The board that is kept and has most editions to follow ranks through; undefined where none has two. */
function followedBoard(catalogue: Catalogue): Board | undefined {
  const [followed] = latestBoards(catalogue)
    .filter(({ history, editions }) => !history && editions.length > 1)
    .sort((a, b) => b.editions.length - a.editions.length);
  return followed;
}

function rowOf(id: string, board: Board | undefined, followed: Board | undefined, catalogue: Catalogue): ModelRow {
  const data = catalogue.models.get(id)?.data;
  if (!data) throw new Error(`content/models has no \`${id}\`.`);
  const provider = data.provider === undefined ? undefined : catalogue.providers.get(data.provider)?.data;
  const rank = board && bestEntry(board.rows, id);
  const { released, price, soundPrice, seconds, sound, openWeights, imageToVideo } = factsFor(data);
  return {
    id,
    path: modelPath(id),
    provider: provider && { label: provider.shortName, path: providerPath(data.provider ?? '') },
    released,
    rank: rank && { best: rank.best, worst: rank.worst, shared: rank.shared },
    trend: followed && trendOf(followed, id, catalogue),
    listed: {
      name: data.name,
      maker: provider?.shortName,
      aliases: otherNames(id, catalogue),
      best: rank?.best,
      worst: rank?.worst,
      released: released && { iso: released.iso },
      price,
      soundPrice,
      seconds,
      sound,
      openWeights,
      imageToVideo,
    },
  };
}

/** The comparison of the first two models of a board, where it has a page. */
function firstTwo({ rows }: Board, catalogue: Catalogue): ModelListing['firstTwo'] {
  const [first, second] = new Set(rows.map(({ modelId }) => modelId));
  const pair = [first, second].flatMap((id) => id ?? []).sort();
  const known = comparedPairs(catalogue).find((other) => other.join() === pair.join());
  return known && pairLink(known, catalogue);
}

/** Models without a date last; equals by name. */
function newestFirst(a: ModelRow, b: ModelRow): number {
  const [dateA, dateB] = [a.released?.iso ?? '', b.released?.iso ?? ''];
  return dateA === dateB ? a.listed.name.localeCompare(b.listed.name, 'en') : dateA < dateB ? 1 : -1;
}
