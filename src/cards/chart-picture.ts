import { renderAsync } from '@resvg/resvg-js';
import { chartPictureWidth, type Chart } from '#domain/stories/chart';
import { drawChart } from '#charts/story/draw.ts';
import { mark, type Palette } from '#charts/story/svg.ts';

/** The colours of the light theme, as tokens.css has them. */
const colours: Palette & { paper: string } = {
  paper: '#fbfaf6',
  main: '#15120f',
  soft: '#5c554c',
  hairline: '#d6d0c5',
  bar: '#b9b2a6',
  signal: '#cf3a1a',
};

/** Pixels around the drawing, and how much larger the picture is, for sharp screens. */
const [margin, scale] = [24, 2];
const width = chartPictureWidth - 2 * margin;

/**
 * A chart as PNG, for feed readers, which show no SVG. Its title is next to it in the feed.
 * @returns the same bytes for the same chart
 */
export async function drawPicture(chart: Chart): Promise<Uint8Array<ArrayBuffer>> {
  const { height, marks } = drawChart(chart, { width, colours });
  const [full, tall] = [width + 2 * margin, Math.ceil(height + 2 * margin)];
  const inside = [
    mark('rect', { width: full, height: tall, fill: colours.paper }),
    mark('g', { transform: `translate(${margin} ${margin})` }, marks),
  ].join('');
  const svg = mark(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${full} ${tall}`, width: scale * full, height: scale * tall },
    inside,
  );
  const picture = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: ['src/styles/fonts/card-interface.ttf'],
      defaultFontFamily: 'Archivo',
    },
  });
  return new Uint8Array(picture.asPng());
}
