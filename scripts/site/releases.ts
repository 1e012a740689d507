import { execFile } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filesBelow } from '#integrations/built-site/files';
import { compressedEndings, isCompressed, isText } from '#integrations/host-files/media-types';
import { readRedirects } from '#integrations/host-files/redirects';
import { addressOf } from '#integrations/verify/addresses';

/**
 * A published folder: `releases/<time>/` holds whole sites, the link `current` names the one that readers get. A release is
 * written under a name of its own and renamed when it is complete; then one rename switches `current`. So whatever stops a
 * command on the way, readers see one whole site, and the next command removes what was left.
 */
export interface Publication {
  /** The verified site. */
  site: string;
  /** The folder to publish in. */
  folder: string;
  now: Date;
  /** Also write `.gz` and `.br` next to every text file. */
  compress: boolean;
  /** Number of releases to keep, the current one included. */
  keep: number;
  /** Publish even if many addresses of the current release are gone. */
  acceptLoss: boolean;
}

/** A reason not to publish, in words for the person who does it. */
export class Refusal extends Error {}

const run = promisify(execFile);
const unfinished = '.unfinished';
/** Files for one call of a compressing program: the command line has a limit. */
const batch = 200;

/**
 * Publishes a site.
 * @returns the name of the release
 * @throws Refusal when another command works on the folder or too many addresses are lost
 * @throws Error when a program fails; readers still get the release from before
 */
export async function publishSite({ site, folder, now, compress, keep, acceptLoss }: Publication): Promise<string> {
  mkdirSync(join(folder, 'releases'), { recursive: true });
  return locked(folder, async () => {
    const before = currentRelease(folder);
    const link = before === undefined ? undefined : join(folder, 'releases', before);
    if (link !== undefined && !acceptLoss) refuseLoss(link, site);
    const name = now.toISOString().replaceAll(':', '-');
    const release = join(folder, 'releases', name);
    if (existsSync(release)) throw new Refusal(`There is already a release ${name}. Try again.`);
    const draft = `${release}${unfinished}`;
    // Times are not copied: a file of the same bytes is a link to the one before, and keeps its time and so its ETag.
    await run('rsync', [
      '--recursive',
      '--checksum',
      ...(link === undefined ? [] : [`--link-dest=${link}`]),
      `${site}/`,
      `${draft}/`,
    ]);
    if (compress) await compressTexts(draft, link);
    renameSync(draft, release);
    switchTo(folder, name);
    for (const old of releasesOf(folder).slice(0, -keep)) if (old !== name) removeRelease(folder, old);
    return name;
  });
}

/**
 * Gives readers an earlier release.
 * @param wanted its name; undefined for the one before the current one
 * @returns the name of the release that is current now
 * @throws Refusal when there is no such release
 */
export async function rollBack(folder: string, wanted?: string): Promise<string> {
  const current = currentRelease(folder);
  if (current === undefined) throw new Refusal(`Nothing is published in ${folder}: there is no link \`current\`.`);
  return locked(folder, () => {
    const all = releasesOf(folder);
    const name = wanted ?? all.filter((release) => release < current).at(-1);
    if (name === undefined) throw new Refusal(`There is no release before ${current}. Releases: ${all.join(', ')}.`);
    if (!all.includes(name)) throw new Refusal(`There is no release ${name}. Releases: ${all.join(', ')}.`);
    switchTo(folder, name);
    return name;
  });
}

/** Names of all complete releases, oldest first. */
export function releasesOf(folder: string): string[] {
  return readdirSync(join(folder, 'releases'))
    .filter((name) => !name.endsWith(unfinished))
    .sort();
}

/** The name of the release that readers get; undefined before the first one. */
export function currentRelease(folder: string): string | undefined {
  const link = join(folder, 'current');
  return existsSync(link) ? readlinkSync(link).split('/').at(-1) : undefined;
}

function switchTo(folder: string, name: string): void {
  const next = join(folder, `current${unfinished}`);
  rmSync(next, { force: true });
  symlinkSync(join('releases', name), next);
  renameSync(next, join(folder, 'current'));
}

/** A release that is half removed must not be rolled back to. */
function removeRelease(folder: string, name: string): void {
  const leaving = join(folder, 'releases', `${name}${unfinished}`);
  renameSync(join(folder, 'releases', name), leaving);
  rmSync(leaving, { recursive: true, force: true });
}

/** Lets one command at a time work on a folder, and removes what a stopped one left. */
async function locked<Result>(folder: string, work: () => Result | Promise<Result>): Promise<Result> {
  const lock = join(folder, 'publish.lock');
  const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (isRunning(owner))
    throw new Refusal(
      `Another command (process ${owner}) is publishing in ${folder}. Wait until it ends. If there is none, delete ${lock}.`,
    );
  rmSync(lock, { force: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Refusal(`Another command started to publish in ${folder}. Wait until it ends.`);
    throw error;
  }
  try {
    removeLeftovers(folder);
    return await work();
  } finally {
    removeLeftovers(folder);
    rmSync(lock, { force: true });
  }
}

function removeLeftovers(folder: string): void {
  for (const name of readdirSync(join(folder, 'releases')))
    if (name.endsWith(unfinished))
      rmSync(join(folder, 'releases', name), { recursive: true, force: true, maxRetries: 10 });
}

function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Compresses the texts that are new; a text that is a link to the release before takes the compressed files from there too. */
async function compressTexts(release: string, before: string | undefined): Promise<void> {
  const texts = filesBelow(release).filter(isText);
  const changed = texts.filter((path) => before === undefined || !takeCompressed(path, release, before));
  for (let start = 0; start < changed.length; start += batch) {
    const files = changed.slice(start, start + batch).map((path) => join(release, path));
    await Promise.all([
      run('gzip', ['--best', '--no-name', '--force', '--keep', '--', ...files]),
      run('brotli', ['--best', '--force', '--keep', '--', ...files]),
    ]);
  }
}

function takeCompressed(path: string, release: string, before: string): boolean {
  const old = compressedEndings.map((ending) => join(before, `${path}${ending}`));
  const isLinked =
    old.every((file) => existsSync(file)) && statSync(join(before, path)).ino === statSync(join(release, path)).ino;
  if (isLinked)
    for (const [index, ending] of compressedEndings.entries())
      linkSync(old[index] ?? '', join(release, `${path}${ending}`));
  return isLinked;
}

/** Part of the addresses that may go at once, and a number that may always go. */
const mostLost = 0.1;
const fewLost = 10;

/** So many pages without a redirect are a mistake more often than a decision: a wrong branch, content that was not there. */
function refuseLoss(before: string, site: string): void {
  const addresses = filesBelow(before)
    .filter((path) => path.endsWith('.html') && !isCompressed(path))
    .map(addressOf);
  const kept = new Set([
    ...filesBelow(site).map(addressOf),
    ...readRedirects(readFileSync(join(site, '_redirects'), 'utf8')).map(({ from }) => from),
  ]);
  const lost = addresses.filter((address) => !kept.has(address));
  if (lost.length <= Math.max(fewLost, addresses.length * mostLost)) return;
  throw new Refusal(
    `${lost.length} of ${addresses.length} published pages are gone and have no redirect, for example ${lost.slice(0, 5).join(', ')}. If that is what you want, add --accept-loss.`,
  );
}
