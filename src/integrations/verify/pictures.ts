/** What is wrong with a picture that cannot be read, or that holds metadata about the camera, the place or the program that made it. */
export async function pictureFaults(path: string, bytes: Buffer): Promise<string[]> {
  if (!/\.(?:webp|png|jpe?g|avif|gif)$/u.test(path)) return [];
  const { default: sharp } = await import('sharp');
  try {
    const { exif, xmp, iptc, comments } = await sharp(bytes).metadata();
    const found = Object.entries({ EXIF: exif, XMP: xmp, IPTC: iptc, comments }).filter(
      ([, value]) => value !== undefined,
    );
    return found.length > 0 ? [`${path}: holds ${found.map(([name]) => name).join(', ')}.`] : [];
  } catch (error) {
    return [`${path}: is no picture that can be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}
