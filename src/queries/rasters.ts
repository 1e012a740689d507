import type { Raster } from '#domain/stories/story';
import type { StoryEntry } from './stories/stories.ts';

const sources = import.meta.glob('/content/{articles,reviews}/**/*.{webp,png,jpg,jpeg}', { import: 'default' });

/**
 * A picture in the folder of a story.
 * @param file its name
 * @throws Error when there is no such picture
 */
export function storyRaster({ filePath, pictureSizes }: StoryEntry, file: string): Raster {
  const [load, size] = [sources[`/${filePath.slice(0, filePath.lastIndexOf('/'))}/${file}`], pictureSizes?.[file]];
  if (!load || !size) throw new Error(`${filePath} names the picture \`${file}\`, which is not in its folder.`);
  return {
    ...size,
    // Loaded only where it is shown.
    get source() {
      return load();
    },
  };
}
