import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawCard } from '#cards/draw-card';
import { colours } from '#cards/parts';
import pngToIco from 'png-to-ico';
import sharp from 'sharp';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../../public');
const siteFile = 'content/site.yaml';

const png = (svg: string, width: number, height = width): Promise<Buffer> =>
  // A high density, so that the drawing is never enlarged.
  sharp(Buffer.from(svg), { density: 600 })
    .resize(width, height)
    .png({ compressionLevel: 9, palette: true, colours: 64 })
    .toBuffer();

/** Draws the pictures of the site in public/: its icons, the card of pages without one of their own, the picture of videos in feeds. */
export async function writeIcons(): Promise<void> {
  const mark = await readFile(join(folder, 'favicon.svg'), 'utf8');
  const { tagline } = parse(await readFile(siteFile, 'utf8')) as { tagline: string };

  /** The mark within the circle of 80 %, which is all that phones keep of a maskable icon. */
  const maskable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path fill="${colours.black}" d="M0 0h96v96H0z"/><g transform="translate(16 16)">${mark.replace(/^<svg[^>]*>|<\/svg>\s*$/gu, '')}</g></svg>`;
  const video = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675"><path fill="${colours.black}" d="M0 0h1200v675H0z"/><circle fill="${colours.signal}" cx="600" cy="337" r="130"/><path fill="${colours.bone}" d="M560 262v150l130-75z"/></svg>`;

  const files: Record<string, Uint8Array> = {
    'favicon.ico': await pngToIco(await Promise.all([16, 32, 48].map((size) => png(mark, size)))),
    'apple-touch-icon.png': await png(mark, 180),
    'icon-192.png': await png(mark, 192),
    'icon-512.png': await png(mark, 512),
    'icon-maskable-512.png': await png(maskable, 512),
    'card.png': await drawCard({ kind: 'site', tagline }, siteFile),
    'video.png': await png(video, 1200, 675),
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
    console.log(`public/${name}: ${(content.length / 1000).toFixed(1)} kB`);
  }
}
