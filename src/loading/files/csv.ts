import { CsvError, parse } from 'csv-parse/sync';
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
/** Rows and fields of a table: more take longer than a writer waits. */
const most = { rows: 300_000, fields: 2_000_000 } as const;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/u;

/**
 * Reads comma-separated values strictly: UTF-8 (a byte order mark is allowed), quoted fields with doubled
 * quotation marks, and as many fields in every row as in the header. Blank lines are skipped.
 * @param file path for problems
 * @param delimiter the sign between fields
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readCsv(bytes: Uint8Array, file: string, delimiter = ','): CsvTable {
  const text = decode(bytes);
  if (typeof text !== 'string') return { header: [], rows: [], problems: [{ file, ...text }] };
  const tooLarge = oversize(text);
  if (tooLarge) return { header: [], rows: [], problems: [{ file, ...tooLarge }] };
  const problems: Problem[] = [];
  const [header, ...rows] = readRows(text, delimiter, (problem) => problems.push({ file, ...problem }));
  // Without its header, what the rows hold cannot be said.
  const headerIsWrong = problems.some(({ line }) => line < (header?.[0]?.line ?? Infinity));
  if (!header || headerIsWrong)
    return {
      header: [],
      rows: [],
      problems:
        problems.length > 0
          ? problems
          : [
              {
                file,
                line: 1,
                column: 1,
                what: 'The file is empty.',
                write: 'Begin with a line that names the columns.',
              },
            ],
    };
  for (const row of rows) {
    const [first] = row;
    if (first && row.length !== header.length)
      problems.push({
        file,
        line: first.line,
        column: first.column,
        what: `The row has ${fields(row.length)}, but the header has ${header.length}.`,
        write: 'Write one value for each column; put a value that holds a comma between quotation marks.',
      });
  }
  return { header, rows: rows.filter((row) => row.length === header.length), problems };
}

function oversize(text: string): Omit<Problem, 'file'> | undefined {
  let [rows, fields] = [1, 1];
  for (const [sign] of text.matchAll(/[,\n\r]/gu)) {
    fields += 1;
    if (sign !== ',') rows += 1;
    if (rows > most.rows || fields > most.fields)
      return {
        line: rows,
        column: 1,
        what: `The table has more than ${most.rows.toLocaleString('en')} rows or ${most.fields.toLocaleString('en')} fields.`,
        write: 'Keep only the columns of the two models and the winner, and split the file.',
      };
  }
  return undefined;
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

/** All rows that are neither blank nor malformed. After a malformed row, reading goes on with the next line. */
function readRows(text: string, delimiter: string, report: (problem: Omit<Problem, 'file'>) => void): CsvField[][] {
  const rows: CsvField[][] = [];
  const starts = [0, ...Array.from(text.matchAll(lineEnd), ({ 0: end, index }) => index + end.length)];
  let [line, malformed] = [1, 0];
  while (line <= starts.length) {
    let column = 1;
    let row: CsvField[] = [];
    try {
      parse(text.slice(starts[line - 1]), {
        delimiter,
        relax_column_count: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        cast: (value, { quoting }) => {
          row.push({ text: value, line, column });
          const [last = '', ...before] = value.split(lineEnd).reverse();
          const marks = quoting ? 2 + (last.match(/"/gu)?.length ?? 0) : 0;
          line += before.length;
          // On the last line of a field of several, the first quotation mark is not.
          column = (before.length > 0 ? 0 : column) + last.length + marks + 1;
          return value;
        },
        on_record: () => {
          if (row.length > 1 || row[0]?.text.trim() !== '') rows.push(row);
          row = [];
          line += 1;
          column = 1;
          return null;
        },
      });
      break;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      report({ line, column, ...explain(error) });
      malformed += 1;
      // An open quotation mark reaches to the end of the file; and so many malformed rows have one cause.
      if (error.code === 'CSV_QUOTE_NOT_CLOSED' || malformed === mostMalformed) break;
      line += 1;
    }
  }
  return rows;
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
