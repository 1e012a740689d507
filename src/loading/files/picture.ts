import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { imageSize } from 'image-size';

/** Width and height in pixels, as browsers show the picture. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Why a picture cannot be used, and what to do. */
export interface PictureProblem {
  what: string;
  write: string;
}

/** What the endings of file names mean. */
const typeOf: Record<string, string> = { '.webp': 'webp', '.png': 'png', '.jpg': 'jpg', '.jpeg': 'jpg' };

/** Pixels: more would be a bomb, or a mistake. */
const longestSide = 8000;
const mostPixels = 40_000_000;
/** Bytes of a picture file. */
const mostBytes = 20_000_000;
/** Bytes in which a header is looked for: nearly all end within the first, behind a camera's notes all within the second. */
const headerBytes = [4096, 512 * 1024];

const save = 'Save the picture as WebP, PNG or JPEG.';

/**
 * Reads type and size of a picture from its header; nothing is decoded.
 * @param file path of a file whose name ends as pictures do
 * @returns the size, or why the picture cannot be used
 */
export function readPicture(file: string): PictureSize | PictureProblem {
  const descriptor = openSync(file, 'r');
  try {
    const { size: bytes } = fstatSync(descriptor);
    if (bytes === 0) return { what: 'The file of the picture is empty.', write: save };
    if (bytes > mostBytes)
      return {
        what: `The picture has ${Math.ceil(bytes / 1e6)} MB.`,
        write: `Save it with at most ${mostBytes / 1e6} MB.`,
      };
    return faultIn(
      headerOf(descriptor),
      readPart(descriptor, Math.max(0, bytes - 64), 64),
      bytes,
      extname(file).toLowerCase(),
    );
  } finally {
    closeSync(descriptor);
  }
}

interface Header extends PictureSize {
  type: string;
  /** The bytes that it was found in. */
  head: Uint8Array;
}

function headerOf(descriptor: number): Header | undefined {
  for (const length of headerBytes) {
    const head = readPart(descriptor, 0, length);
    const header = readHeader(head);
    if (header) return { ...header, head };
  }
  return undefined;
}

function readPart(descriptor: number, start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, start));
}

function faultIn(
  header: Header | undefined,
  tail: Uint8Array,
  bytes: number,
  ending: string,
): PictureSize | PictureProblem {
  if (!header) return { what: 'This is no picture that can be read.', write: save };
  const { type, width, height, head } = header;
  if (type !== typeOf[ending])
    return {
      what: `The file is called \`${ending}\` and holds ${type.toUpperCase()}.`,
      write: `${save} The name must say which.`,
    };
  if (!isWhole(type, head, tail, bytes))
    return { what: 'The picture breaks off: a part of the file is missing.', write: 'Copy or save it again.' };
  if (width < 1 || height < 1) return { what: 'The picture has no size.', write: save };
  if (width > longestSide || height > longestSide || width * height > mostPixels) {
    return {
      what: `The picture measures ${width} × ${height} pixels.`,
      write: `Make it smaller: at most ${longestSide} on each side and ${mostPixels / 1e6} million in all.`,
    };
  }
  return { width, height };
}

function readHeader(head: Uint8Array): (PictureSize & { type: string }) | undefined {
  try {
    const { type = '', width, height, orientation = 1 } = imageSize(head);
    // TGA has no mark of its own: chance makes any bytes look like it.
    if (type === 'tga') return undefined;
    // Cameras note from 5 on that the picture is on its side: https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf
    return orientation >= 5 ? { type, width: height, height: width } : { type, width, height };
  } catch {
    return undefined;
  }
}

/** Whether the file reaches to where its own format says that it ends. */
function isWhole(type: string, head: Uint8Array, tail: Uint8Array, bytes: number): boolean {
  const end = Buffer.from(tail);
  if (type === 'png') return end.includes('IEND');
  // RIFF: bytes 4 to 7 say how many follow.
  if (type === 'webp') return new DataView(head.buffer, head.byteOffset).getUint32(4, true) + 8 <= bytes;
  return end.lastIndexOf(Buffer.of(0xff, 0xd9)) >= 0;
}
