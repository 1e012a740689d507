import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { Canvas } from './card-canvas.ts';

/** More costs twice the time for a few bytes. */
const compressionLevel = 5;

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A canvas as PNG of numbered colours.
 * The drawing program would look for the best colours again, which takes twenty times as long: it compresses the numbers
 * as if they were greys, and the colours are put before them. Its compression gives the same bytes on all processors,
 * and that of `node:zlib` does not.
 * @see https://www.w3.org/TR/png-3/
 */
export async function pngOf({ pixels, width, height, palette }: Canvas): Promise<Buffer> {
  const greys = await sharp(pixels, { raw: { width, height, channels: 1 } }).toColourspace('b-w').png({ compressionLevel }).toBuffer();
  return Buffer.concat([signature, ...chunksOf(greys).flatMap(({ type, data }) => {
    if (type === 'IHDR') return [chunk(type, indexed(data)), chunk('PLTE', Buffer.from(palette))];
    return type === 'IDAT' || type === 'IEND' ? [chunk(type, data)] : [];
  })]);
}

/** The head of the file, with its colours numbered: byte 9 tells what a pixel is. */
function indexed(head: Buffer): Buffer {
  const changed = Buffer.from(head);
  changed[9] = 3;
  return changed;
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  const end = Buffer.alloc(4);
  end.writeUInt32BE(crc32(data, crc32(type)));
  return Buffer.concat([head, data, end]);
}
