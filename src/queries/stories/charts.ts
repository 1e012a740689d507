import { chartPath } from '#domain/site/addresses';
import { chartsIn } from '#domain/stories/body';
import type { Chart } from '#domain/stories/chart';
import type { Catalogue } from '../catalogue.ts';
import { pathOf } from '../keys.ts';
import { storyRaster } from '../rasters.ts';
import { bodyOf } from './body.ts';
import { publicStories, storyPath } from './stories.ts';

/** Paths of the pictures of all charts in public stories. */
export async function chartPaths(
  catalogue: Catalogue,
): Promise<{ params: { chart: string }; props: { chart: Chart }; cacheKey: string }[]> {
  const withCharts = publicStories(catalogue).filter(({ references }) => references?.table.length !== 0);
  const paths = await Promise.all(
    withCharts.map(async (entry) => {
      const { parts } = await bodyOf(entry, catalogue, storyRaster);
      return chartsIn(parts).map((chart) =>
        pathOf({ chart: chartPath(storyPath(entry), chart.name).replace(/^\/charts\/|\.png$/gu, '') }, { chart }),
      );
    }),
  );
  return paths.flat();
}
