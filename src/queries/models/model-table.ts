import { absolute, modelPath } from '#domain/site/addresses';
import type { Cell, DataTable } from '#domain/site/data-table';
import { bestEntry } from '#domain/ranking/movement/trend';
import { lowestPrice } from '#domain/models/prices';
import type { Catalogue, Stored } from '../catalogue.ts';
import { latestBoard } from '../leaderboards/leaderboards.ts';

const columns: DataTable['columns'] = [
  ['id', 'Permanent id'],
  ['name', 'Name as readers know it'],
  ['maker', 'Name of the maker'],
  ['top_models_best', 'Best rank on the board that every page shows; empty where it is not ranked'],
  ['top_models_worst', 'Worst rank on that board'],
  ['top_models_edition', 'Edition of that board, YYYY-MM-DD'],
  ['released', 'YYYY, YYYY-MM or YYYY-MM-DD'],
  ['status', 'available, preview or discontinued'],
  ['status_as_of', 'Date of the evidence, or of the closure'],
  ['access', 'How people get at it, separated by a semicolon'],
  ['makes', 'What goes in and comes out, separated by a semicolon'],
  ['longest_clip_seconds', 'Longest clip'],
  ['resolution', 'Highest resolution, as published'],
  ['frames_per_second', 'Frame rate'],
  ['native_sound', 'Whether it makes sound with the picture'],
  ['open_weights', 'Whether its weights are published'],
  ['licence', 'Licence of the weights'],
  ['parameters', 'Size, as published'],
  ['price_from_usd_per_second', 'Lowest known price of a second, in US dollars'],
  ['page', 'Where it is on this site, with the sources of each fact'],
];

/** The facts on every model, by id; empty is what nobody published. */
export function modelTable(catalogue: Catalogue): DataTable {
  return { columns, rows: [...catalogue.models.values()].map((entry) => rowOf(entry, catalogue)) };
}

function rowOf({ id, data }: Stored<'models'>, catalogue: Catalogue): Record<string, Cell> {
  const board = latestBoard(catalogue.site.strip.board, catalogue);
  const rank = board && bestEntry(board.rows, id);
  return {
    id,
    name: data.name,
    maker: (data.provider === undefined ? undefined : catalogue.providers.get(data.provider)?.data.name) ?? null,
    top_models_best: rank?.best ?? null,
    top_models_worst: rank?.worst ?? null,
    top_models_edition: rank ? board.date.iso : null,
    released: data.released?.value ?? null,
    status: data.status?.value ?? null,
    status_as_of: data.status?.asOf ?? null,
    access: data.access?.value.join('; ') ?? null,
    makes: data.modalities.length === 0 ? null : data.modalities.join('; '),
    longest_clip_seconds: data.duration?.value ?? null,
    resolution: data.resolution?.value ?? null,
    frames_per_second: data.frameRate?.value ?? null,
    native_sound: data.nativeAudio?.value ?? null,
    open_weights: data.openWeights?.value ?? null,
    licence: data.licence?.value ?? null,
    parameters: data.parameters?.value ?? null,
    price_from_usd_per_second: lowestPrice(data.prices) ?? null,
    page: absolute(modelPath(id), catalogue.site.url),
  };
}
