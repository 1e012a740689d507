import { readChartTable, type ChartKind } from '#domain/stories/chart';
import { readCsv, type CsvField } from './csv.ts';
import type { Problem } from '../problem.ts';

/** A table next to a story, with its positions. */
export interface StoryTable {
  header: readonly CsvField[];
  rows: readonly (readonly CsvField[])[];
}

/** Bytes of a table: a chart shows a page of figures at most. */
const mostBytes = 100_000;

/** Reads a table next to a story. */
export function readStoryTable(bytes: Uint8Array, file: string): { table: StoryTable; problems: Problem[] } {
  if (bytes.length > mostBytes)
    return {
      table: { header: [], rows: [] },
      problems: [
        {
          file,
          line: 1,
          column: 1,
          what: `The table has more than ${mostBytes / 1000} kB.`,
          write: 'Keep only the figures that the chart shows.',
        },
      ],
    };
  const { header, rows, problems } = readCsv(bytes, file);
  return { table: { header, rows }, problems };
}

/** The words of a table without positions, trimmed. */
export const textsOf = ({ header, rows }: StoryTable): { header: string[]; rows: string[][] } => ({
  header: header.map(({ text }) => text.trim()),
  rows: rows.map((row) => row.map(({ text }) => text.trim())),
});

/**
 * What keeps a table from being drawn as a kind of chart.
 * @param file path of the table, for problems
 */
export function findTableFaults(table: StoryTable, kind: ChartKind, file: string): Problem[] {
  // What is wrong with the file as a table is reported already.
  if (table.header.length === 0) return [];
  return readChartTable(kind, textsOf(table)).faults.map(({ row, column, what, write }) => {
    const { line, column: at } = (row === 0 ? table.header : table.rows[row - 1])?.[column] ?? { line: 1, column: 1 };
    return { file, line, column: at, what, write };
  });
}
