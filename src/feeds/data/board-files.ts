import { createHash } from 'node:crypto';
import { absolute, boardDataSchemaPath } from '#domain/site/addresses';
import { dataColumns, dataVersion, editionData, type DataRow } from '#domain/ranking/board/board-data';
import type { Board } from '#domain/ranking/board/leaderboard';
import { boardDataSchema } from '#schemas/boards/board-data';

/**
 * An edition as a JSON file with the checksum of its rows.
 * @param site the site's own address, without a slash at its end
 */
export function boardJson(board: Board, site: string): string {
  const data = editionData(board, site);
  return `${JSON.stringify({ ...data, sha256: sha256(canonicalJson(data.rows)) }, undefined, 2)}\n`;
}

/**
 * An edition as a CSV file (RFC 4180, UTF-8): a header, then the rows of the JSON file with the same fields in the same order.
 * Empty means null. A text that a spreadsheet would run as a formula has an apostrophe before it.
 */
export function boardCsv(board: Board, site: string): string {
  const { rows } = editionData(board, site);
  const lines = rows.map((row) => dataColumns.map((column) => csvCell(row[column])).join(','));
  return [dataColumns.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

/**
 * The JSON Schema of the JSON files.
 * @param site the site's own address, without a slash at its end
 */
export function boardSchema(site: string): string {
  return `${JSON.stringify(boardDataSchema(absolute(boardDataSchemaPath(dataVersion), site)), undefined, 2)}\n`;
}

/** A value as a cell of CSV. */
export function csvCell(value: DataRow[keyof DataRow]): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * What spreadsheets run as a formula, also in full width. Text that has the apostrophe already gets another one, so that
 * taking one away always gives the text back.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^'*\s*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * JSON in the one form that a checksum can be taken of: no white space, names sorted by their UTF-16 code units.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`;
}

/** The checksum of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
