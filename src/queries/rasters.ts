import type { Raster } from '#domain/stories/story';

const rasters = import.meta.glob<Raster>('/content/{articles,reviews}/**/*.{webp,png,jpg,jpeg}', { import: 'default' });

/**
 * A picture beside a story, with its true size.
 * @param story path of the story's file from the project's root
 * @param file name of the picture in the same folder
 * @throws Error when there is no such picture
 */
export async function rasterBeside(story: string, file: string): Promise<Raster> {
  const path = `/${story.slice(0, story.lastIndexOf('/'))}/${file}`;
  const load = rasters[path];
  if (!load) throw new Error(`${story} names the picture \`${file}\`, which is not in its folder.`);
  return load();
}
