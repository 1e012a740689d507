import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, readlink, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { takeLock } from './build-lock.ts';

/** Where a project keeps its built sites. `dist` is a link to one of them, so that one rename publishes another. */
export interface Places {
  /** All of the below but the link. */
  home: string;
  /** What readers are served. */
  link: string;
  /** Finished sites, each with its record beside it. */
  sites: string;
  /** Files of the site as they were made, between builds; finished sites hold links to them. */
  store: string;
  /** The code of the site, bundled. */
  press: string;
  /** Pictures that Astro keeps between builds. */
  cache: string;
  lock: string;
}

export function placesOf(root: string): Places {
  const home = join(root, '.dist');
  return { home, link: join(root, 'dist'), sites: join(home, 'sites'), store: join(home, 'store'), press: join(home, 'press'), cache: join(home, 'cache'), lock: join(home, 'lock') };
}

/** What is known of a site without opening it. */
export interface SiteRecord {
  /** The moment of its build, as ISO 8601 in UTC. */
  time: string;
  /** The site that was published before it. */
  previous?: string | undefined;
  /** Paths of its pages; undefined for a site that no build made. */
  pages?: readonly string[] | undefined;
}

/** A site that was published. */
export interface PublishedSite {
  id: string;
  folder: string;
  record: SiteRecord;
}

/**
 * Makes a site in a folder of its own and publishes it by one rename. Until then the last site stays as it is,
 * whatever happens: a failure takes the new folder away, and what a killed build leaves is taken away by the next.
 * @param root the project's folder
 * @param time the moment of the build
 * @param make fills the empty folder, checks it and tells the paths of its pages; it throws when the site must not be published
 * @returns the new site
 * @throws LockedError when another build is running, and whatever `make` throws
 */
export async function publish(root: string, time: Date, make: (folder: string, last: PublishedSite | undefined) => Promise<readonly string[]>): Promise<PublishedSite> {
  const places = placesOf(root);
  await mkdir(places.sites, { recursive: true });
  const unlock = takeLock(places.lock);
  try {
    await adopt(places);
    const last = await currentSite(root);
    await sweep(places, last);
    const site: PublishedSite = { ...newSite(places), record: { time: time.toISOString(), previous: last?.id } };
    try {
      await mkdir(site.folder);
      site.record.pages = await make(site.folder, last);
      await writeFile(recordOf(places, site.id), JSON.stringify(site.record));
      await point(places, site.id);
    } catch (error) {
      await remove(places, site.id);
      throw error;
    }
    await sweep(places, site);
    return site;
  } finally {
    unlock();
  }
}

/** The site that readers see; undefined when there is none. */
export async function currentSite(root: string): Promise<PublishedSite | undefined> {
  const places = placesOf(root);
  const target = await readlink(places.link).catch(() => undefined);
  return target === undefined ? undefined : siteOf(places, basename(target));
}

/**
 * Publishes the site before the present one again.
 * @returns that site
 * @throws Error when there is none
 */
export async function rollBack(root: string): Promise<PublishedSite> {
  if (!(await currentSite(root))) throw new Error('There is no site here yet. Run `npm run build` first.');
  const places = placesOf(root);
  const unlock = takeLock(places.lock);
  try {
    const previous = (await currentSite(root))?.record.previous;
    const site = previous === undefined ? undefined : await siteOf(places, previous);
    if (!site) throw new Error('There is no earlier site here.');
    await point(places, site.id);
    return site;
  } finally {
    unlock();
  }
}

async function siteOf(places: Places, id: string): Promise<PublishedSite | undefined> {
  const folder = join(places.sites, id);
  const found = await lstat(folder).catch(() => undefined);
  if (!found?.isDirectory()) return undefined;
  return { id, folder, record: await readRecord(recordOf(places, id)) };
}

async function readRecord(file: string): Promise<SiteRecord> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return { time: beginning, ...(JSON.parse(text) as Partial<SiteRecord>) };
  } catch {
    return { time: beginning };
  }
}

/** For a site of which nothing is known. */
const beginning = '1970-01-01T00:00:00.000Z';

const recordOf = ({ sites }: Places, id: string): string => join(sites, `${id}.json`);

function newSite({ sites }: Places): Pick<PublishedSite, 'id' | 'folder'> {
  const id = randomBytes(6).toString('hex');
  return { id, folder: join(sites, id) };
}

/** One rename, so that there is no moment without a site. */
async function point({ link, sites }: Places, id: string): Promise<void> {
  const made = join(sites, 'next');
  await rm(made, { force: true });
  await symlink(join('.dist', 'sites', id), made);
  await rename(made, link);
}

/** A `dist` that is a folder, from another tool or by hand, becomes the first site; so does one that was moved when a build was killed. */
async function adopt(places: Places): Promise<void> {
  const moved = join(places.sites, adopted);
  const found = await lstat(places.link).catch(() => undefined);
  if (found?.isDirectory()) {
    await rm(moved, { recursive: true, force: true });
    await rename(places.link, moved);
  }
  if (!found || found.isDirectory()) {
    if (await lstat(moved).catch(() => undefined)) await point(places, adopted);
  }
}

const adopted = 'adopted';

/** Takes away everything but a site and the one before it. */
async function sweep(places: Places, site: PublishedSite | undefined): Promise<void> {
  const kept = new Set([site?.id, site?.record.previous]);
  for (const name of await readdir(places.sites)) {
    if (name === 'next') await unlink(join(places.sites, name));
    else if (!kept.has(name.replace(/\.json$/u, ''))) await rm(join(places.sites, name), { recursive: true, force: true });
  }
}

async function remove(places: Places, id: string): Promise<void> {
  await rm(join(places.sites, id), { recursive: true, force: true });
  await rm(recordOf(places, id), { force: true });
}
