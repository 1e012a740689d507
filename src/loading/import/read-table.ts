import { decode } from '../files/read-text.ts';
import { readCsvTable } from './csv-table.ts';
import { readHtmlTable } from './html-table.ts';
import { readJsonTable } from './json-table.ts';
import { readMarkdownTable } from './markdown-table.ts';
import { withoutTable, type ImportTable } from './table.ts';

/** In what a table is written; also the ending of its file. */
export type TableFormat = 'csv' | 'html' | 'json' | 'md';

/** A file with a table, read. */
export interface ReadTable extends ImportTable {
  format: TableFormat;
}

/**
 * Reads a table of comma-separated values (also with semicolons or tabs), JSON, HTML or Markdown.
 * @param file path for problems
 * @param list which list of a JSON file, or which table of a page counted from 1, where there are several
 */
export function readTable(bytes: Uint8Array, file: string, list?: string): ReadTable {
  const text = decode(bytes, file);
  // The reader of CSV says the same of its own files with advice that fits them.
  if (typeof text !== 'string') return { format: 'csv', ...readCsvTable(bytes, '', file) };
  const format = formatOf(text);
  try {
    return { format, ...readers[format](text, file, list, bytes) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      format,
      ...withoutTable(file, 'Parts of this file are too deep inside each other.', 'Copy the table alone.'),
    };
  }
}

const readers: Record<
  TableFormat,
  (text: string, file: string, list: string | undefined, bytes: Uint8Array) => ImportTable
> = {
  csv: (text, file, _list, bytes) => readCsvTable(bytes, text, file),
  html: readHtmlTable,
  json: readJsonTable,
  md: readMarkdownTable,
};

/** Says in what a text is written, by signs that the other forms do not have. */
export function formatOf(text: string): TableFormat {
  const start = text.replace(/^\ufeff/u, '').trimStart();
  if (/^[[{]/u.test(start)) return 'json';
  if (/<table\b/iu.test(text)) return 'html';
  return text.split(/\r\n|\n|\r/u).some(isDelimiterRow) ? 'md' : 'csv';
}

/** The line below the head of a Markdown table holds nothing but hyphens, colons and bars. */
function isDelimiterRow(line: string): boolean {
  const cells = line
    .trim()
    .split('|')
    .map((cell) => cell.trim());
  const inner = cells.slice(cells[0] === '' ? 1 : 0, cells.at(-1) === '' ? -1 : undefined);
  return cells.length > 1 && inner.length > 0 && inner.every((cell) => /^:?-+:?$/u.test(cell));
}
