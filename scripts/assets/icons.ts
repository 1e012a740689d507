/**
 * Draws the pictures that stand for the site in other places anew, into public/: icons of every size that browsers and phones
 * ask for, the card of pages without one of their own, and the picture that stands for a video in feeds.
 * All come from public/favicon.svg and the wordmark.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { icoFile } from './ico.ts';

const folder = join(import.meta.dirname, '../public');
const ink = '#15120f';
const bone = '#efe7d8';
const signal = '#e8431f';

const mark = await readFile(join(folder, 'favicon.svg'));
const wordmark = /<path [^>]*d="([^"]+)"/u.exec(await readFile(join(import.meta.dirname, '../src/components/site/Wordmark.astro'), 'utf8'))?.[1];
if (wordmark === undefined) throw new Error('Wordmark.astro holds no path.');

const png = (svg: Buffer | string, width: number, height = width): Promise<Buffer> =>
  // So many dots an inch that the drawing is never enlarged.
  sharp(Buffer.from(svg), { density: 600 }).resize(width, height).png({ compressionLevel: 9, palette: true, colours: 64 }).toBuffer();

/** The mark within the circle of 80 %, which is all that phones keep of a maskable icon. */
const maskable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path fill="${ink}" d="M0 0h96v96H0z"/><g transform="translate(16 16)">${String(mark).replace(/^<svg[^>]*>|<\/svg>\s*$/gu, '')}</g></svg>`;

/** Intervals as the boards draw them, on one scale: left end, right end and score of each. */
const intervals: [from: number, to: number, score: number][] = [
  [800, 1090, 985],
  [720, 1010, 880],
  [640, 905, 790],
  [420, 690, 560],
];
const bars = intervals
  .map(([from, to, score], row) => {
    const y = 400 + row * 42;
    return `<path fill="${bone}" fill-opacity=".16" d="M90 ${y + 7}h1020v2H90z"/><path fill="${bone}" fill-opacity=".4" d="M${from} ${y}h${to - from}v16H${from}z"/><path fill="${signal}" d="M${score} ${y - 6}h8v28h-8z"/>`;
  })
  .join('');
const card = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"><path fill="${ink}" d="M0 0h1200v630H0z"/><path fill="${signal}" d="M0 0h1200v14H0z"/><g transform="translate(78 160) scale(1.552)"><path fill="${bone}" d="${wordmark}"/><circle fill="${signal}" cx="659" cy="58" r="12"/></g>${bars}</svg>`;
const video = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675"><path fill="${ink}" d="M0 0h1200v675H0z"/><circle fill="${signal}" cx="600" cy="337" r="130"/><path fill="${bone}" d="M560 262v150l130-75z"/></svg>`;

const files: Record<string, Buffer> = {
  'favicon.ico': icoFile(await Promise.all([16, 32, 48].map(async (size) => ({ size, png: await png(mark, size) })))),
  'apple-touch-icon.png': await png(mark, 180),
  'icon-192.png': await png(mark, 192),
  'icon-512.png': await png(mark, 512),
  'icon-maskable-512.png': await png(maskable, 512),
  'card.png': await png(card, 1200, 630),
  'video.png': await png(video, 1200, 675),
};
for (const [name, content] of Object.entries(files)) {
  await writeFile(join(folder, name), content);
  console.log(`public/${name}: ${(content.length / 1000).toFixed(1)} kB`);
}
