import type { APIRoute, GetStaticPaths } from 'astro';
import { drawPicture } from '#cards/chart-picture';
import type { Chart } from '#domain/stories/chart';
import { startPage } from '#queries/page';
import { chartPaths } from '#queries/stories/charts';

/** Charts of stories as pictures, for feed readers: `/charts/news/<slug>/<chart>.png`. */
export const getStaticPaths = (async () => chartPaths((await startPage()).catalogue)) satisfies GetStaticPaths;

export const GET: APIRoute<{ chart: Chart }> = async ({ props }) =>
  new Response(await drawPicture(props.chart), { headers: { 'Content-Type': 'image/png' } });
