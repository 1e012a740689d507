import type { Problem } from '../problem.ts';

/** One value of a table, at the place where it begins. */
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

// A line may end in LF, CRLF or CR; a field without quotation marks ends there or at a comma.
const lineEnd = /\r\n|\n|\r/gu;
const plainField = /[^,\r\n]*/uy;
const restOfLine = /[^\r\n]*/uy;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/u;

/**
 * Reads comma-separated values strictly: UTF-8 (a byte order mark is allowed), quoted fields with doubled
 * quotation marks, and as many fields in every row as in the header. Blank lines are skipped.
 * @param file path for problems
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readCsv(bytes: Uint8Array, file: string): CsvTable {
  const text = decode(bytes);
  if (typeof text !== 'string') return { header: [], rows: [], problems: [{ file, ...text }] };
  const reader = new CsvReader(text, file);
  const [header, ...rows] = reader.readRows();
  // Without its header, what the rows hold cannot be said.
  const headerIsWrong = reader.problems.some(({ line }) => line < (header?.[0]?.line ?? Infinity));
  if (!header || headerIsWrong) return { header: [], rows: [], problems: reader.problems.length > 0 ? reader.problems : [{ file, line: 1, column: 1, what: 'The file is empty.', write: 'Begin with a line that names the columns.' }] };
  const even = rows.filter((row) => row.length === header.length);
  for (const row of rows) {
    const [first] = row;
    if (first && row.length !== header.length) reader.report(first, `The row has ${fields(row.length)}, but the header has ${header.length}.`, 'Write one value for each column; put a value that holds a comma between quotation marks.');
  }
  return { header, rows: even, problems: reader.problems };
}

const fields = (count: number): string => `${count} field${count === 1 ? '' : 's'}`;

function decode(bytes: Uint8Array): string | Omit<Problem, 'file'> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { line: 1, column: 1, what: 'The file is not UTF-8 text.', write: 'Save the table as CSV with the encoding UTF-8.' };
  }
  const found = control.exec(text);
  if (!found) return text;
  const before = text.slice(0, found.index).split(lineEnd);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, what: 'A control character stands here, which no reader can see.', write: 'Delete it, or save the table as CSV with the encoding UTF-8.' };
}

/** Walks through a text field by field and knows the line it is on. */
class CsvReader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #file: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  /** All rows that are neither blank nor wrong. */
  readRows(): CsvField[][] {
    const rows: CsvField[][] = [];
    while (this.#at < this.#text.length) {
      const row = this.#readRow();
      const blank = row?.length === 1 && row[0]?.text.trim() === '';
      if (row && !blank) rows.push(row);
    }
    return rows;
  }

  report({ line, column }: Pick<CsvField, 'line' | 'column'>, what: string, write: string): void {
    this.problems.push({ file: this.#file, line, column, what, write });
  }

  /** Reads up to the next line; undefined when the row is wrong. */
  #readRow(): CsvField[] | undefined {
    const row: CsvField[] = [];
    for (;;) {
      const start = { line: this.#line, column: this.#column() };
      const text = this.#text[this.#at] === '"' ? this.#readQuoted(start) : this.#readPlain();
      if (text === undefined) {
        this.#take(restOfLine);
        this.#takeLineEnd();
        return undefined;
      }
      row.push({ text, ...start });
      if (this.#text[this.#at] !== ',') break;
      this.#at += 1;
    }
    this.#takeLineEnd();
    return row;
  }

  #readPlain(): string | undefined {
    const start = this.#at;
    const text = this.#take(plainField);
    const quote = text.indexOf('"');
    if (quote === -1) return text;
    const column = start + quote - this.#lineStart + 1;
    this.report({ line: this.#line, column }, 'A quotation mark stands inside a field.', 'Put the whole field between quotation marks, and write each quotation mark inside it twice.');
    return undefined;
  }

  #readQuoted(start: Pick<CsvField, 'line' | 'column'>): string | undefined {
    const end = this.#closingQuote();
    if (end === -1) {
      this.report(start, 'This quotation mark is never closed.', 'Write a quotation mark at the end of the field.');
      this.#at = this.#text.length;
      return undefined;
    }
    const raw = this.#text.slice(this.#at + 1, end);
    for (const { 0: mark, index } of raw.matchAll(lineEnd)) {
      this.#line += 1;
      this.#lineStart = this.#at + 1 + index + mark.length;
    }
    this.#at = end + 1;
    if (this.#at < this.#text.length && !',\r\n'.includes(this.#text[this.#at] ?? '')) {
      this.report({ line: this.#line, column: this.#column() }, 'Something stands behind the closing quotation mark.', 'Write a comma there, or write a quotation mark inside a field twice.');
      return undefined;
    }
    return raw.replaceAll('""', '"');
  }

  /** The index of the quotation mark that closes the field, or -1. */
  #closingQuote(): number {
    let quote = this.#text.indexOf('"', this.#at + 1);
    while (quote !== -1 && this.#text[quote + 1] === '"') quote = this.#text.indexOf('"', quote + 2);
    return quote;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const taken = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += taken.length;
    return taken;
  }

  #takeLineEnd(): void {
    if (this.#at >= this.#text.length) return;
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : 1;
    this.#line += 1;
    this.#lineStart = this.#at;
  }

  #column(): number {
    return this.#at - this.#lineStart + 1;
  }
}
