import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { count } from './progress.ts';

/** What a cache was when it was last known to be right. */
interface Seal {
  /** Of whom it is: other versions of tools do not read it. */
  owner: string;
  /** SHA-256 of each file, by path. */
  files: Record<string, string>;
}

/**
 * Makes a cache safe to use: what a killed build left in it, what was changed or damaged since it was sealed, and what
 * belongs to other versions is taken away.
 * @param folder the cache
 * @param owner names everything that must be the same for a cache to be of use
 * @returns what was thrown away and why, in words; nothing when all was right
 */
export async function openCache(folder: string, owner: string): Promise<string[]> {
  const seal = await readSeal(folder);
  if (seal?.owner !== owner) {
    const wasThere = (await filesIn(folder)).length > 0;
    await rm(folder, { recursive: true, force: true });
    await rm(sealOf(folder), { force: true });
    await mkdir(folder, { recursive: true });
    return wasThere ? [seal ? 'The cache is of other versions of the tools: everything is made anew.' : 'The cache has no readable seal: everything is made anew.'] : [];
  }
  const bad: string[] = [];
  for (const path of await filesIn(folder)) {
    if ((await digest(join(folder, path))) === seal.files[path]) continue;
    bad.push(path);
    await rm(join(folder, path));
  }
  return bad.length > 0 ? [`Taken out of the cache: ${count(bad.length, 'damaged or unfinished file')}, ${bad[0]} among them.`] : [];
}

/** Says that a cache is right as it is. */
export async function sealCache(folder: string, owner: string): Promise<void> {
  const files: Record<string, string> = {};
  for (const path of await filesIn(folder)) files[path] = await digest(join(folder, path));
  const unfinished = `${sealOf(folder)}.new`;
  await writeFile(unfinished, JSON.stringify({ owner, files } satisfies Seal));
  await rename(unfinished, sealOf(folder));
}

const sealOf = (folder: string): string => `${folder}.seal.json`;

async function readSeal(folder: string): Promise<Seal | undefined> {
  const text = await readFile(sealOf(folder), 'utf8').catch(() => '');
  try {
    const seal = JSON.parse(text) as Partial<Seal>;
    return typeof seal.owner === 'string' && typeof seal.files === 'object' && seal.files !== null ? (seal as Seal) : undefined;
  } catch {
    return undefined;
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join('/'));
}

async function digest(file: string): Promise<string> {
  return createHash('sha256').update(await readFile(file)).digest('hex');
}
