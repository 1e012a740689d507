import { CsvError, parse } from 'csv-parse/sync';
import { withCommas } from '#domain/text/numbers';
import type { Problem } from '../problem.ts';

/** One value of a table, at the position where it begins. */
export interface CsvField {
  text: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 units. */
  column: number;
}

/** A table with the problems of its file; rows with a problem are left out. */
export interface CsvTable {
  /** The first row that is not blank. */
  header: CsvField[];
  rows: CsvField[][];
  problems: Problem[];
}

/** Malformed rows that are reported: reading goes on after each, which takes long in a big file. */
const mostMalformed = 100;
const lineEnd = /\r\n|\n|\r/gu;
/** Rows of a table that is held whole: more take longer than a writer waits. */
const mostRows = 300_000;
/** Bytes of a file that is read row by row. */
const mostBytes = 100_000_000;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/u;

/**
 * Reads comma-separated values strictly: UTF-8 (a byte order mark is allowed), quoted fields with doubled
 * quotation marks, and as many fields in every row as in the header. Blank lines are skipped.
 * @param file path for problems
 * @param delimiter the sign between fields
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readCsv(bytes: Uint8Array, file: string, delimiter = ','): CsvTable {
  const rows: CsvField[][] = [];
  const table = eachCsvRow(
    bytes,
    file,
    () => (row) => {
      if (rows.length < mostRows) rows.push(row);
      return rows.length < mostRows;
    },
    delimiter,
  );
  if (rows.length === mostRows)
    table.problems.push({
      file,
      line: rows.at(-1)?.[0]?.line ?? 1,
      column: 1,
      what: `The table has more than ${withCommas(mostRows - 1)} rows.`,
      write: 'Split the file.',
    });
  return { ...table, rows };
}

/**
 * Reads comma-separated values as {@link readCsv} does, and passes each good row on without keeping it.
 * @param open is given the header, and returns what is done with each row: false ends the reading
 */
export function eachCsvRow(
  bytes: Uint8Array,
  file: string,
  open: (header: CsvField[]) => ((row: CsvField[]) => boolean) | undefined,
  delimiter = ',',
): Omit<CsvTable, 'rows'> {
  if (bytes.length > mostBytes)
    return {
      header: [],
      problems: [
        {
          file,
          line: 1,
          column: 1,
          what: `The file has ${withCommas(Math.ceil(bytes.length / 1e6))} MB.`,
          write: `Keep only the columns that are needed, or split it: ${withCommas(mostBytes / 1e6)} MB are read at most.`,
        },
      ],
    };
  const text = decode(bytes);
  if (typeof text !== 'string') return { header: [], problems: [{ file, ...text }] };
  const problems: Problem[] = [];
  let header: CsvField[] | undefined;
  let take: ((row: CsvField[]) => boolean) | undefined;
  readRows(
    text,
    delimiter,
    (row) => {
      if (header === undefined) {
        header = row;
        // Without its header, what the rows hold cannot be said.
        if (problems.length === 0) take = open(row);
        return take !== undefined;
      }
      if (row.length === header.length) return take?.(row) ?? false;
      problems.push({
        file,
        line: row[0]?.line ?? 1,
        column: row[0]?.column ?? 1,
        what: `The row has ${fields(row.length)}, but the header has ${header.length}.`,
        write: 'Write one value for each column; put a value that holds a comma between quotation marks.',
      });
      return true;
    },
    (problem) => problems.push({ file, ...problem }),
  );
  if (header === undefined && problems.length === 0)
    problems.push({
      file,
      line: 1,
      column: 1,
      what: 'The file is empty.',
      write: 'Begin with a line that names the columns.',
    });
  return { header: take === undefined ? [] : (header ?? []), problems };
}

const fields = (count: number): string => `${count} field${count === 1 ? '' : 's'}`;

function decode(bytes: Uint8Array): string | Omit<Problem, 'file'> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return {
      line: 1,
      column: 1,
      what: 'The file is not UTF-8 text.',
      write: 'Save the table as CSV with the encoding UTF-8.',
    };
  }
  const found = control.exec(text);
  if (!found) return text;
  const before = text.slice(0, found.index).split(lineEnd);
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    what: 'There is an invisible control character here.',
    write: 'Delete it, or save the table as CSV with the encoding UTF-8.',
  };
}

/**
 * Passes on all rows that are neither blank nor malformed. After a malformed row, reading goes on with the next line.
 * @param take returns false to end the reading
 */
function readRows(
  text: string,
  delimiter: string,
  take: (row: CsvField[]) => boolean,
  report: (problem: Omit<Problem, 'file'>) => void,
): void {
  let [line, malformed, from] = [1, 0, 0];
  while (from <= text.length) {
    const firstLine = line;
    let column = 1;
    let row: CsvField[] = [];
    try {
      parse(from === 0 ? text : text.slice(from), {
        delimiter,
        relax_column_count: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        cast: (value, { quoting }) => {
          row.push({ text: value, line, column });
          const last = /[\r\n]/u.test(value) ? lastLine(value) : { text: value, before: 0 };
          const marks = quoting ? 2 + (last.text.match(/"/gu)?.length ?? 0) : 0;
          line += last.before;
          // On the last line of a field of several, the first quotation mark is not.
          column = (last.before > 0 ? 0 : column) + last.text.length + marks + 1;
          return value;
        },
        on_record: () => {
          if ((row.length > 1 || row[0]?.text.trim() !== '') && !take(row)) throw new Ended();
          row = [];
          line += 1;
          column = 1;
          return null;
        },
      });
      return;
    } catch (error) {
      if (error instanceof Ended) return;
      if (!(error instanceof CsvError)) throw error;
      report({ line, column, ...explain(error) });
      malformed += 1;
      // An open quotation mark reaches to the end of the file; and so many malformed rows have one cause.
      if (error.code === 'CSV_QUOTE_NOT_CLOSED' || malformed === mostMalformed) return;
      from = afterLines(text, from, line - firstLine + 1);
      line += 1;
    }
  }
}

/** Ends the reading of a table whose rest is not wanted. */
class Ended extends Error {}

function lastLine(value: string): { text: string; before: number } {
  const lines = value.split(lineEnd);
  return { text: lines.at(-1) ?? '', before: lines.length - 1 };
}

/** Where the line begins that follows some lines; behind the text when there is none. */
function afterLines(text: string, from: number, lines: number): number {
  const ends = new RegExp(lineEnd);
  ends.lastIndex = from;
  for (let count = 0; count < lines; count += 1) if (!ends.exec(text)) return text.length + 1;
  return ends.lastIndex;
}

function explain({ code }: CsvError): Pick<Problem, 'what' | 'write'> {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return { what: 'This quotation mark is never closed.', write: 'Write a quotation mark at the end of the field.' };
  if (code === 'CSV_INVALID_CLOSING_QUOTE')
    return {
      what: 'There is text after the closing quotation mark of this field.',
      write: 'Write a comma there, or write a quotation mark inside a field twice.',
    };
  return {
    what: 'There is a quotation mark inside this field.',
    write: 'Put the whole field between quotation marks, and write each quotation mark inside it twice.',
  };
}
