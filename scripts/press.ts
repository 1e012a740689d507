import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { digestOf } from '#loading/digest';
import { readSealed, writeSealed } from '#loading/sealed-file';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { filesBelow } from './files.ts';

/**
 * The code of the site, bundled once: as long as the code and the pictures are the same, it prints the pages of any
 * content without Astro's build, which costs seconds however little has changed. What the bundle takes from outside is
 * the content (see `#loading/shelf`) and the names of pictures.
 */
export interface Press {
  /** Every file that routes stand for. */
  sheets: () => Promise<Sheet[]>;
  /**
   * @returns the bytes of a file
   * @throws UnknownPictureError when a picture must be made that this press has not made
   */
  print: (sheet: Sheet) => Promise<Uint8Array>;
}

/** A file that a route prints. */
export interface Sheet {
  /** Path in the site, with a slash at its start. */
  path: string;
  /** Equal keys mean equal bytes; undefined when the file must be printed to know them. */
  key: string | undefined;
  pathname: string;
  route: RouteData;
}

/** A page shows a picture in a size that no page showed when the press was made. */
export class UnknownPictureError extends Error {
  override readonly name = 'UnknownPictureError';
}

/** What is kept of a bundle beside its code. */
interface PressRecord {
  key: string;
  code: string;
  entry: string;
  /** SHA-256 of each file of the bundle. */
  digests: Record<string, string>;
  /** Styles of routes, as Astro's bundling found them. */
  styles: [route: string, styles: unknown][];
  /** Paths of made pictures, by what was asked for. */
  pictures: Record<string, string>;
}

/** What Astro calls for each picture of a page. */
type AddPicture = (options: Record<string, unknown>, hashed: readonly string[], original: unknown) => string;
interface AstroAssets {
  addStaticImage?: AddPicture;
  referencedImages: Set<unknown>;
  recordReferencedImage?: () => void;
}
const assets = globalThis as unknown as { astroAsset: AstroAssets };

/** The name of a picture follows from the file and all that shapes it. */
const askedPicture = (options: Record<string, unknown>, hashed: readonly string[]): string => {
  const { src } = options['src'] as { src: string };
  return JSON.stringify([src, ...hashed.filter((name) => name !== 'src').map((name) => options[name] ?? null)]);
};

/**
 * Opens the press of the last build.
 * @param folder where it is kept
 * @param key names everything that it was made of
 * @param hasPicture whether a made picture is still there
 * @returns why there is none to open, in words, instead; nothing in a first build
 */
export async function openPress(folder: string, key: string, hasPicture: (path: string) => boolean): Promise<Press | string> {
  if (!existsSync(folder)) return '';
  const record = readRecord(folder);
  if (!record) return 'The bundle of the code is damaged or unfinished: it is made anew.';
  if (record.key !== key) return 'The code, the tools, a picture or a standing page has changed: the code is bundled anew.';
  assets.astroAsset = {
    referencedImages: new Set(),
    recordReferencedImage: () => undefined,
    addStaticImage: (options, hashed) => {
      const asked = askedPicture(options, hashed);
      const path = record.pictures[asked];
      if (path === undefined || !hasPicture(path)) throw new UnknownPictureError(`No picture is made for ${asked}.`);
      return path;
    },
  };
  const { app } = (await import(pathToFileURL(join(folder, 'bundle', record.entry)).href)) as { app: BuildApp };
  // Of all that Astro's build knows, pages need only this.
  app.setInternals({ pagesByKeys: new Map(record.styles.map(([route, styles]) => [route, { styles }])) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: tell } } } });
  return pressOf(() => new StaticPaths(app).getAll(), (request, routeData) => app.render(request, { routeData }));
}

/** Astro's application for builds; not a part of its public interface. */
interface BuildApp extends StaticPathsApp {
  setInternals: (internals: unknown) => void;
  setOptions: (options: unknown) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

function tell({ level, message }: { level: string; message: string }): boolean {
  if (level === 'warn' || level === 'error') console.error(message);
  return true;
}

function pressOf(getPaths: AstroPrerenderer['getStaticPaths'], render: (request: Request, route: RouteData) => Promise<Response>): Press {
  return {
    sheets: async () => (await getPaths()).map(({ pathname, route, cacheKey }) => ({ path: fileOf(pathname, route), key: cacheKey, pathname, route })),
    print: async ({ path, pathname, route }) => {
      const response = await render(new Request(`http://localhost${addressOf(pathname, route)}`), route);
      const isError = response.status !== (path === '/404.html' ? 404 : 200);
      if (isError || response.body === null) throw new Error(`${path} could not be printed: ${route.component} answered ${response.status}.`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

const isPage = (route: RouteData): boolean => route.type === 'page';

const addressOf = (pathname: string, route: RouteData): string => (isPage(route) ? `${pathname.replace(/\/$/u, '')}/` : pathname);

function fileOf(pathname: string, route: RouteData): string {
  if (!isPage(route)) return pathname;
  return pathname === '/404' || pathname === '/404/' ? '/404.html' : `${addressOf(pathname, route)}index.html`;
}

/** A file of a finished bundle, or of the folder for public files. */
export interface Asset {
  /** Path in the site, with a slash at its start. */
  path: string;
  file: string;
}

/** What a press is made from, and for. */
export interface PressJob {
  root: string;
  /** Where the press is kept. */
  folder: string;
  /** Where Astro keeps made pictures between builds. */
  cache: string;
  /** Names everything that the press is made of. */
  key: string;
  /** Names the code alone: as long as it is the same, pictures keep their names. */
  code: string;
  /** Prints pages while the press is new: only then are pictures made. */
  print: (press: Press, found: readonly Asset[]) => Promise<void>;
  /** Takes made pictures. */
  takePictures: (pictures: readonly Asset[]) => void;
}

/**
 * Makes a new press with Astro's build, prints with it, and keeps it for the next build.
 * @throws what Astro's build throws; the old press is gone then
 */
export async function makePress({ root, folder, cache, key, code, print, takePictures }: PressJob): Promise<void> {
  const last = readRecord(folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const site = join(folder, 'site');
  const record: PressRecord = { key, code, entry: '', digests: {}, styles: [], pictures: last?.code === code ? last.pictures : {} };
  let found: readonly Asset[] = [];
  const work = async (press: Press, pages: Pages): Promise<void> => {
    cpSync(join(site, '.prerender'), join(folder, 'bundle'), { recursive: true });
    record.styles = [...pages].map(([route, { styles }]) => [route, styles]);
    found = assetsIn(site);
    noteNames(record.pictures);
    await print(press, found);
  };
  // Most builds do without it, and to load it alone takes longer than they do.
  const { build } = await import('astro');
  await build({ root, outDir: site, cacheDir: cache, logLevel: 'warn', integrations: [printing(work)] });
  const before = new Set(found.map(({ path }) => path));
  takePictures(assetsIn(site).filter(({ path }) => !before.has(path)));
  rmSync(site, { recursive: true });
  const bundle = join(folder, 'bundle');
  for (const path of filesBelow(bundle)) record.digests[path] = digestOf(readFileSync(join(bundle, path)));
  record.entry = Object.keys(record.digests).find((path) => path.startsWith('/prerender-entry.'))?.slice(1) ?? '';
  writeSealed(recordOf(folder), 'press', record);
}

type Pages = ReadonlyMap<string, { styles: unknown }>;

/** `name.hash.jpg`; what is made of it is called `name.hash_more.webp`. */
const original = /\.[\w-]{8}\.(?:webp|png|jpe?g)$/u;

/**
 * The files of a bundle, without the writers' own pictures, which Astro leaves beside what it makes of them, those of drafts
 * too: they may tell where and by whom they were taken.
 */
function assetsIn(site: string): Asset[] {
  return filesBelow(site)
    .filter((path) => !path.startsWith('/.prerender/') && !(path.startsWith('/_astro/') && original.test(path)))
    .map((path) => ({ path, file: join(site, path) }));
}

/** Puts our printing in the place of Astro's. */
function printing(work: (press: Press, pages: Pages) => Promise<void>): AstroIntegration {
  let pages: Pages = new Map();
  return {
    name: 'megaton-press',
    hooks: {
      'astro:build:setup': (bundling) => {
        pages = bundling.pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => ({
          ...own,
          getStaticPaths: async () => {
            const render = async (request: Request, routeData: RouteData): Promise<Response> => {
              const rendered = await own.render(request, { routeData });
              return 'response' in rendered ? rendered.response : rendered;
            };
            await work(pressOf(() => own.getStaticPaths(), render), pages);
            // All is printed: nothing is left for Astro but to make the pictures.
            return [];
          },
        }));
      },
    },
  };
}

/** Notes the name of each picture that pages ask for. */
function noteNames(pictures: Record<string, string>): void {
  const add = assets.astroAsset.addStaticImage;
  if (!add) throw new Error('Astro makes its pictures in another way: look at noteNames in scripts/press.ts.');
  assets.astroAsset.addStaticImage = (options, hashed, from) => {
    const path = add(options, hashed, from);
    pictures[askedPicture(options, hashed)] = path;
    return path;
  };
}

const recordOf = (folder: string): string => join(folder, 'press.json');

/** @returns nothing for a press of which a part is damaged or gone */
function readRecord(folder: string): PressRecord | undefined {
  const record = readSealed(recordOf(folder))?.value as PressRecord | undefined;
  return record && Object.entries(record.digests).every(([path, digest]) => isFile(join(folder, 'bundle', path), digest)) ? record : undefined;
}

function isFile(file: string, digest: string): boolean {
  return existsSync(file) && digestOf(readFileSync(file)) === digest;
}
