import type { DataTable } from '#domain/site/data-table';
import type { Frame } from '#domain/site/frame';
import { csvCell } from './board-files.ts';

/** What a JSON file says of its table. */
export interface TableHead {
  name: string;
  description: string;
  /** Full addresses of the page and of the CSV file. */
  page: string;
  csv: string;
  licence?: Frame['dataLicence'];
  /** YYYY-MM-DD of the newest check. */
  checked?: string | undefined;
}

/** A table as a JSON file: what it is, what the columns mean, then the rows. */
export function tableJson({ columns, rows }: DataTable, head: TableHead): string {
  const { licence = null, checked = null, ...names } = head;
  const data = { ...names, licence, checked, columns: Object.fromEntries(columns), rows };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** A table as a CSV file (RFC 4180, UTF-8): a header, then the rows of the JSON file. Empty means null. */
export function tableCsv({ columns, rows }: DataTable): string {
  const names = columns.map(([name]) => name);
  const lines = rows.map((row) =>
    names
      .map((name) => {
        const value = row[name] ?? null;
        return csvCell(typeof value === 'boolean' ? String(value) : value);
      })
      .join(','),
  );
  return [names.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}
