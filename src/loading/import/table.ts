import type { CsvField } from '../files/csv.ts';
import type { Problem } from '../problem.ts';

/** A table as it was found, before anybody knows what its columns mean. */
export interface ImportTable {
  /** Names of the columns. */
  header: CsvField[];
  /** As many cells in each row as in the header. */
  rows: CsvField[][];
  /** What could not be read; rows with a problem are left out. */
  problems: Problem[];
}

/** A table with nothing but what is wrong with its file. */
export const withoutTable = (file: string, what: string, write: string, line = 1, column = 1): ImportTable => ({
  header: [],
  rows: [],
  problems: [{ file, line, column, what, write }],
});

/**
 * Leaves out rows that do not have a cell for each column, and reports them.
 * @param rows with the position where each begins
 */
export function fittingRows(
  header: CsvField[],
  rows: readonly { cells: CsvField[]; line: number; column: number }[],
  file: string,
): ImportTable {
  const problems = rows
    .filter(({ cells }) => cells.length !== header.length)
    .map(({ cells, line, column }) => ({
      file,
      line,
      column,
      what: `The row has ${cells.length} cell${cells.length === 1 ? '' : 's'}, but the header has ${header.length}.`,
      write: 'Write one cell for each column.',
    }));
  return { header, rows: rows.map(({ cells }) => cells).filter((cells) => cells.length === header.length), problems };
}
