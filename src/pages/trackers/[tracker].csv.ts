import type { APIRoute, GetStaticPaths } from 'astro';
import { trackerIds, type TrackerData } from '#domain/subjects/tracker';
import { tableCsv } from '#feeds/data/table-files';
import { pathOf } from '#queries/keys';
import { startPage } from '#queries/page';
import { trackerData } from '#queries/subjects/trackers';

export const getStaticPaths = (async () => {
  const { catalogue } = await startPage();
  return trackerIds.map((tracker) => pathOf({ tracker }, { data: trackerData(tracker, catalogue) }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ data: TrackerData }> = ({ props }) =>
  new Response(tableCsv(props.data), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
