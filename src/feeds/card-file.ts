import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Card } from '#domain/card';
import sharp from 'sharp';
import { cardPicture, cardSvg } from './card-svg.ts';

/** Kept between builds; what a card shows is its name there. */
const cache = 'node_modules/.cache/megaton/cards';

/**
 * A card as PNG. One that was drawn before is read from the cache.
 * @param card what it shows
 * @param picture path of the picture of a story
 */
export async function cardFile(card: Card, picture: string | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const svg = cardSvg(card, picture !== undefined);
  const raster = picture === undefined ? undefined : await readFile(picture);
  // Another version of the drawing program may set other pixels.
  const key = createHash('sha256').update(svg).update(raster ?? '').update(sharp.versions.sharp ?? '').digest('hex');
  const file = join(cache, `${key}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const drawn = await drawCard(svg, raster);
  await mkdir(cache, { recursive: true });
  // Another process may draw the same card: a half-written one must never be read.
  await writeFile(`${file}.${process.pid}`, drawn);
  await rename(`${file}.${process.pid}`, file);
  return new Uint8Array(drawn);
}

async function drawCard(svg: string, raster: Buffer | undefined): Promise<Buffer> {
  const { left, top, width, height } = cardPicture;
  const base = sharp(Buffer.from(svg)).flatten();
  const placed = raster ? base.composite([{ input: await sharp(raster).resize(width, height, { fit: 'cover' }).toBuffer(), left, top }]) : base;
  return placed.png({ palette: true, colours: 128, effort: 4, compressionLevel: 9 }).toBuffer();
}
