import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import type { Picture } from '#domain/stories/story';
import { cropWithin, type SocialImage } from '#domain/site/card';
import type { StoryImage, StoryImages } from '#domain/stories/structured-story';
import { storyRaster } from './rasters.ts';

/** Width of pictures in feeds, in pixels. */
const feedWidth = 1200;

/** A picture's file at the width for feeds. */
export async function feedPicture({ image }: Picture): Promise<{ path: string; width: number; height: number }> {
  const width = Math.min(feedWidth, image.width);
  const made = await getImage({ src: (await image.source) as ImageMetadata, width, format: 'webp', quality: 72 });
  return { path: made.src, width, height: Math.round((image.height * width) / image.width) };
}

/** Pictures next to stories: the file of the writer, and the one for feeds. */
export const feedPictures = { raster: storyRaster, file: feedPicture };

/** Height of the pictures for search engines, in pixels: 1200 wide at 4:3. */
const storyHeight = 900;
const wide = 16 / 9;

/**
 * A hero as other sites show it, cut from its middle: in the three ratios that search engines ask for, 16:9, 4:3 and 1:1, and
 * in that of social media.
 * @returns undefined without a hero
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export async function storyImages(hero: Picture | undefined): Promise<StoryImages | undefined> {
  if (!hero) return undefined;
  const { image } = hero;
  const cut = async (ratio: number): Promise<StoryImage> => {
    const height = Math.floor(Math.min(storyHeight, image.height, image.width / ratio));
    const width = Math.round(height * ratio);
    const { src } = await getImage({
      src: (await image.source) as ImageMetadata,
      width,
      height,
      fit: 'cover',
      position: 'center',
      format: 'webp',
      quality: 72,
    });
    return { path: src, width, height };
  };
  const isWide = Math.abs(image.width / image.height / wide - 1) < 0.01;
  const [social, ...search] = await Promise.all([
    socialImage(hero),
    isWide ? feedPicture(hero) : cut(wide),
    cut(4 / 3),
    cut(1),
  ]);
  return { search, social };
}

async function socialImage({ image, alt }: Picture): Promise<SocialImage> {
  const size = cropWithin(image);
  const { src } = await getImage({
    src: (await image.source) as ImageMetadata,
    ...size,
    fit: 'cover',
    position: 'center',
    format: 'jpg',
    quality: 80,
  });
  return { path: src, type: 'image/jpeg', ...size, alt };
}
