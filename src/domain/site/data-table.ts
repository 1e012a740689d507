/** What a column of a data file may hold. */
export type Cell = string | number | boolean | null;

/** A table as data for others. */
export interface DataTable {
  /** Each column with what it holds, in the order of the CSV file. */
  columns: readonly (readonly [name: string, meaning: string])[];
  rows: readonly Readonly<Record<string, Cell>>[];
}
