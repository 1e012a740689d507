import { readCsv } from '../files/csv.ts';
import type { ImportTable } from './table.ts';

/** Signs between the fields of a line: tabs come from spreadsheets and copied tables, semicolons from spreadsheets too. */
const delimiters = [',', '\t', ';'] as const;

/**
 * Reads comma-separated values, or those with the sign that the first line has most often.
 * @param text the same as `bytes`; empty for bytes that are no text
 * @param file path for problems
 */
export function readCsvTable(bytes: Uint8Array, text: string, file: string): ImportTable {
  const [first = ''] = text.trimStart().split(/\r\n|\n|\r/u, 1);
  const counts = delimiters.map((delimiter) => first.split(delimiter).length);
  return readCsv(bytes, file, delimiters[counts.indexOf(Math.max(...counts))]);
}
