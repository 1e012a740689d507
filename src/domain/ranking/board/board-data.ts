import { absolute, boardDataSchemaPath, editionPath } from '../../site/addresses.ts';
import type { Board } from './leaderboard.ts';

/** The version of the files of data; see `src/schemas/boards/board-data.ts`. */
export const dataVersion = 1;

/** An entry in a file of data; what is not known is null, so that every row has the same fields. */
export interface DataRow {
  best: number;
  worst: number;
  listed: string;
  name: string;
  model: string;
  provider: string | null;
  score: number | null;
  lower: number | null;
  upper: number | null;
  votes: number | null;
}

/** The columns of a file of data, in their order. */
export const dataColumns = [
  'best',
  'worst',
  'listed',
  'name',
  'model',
  'provider',
  'score',
  'lower',
  'upper',
  'votes',
] as const satisfies readonly (keyof DataRow)[];

/** One edition of a board as data for others, without its checksum. */
export interface EditionData {
  $schema: string;
  schemaVersion: number;
  board: { id: string; name: string; measures: string; by: { name: string; url: string }; url: string };
  edition: { date: string; before: string | null; kind: string; finding: string; note: string | null; url: string };
  metric: { name: string; unit: string; decimals: number } | null;
  licence: { name: string; url: string | null };
  credit: string;
  source: { title: string; publisher: string; url: string | null; published: string | null };
  listedInAll: number | null;
  rows: DataRow[];
}

/** True for a board whose licence lets us offer its figures as a download. */
export function mayShareData({ licence }: Pick<Board, 'licence'>): boolean {
  return licence.redistribute;
}

/**
 * An edition as data for others. It holds nothing that a later edition changes.
 * @param site the site's own address, without a slash at its end
 */
export function editionData(board: Board, site: string): EditionData {
  const { id, name, measures, by, date, before, kind, finding, note, metric, licence, source } = board;
  return {
    $schema: absolute(boardDataSchemaPath(dataVersion), site),
    schemaVersion: dataVersion,
    board: { id, name, measures, by: { name: by.name, url: by.url }, url: absolute(board.path, site) },
    edition: {
      date: date.iso,
      before: before?.iso ?? null,
      kind,
      finding,
      note: note ?? null,
      url: absolute(editionPath(id, date.iso), site),
    },
    metric: metric ? { name: metric.name, unit: metric.unit, decimals: metric.decimals } : null,
    licence: { name: licence.name, url: licence.url ?? null },
    credit: licence.credit,
    source: {
      title: source.title,
      publisher: source.publisher,
      url: source.url ?? null,
      published: source.published?.iso ?? null,
    },
    listedInAll: board.listedInAll ?? null,
    rows: board.rows.map((row) => ({
      best: row.best,
      worst: row.worst,
      listed: row.key,
      name: row.name,
      model: row.modelId,
      provider: row.provider?.label ?? null,
      score: row.score ?? null,
      lower: row.lower ?? null,
      upper: row.upper ?? null,
      votes: row.votes ?? null,
    })),
  };
}
