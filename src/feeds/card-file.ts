import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Card } from '#domain/card';
import sharp from 'sharp';
import { FileCache } from './card-cache.ts';
import { reduceColours } from './card-colours.ts';
import { cardPicture, drawCard } from './card-drawing.ts';
import { pngOf } from './card-png.ts';

const cache = new FileCache('node_modules/.cache/megaton/cards', '.png');

/**
 * A card as PNG. One that was drawn before is read from the cache.
 * @param card what it shows
 * @param picture path of the picture of a story
 */
export async function cardFile(card: Card, picture: string | undefined): Promise<Buffer<ArrayBuffer>> {
  const raster = picture === undefined ? undefined : await readFile(picture);
  return cache.get(keyOf(card, raster), () => draw(card, raster));
}

async function draw(card: Card, raster: Buffer | undefined): Promise<Buffer> {
  const canvas = drawCard(card, raster !== undefined);
  if (raster) {
    const { left, top, width, height } = cardPicture;
    const pixels = await sharp(raster).resize(width, height, { fit: 'cover' }).flatten().toColourspace('srgb').raw().toBuffer();
    const { numbers, colours } = reduceColours(pixels, width, canvas.coloursLeft);
    canvas.place(left, top, width, numbers, colours);
  }
  return pngOf(canvas);
}

/** Names all that a card depends on: what it says, its picture, and how it is drawn. */
export function keyOf(card: Card, raster: Buffer | undefined): string {
  return createHash('sha256').update(drawing()).update(JSON.stringify(card)).update(raster ?? '').digest('hex');
}

let drawingDigest: string | undefined;

/** A digest of all that draws: this code, the types, and the packages that read and write them. */
function drawing(): string {
  drawingDigest ??= createHash('sha256').update(drawingSources().map((file) => `${file}\n${readFileSync(file, 'base64')}\n`).join('')).update(drawingPackages()).digest('hex');
  return drawingDigest;
}

/** The files whose change may change a card. */
export function drawingSources(): string[] {
  const within = (folder: string, pattern: RegExp): string[] => readdirSync(folder).filter((name) => pattern.test(name)).sort().map((name) => join(folder, name));
  return [...within('src/feeds', /^card-.*\.ts$/u), ...within('src/styles/fonts', /^card-.*\.ttf$/u), 'src/domain/wordmark.ts'];
}

function drawingPackages(): string {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  return JSON.stringify([dependencies['sharp'], dependencies['opentype.js']]);
}
