import { decode } from '../files/read-text.ts';
import { readCsvTable } from './csv-table.ts';
import { readHtmlTable } from './html-table.ts';
import { readJsonTable } from './json-table.ts';
import { readMarkdownTable } from './markdown-table.ts';
import type { ImportTable } from './table.ts';

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
  switch (format) {
    case 'json':
      return { format, ...readJsonTable(text, file, list) };
    case 'html':
      return { format, ...readHtmlTable(text, file, list) };
    case 'md':
      return { format, ...readMarkdownTable(text, file, list) };
    case 'csv':
      return { format, ...readCsvTable(bytes, text, file) };
  }
}

/** Says in what a text is written, by signs that the other forms do not have. */
export function formatOf(text: string): TableFormat {
  const start = text.replace(/^\ufeff/u, '').trimStart();
  if (/^[[{]/u.test(start)) return 'json';
  if (/<table\b/iu.test(text)) return 'html';
  // The line below the head of a Markdown table holds nothing but signs.
  return /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?[ \t]*)?\|?[ \t]*$/mu.test(text) ? 'md' : 'csv';
}
