import type { Chart } from '#domain/stories/chart';
import { drawLines } from './lines.ts';
import { drawRows } from './rows.ts';
import type { Canvas, Drawing } from './svg.ts';

/** Draws a chart of a story: the same chart at the same width always gives the same marks. */
export const drawChart = (chart: Chart, canvas: Canvas): Drawing =>
  chart.kind === 'bar' || chart.kind === 'dot' ? drawRows(chart, canvas) : drawLines(chart, canvas);
