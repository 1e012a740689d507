import { absolute, trackerDataPath, trackerPath } from '#domain/site/addresses';
import type { Frame } from '#domain/site/frame';
import { trackers, type TrackerData } from '#domain/subjects/tracker';
import { tableJson } from './table-files.ts';

/**
 * A tracker as a JSON file: what the columns mean, then the rows.
 * @param site as every page knows it
 */
export function trackerJson(data: TrackerData, { site, dataLicence }: Frame): string {
  const { name, description } = trackers[data.id];
  return tableJson(data, {
    name,
    description,
    page: absolute(trackerPath(data.id), site.url),
    csv: absolute(trackerDataPath(data.id, 'csv'), site.url),
    licence: dataLicence,
    checked: data.checked,
  });
}
