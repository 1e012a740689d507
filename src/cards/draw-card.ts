import { socialSize, type Card } from '#domain/site/card';
import { renderAsync } from '@resvg/resvg-js';
import satori from 'satori';
import { drawable, fonts } from './fonts.ts';
import { templateOf, type Words } from './templates.ts';

/**
 * Draws a card of 1200 by 630 pixels as PNG; the same card always gives the same bytes.
 * Characters without a glyph in the card fonts are reported to the build log.
 * @param source the content file that the card is about, for the report
 */
export async function drawCard(card: Card, source: string): Promise<Uint8Array<ArrayBuffer>> {
  const words: Words = (text) => {
    const drawn = drawable(text);
    // Astro's log has no line break between the address of a file and the time it took.
    if (drawn.missing.length > 0)
      console.warn(
        `\n${source}: the card fonts have no glyph for ${[...new Set(drawn.missing)].join(' ')}. The card ${drawn.text === undefined ? 'does not show' : `shows “${drawn.text}” in place of`} “${text}”.`,
      );
    return drawn.text;
  };
  const svg = await satori(templateOf(card, words), { ...socialSize, fonts });
  const picture = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return new Uint8Array(picture.asPng());
}
