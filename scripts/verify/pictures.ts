import sharp from 'sharp';
import type { Checked } from './checks.ts';

/** Pictures that cannot be read, or that tell of the camera, the place or the program that made them. */
export async function tellingPictures({ site }: Checked): Promise<string[]> {
  const faults: string[] = [];
  for (const path of site.files.filter((file) => /\.(?:webp|png|jpe?g|avif|gif)$/u.test(file))) {
    try {
      const { exif, xmp, iptc, comments } = await sharp(site.bytes(path)).metadata();
      const found = Object.entries({ EXIF: exif, XMP: xmp, IPTC: iptc, comments }).filter(([, value]) => value !== undefined);
      if (found.length > 0) faults.push(`${path}: holds ${found.map(([name]) => name).join(', ')}.`);
    } catch (error) {
      faults.push(`${path}: is no picture that can be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return faults;
}
