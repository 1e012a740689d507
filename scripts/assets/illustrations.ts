import { mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { grainSize, grainTile, sheet } from './illustrations/drawing.ts';

interface Illustration {
  default: () => string;
}

const root = join(import.meta.dirname, '../..');
const drawings = join(import.meta.dirname, 'illustrations');
const articles = join(root, 'content/articles');
const reviews = join(root, 'content/reviews');

/** The year under which an article is filed that has no folder yet. */
const newYear = '2026';
const grainStrength = 0.075;
const quality = 80;

/** The files of the drawings by slug, in order of the alphabet; they are in folders by category, reviews apart. */
async function drawingFiles(): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(drawings, { recursive: true });
  const found = files
    .filter((file) => file.endsWith('.ts') && file !== 'drawing.ts')
    .map((file): [string, string] => [basename(file, '.ts'), join(drawings, file)]);
  return new Map(found.sort(([a], [b]) => a.localeCompare(b)));
}

/** The chosen slugs, or all. */
function chooseSlugs(chosen: readonly string[], known: readonly string[]): readonly string[] {
  const unknown = chosen.filter((slug) => !known.includes(slug));
  if (unknown.length > 0) throw new Error(`No illustration named ${unknown.join(', ')}. Known: ${known.join(', ')}`);
  return chosen.length > 0 ? chosen : known;
}

/** The folder of a story, under whichever year it is filed, or of a review. */
async function folderOf(slug: string): Promise<string> {
  if (slug.endsWith('-review')) return join(reviews, slug);
  const years = await readdir(articles);
  const stories = await Promise.all(years.map(async (year) => ({ year, slugs: await readdir(join(articles, year)) })));
  return join(articles, stories.find(({ slugs }) => slugs.includes(slug))?.year ?? newYear, slug);
}

/** The markup of one drawing as a whole SVG file. */
async function svgOf(file: string): Promise<Buffer> {
  const { default: markup } = (await import(file)) as Illustration;
  const size = `width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}"`;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${markup()}</svg>`);
}

/** Writes one illustration with its grain; returns its name and weight. */
async function draw(slug: string, file: string, grain: Buffer): Promise<string> {
  const folder = await folderOf(slug);
  await mkdir(folder, { recursive: true });
  const tile = { input: grain, raw: { width: grainSize, height: grainSize, channels: 4 as const }, tile: true };
  const { size } = await sharp(await svgOf(file))
    .composite([tile])
    .removeAlpha()
    .webp({ quality, effort: 6 })
    .toFile(join(folder, 'hero.webp'));
  return `${slug}: ${Math.round(size / 1000)} kB`;
}

/**
 * Draws the illustrations of this project; each is a file in a folder of ./illustrations and becomes the hero.webp of the story of its name.
 * @param chosen slugs of stories; empty for all
 * @throws Error when a slug has no drawing
 */
export async function writeIllustrations(chosen: readonly string[]): Promise<void> {
  const grain = grainTile(grainStrength);
  const files = await drawingFiles();
  for (const slug of chooseSlugs(chosen, [...files.keys()])) {
    const file = files.get(slug);
    if (file !== undefined) console.log(await draw(slug, file, grain));
  }
}
