import type { APIRoute, GetStaticPaths } from 'astro';
import type { Frame } from '#domain/site/frame';
import { trackerIds, type TrackerData } from '#domain/subjects/tracker';
import { trackerJson } from '#feeds/data/tracker-files';
import { pathOf } from '#queries/keys';
import { startPage } from '#queries/page';
import { trackerData } from '#queries/subjects/trackers';

export const getStaticPaths = (async () => {
  const { catalogue, frame } = await startPage();
  return trackerIds.map((tracker) => pathOf({ tracker }, { data: trackerData(tracker, catalogue), frame }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ data: TrackerData; frame: Frame }> = ({ props }) =>
  new Response(trackerJson(props.data, props.frame), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
