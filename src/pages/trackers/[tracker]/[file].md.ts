import type { APIRoute, GetStaticPaths } from 'astro';
import { trackerIds, type TrackerData } from '#domain/subjects/tracker';
import { trackerMarkdown } from '#feeds/markdown/subject-markdown';
import { pathOf } from '#queries/keys';
import { startPage } from '#queries/page';
import { trackerData } from '#queries/subjects/trackers';

export const getStaticPaths = (async () => {
  const { catalogue, frame } = await startPage();
  return trackerIds.map((tracker) =>
    pathOf({ tracker, file: 'index' }, { data: trackerData(tracker, catalogue), site: frame.site.url }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ data: TrackerData; site: string }> = ({ props }) =>
  new Response(trackerMarkdown(props.data, props.site), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
