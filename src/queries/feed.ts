import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import type { Picture } from '#domain/story';
import { rasterBeside } from './pictures.ts';

/** Width of pictures in feeds, in pixels. */
const feedWidth = 1200;

/** A picture's file at the width for feeds. */
export async function feedPicture({ image }: Picture): Promise<{ path: string; width: number; height: number }> {
  const width = Math.min(feedWidth, image.width);
  const made = await getImage({ src: image as ImageMetadata, width, format: 'webp', quality: 72 });
  return { path: made.src, width, height: Math.round((image.height * width) / image.width) };
}

/** Pictures beside stories: the file of the writer, and the one for feeds. */
export const feedPictures = { raster: rasterBeside, file: feedPicture };
