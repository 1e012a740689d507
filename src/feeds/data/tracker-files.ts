import { absolute, trackerDataPath, trackerPath } from '#domain/site/addresses';
import type { Frame } from '#domain/site/frame';
import { trackers, type TrackerData } from '#domain/subjects/tracker';
import { csvCell } from './board-files.ts';

/**
 * A tracker as a JSON file: what the columns mean, then the rows.
 * @param site as every page knows it
 */
export function trackerJson({ id, columns, rows, checked }: TrackerData, { site, dataLicence }: Frame): string {
  const { name, description } = trackers[id];
  return `${JSON.stringify(
    {
      name,
      description,
      page: absolute(trackerPath(id), site.url),
      csv: absolute(trackerDataPath(id, 'csv'), site.url),
      licence: dataLicence ?? null,
      checked: checked ?? null,
      columns: Object.fromEntries(columns),
      rows,
    },
    undefined,
    2,
  )}\n`;
}

/** A tracker as a CSV file (RFC 4180, UTF-8): a header, then the rows of the JSON file. Empty means null. */
export function trackerCsv({ columns, rows }: TrackerData): string {
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
