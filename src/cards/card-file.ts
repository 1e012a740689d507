import { readFile } from 'node:fs/promises';
import type { Card } from '#domain/site/card';
import sharp from 'sharp';
import { reduceColours } from './card-colours.ts';
import { cardPicture, drawCard } from './card-drawing.ts';
import { pngOf } from './card-png.ts';

/**
 * Draws a card as PNG.
 * @param card what it shows
 * @param picture path of the picture of a story
 */
export async function cardFile(card: Card, picture: string | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const raster = picture === undefined ? undefined : await readFile(picture);
  const canvas = drawCard(card, raster !== undefined);
  if (raster) {
    const { left, top, width, height } = cardPicture;
    const pixels = await sharp(raster).autoOrient().resize(width, height, { fit: 'cover' }).flatten().toColourspace('srgb').raw().toBuffer();
    const { numbers, colours } = reduceColours(pixels, width, canvas.coloursLeft);
    canvas.place(left, top, width, numbers, colours);
  }
  return new Uint8Array(await pngOf(canvas));
}
