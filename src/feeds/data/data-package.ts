import { absolute, dataPackagePath, editionDataPath } from '#domain/site/addresses';
import type { Board } from '#domain/ranking/board/leaderboard';
import { boardRowColumns } from '#schemas/boards/board-data';
import { boardCsv, sha256 } from './board-files.ts';

/** Of the standard that {@link dataPackage} keeps to. */
const profiles = 'https://datapackage.org/profiles/2.0';

/**
 * The text of `datapackage.json`: every CSV file of an edition with its columns, licence, source, size and checksum.
 * @param boards editions that may be passed on, at least one
 * @param site name and address of this site, without a slash at its end
 * @see https://datapackage.org/standard/data-package/
 */
export function dataPackage(boards: readonly Board[], site: { name: string; url: string }): string {
  const newest =
    boards
      .map(({ date }) => date.iso)
      .sort()
      .at(-1) ?? '';
  const descriptor = {
    $schema: `${profiles}/datapackage.json`,
    name: 'megaton-leaderboards',
    id: absolute(dataPackagePath, site.url),
    title: `${site.name}: leaderboards of AI video models`,
    description:
      'One table for each edition of each board whose licence allows it. Ranks are ranges: the best and the worst rank that the data allow.',
    homepage: absolute('/leaderboards/', site.url),
    created: `${newest}T00:00:00Z`,
    keywords: ['AI video', 'leaderboard', 'ranking'],
    contributors: [{ title: site.name, path: site.url, roles: ['dataCurator'] }],
    licenses: unique(boards.map(licenceOf)),
    sources: unique(boards.map(({ by }) => ({ title: by.name, path: by.url }))),
    resources: boards.map((board) => resourceOf(board, site.url)),
  };
  return `${JSON.stringify(descriptor, undefined, 2)}\n`;
}

function resourceOf(board: Board, site: string): object {
  const { id, name, measures, date, source, licence } = board;
  const csv = boardCsv(board, site);
  return {
    name: `${id}-${date.iso}`,
    type: 'table',
    // Paths are relative to the descriptor, so that a downloaded copy of the folder is a package too.
    path: editionDataPath(id, date.iso, 'csv').slice(folder.length),
    title: `${name}, ${date.text}`,
    description: `${measures} Credit: ${licence.credit}.`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(csv),
    hash: `sha256:${sha256(csv)}`,
    licenses: [licenceOf(board)],
    sources: [{ title: source.title, ...(source.url !== undefined && { path: source.url }) }],
    schema: tableSchema,
  };
}

const folder = dataPackagePath.replace(/[^/]+$/u, '');

const tableSchema = {
  $schema: `${profiles}/tableschema.json`,
  fields: boardRowColumns().map(({ name, type, description, required, minimum }) => ({
    name,
    type,
    description,
    ...((required || minimum !== undefined) && {
      constraints: { ...(required && { required }), ...(minimum !== undefined && { minimum }) },
    }),
  })),
  missingValues: [''],
  primaryKey: ['listed'],
};

/** The address of a licence says which one it is; names here are those of the boards, and no ids of the Open Definition. */
function licenceOf({ licence: { name, url } }: Board): Record<string, string> {
  return { ...(url === undefined ? { name } : { path: url }), title: name };
}

/** The same things once, in their order. */
function unique<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
