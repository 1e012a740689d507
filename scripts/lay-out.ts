import { copyFile, link, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** How many files a new site has, and how many of them are those of the last one. */
export interface LaidOut {
  /** Paths from the site's root, each with a slash at its start, sorted. */
  files: string[];
  unchanged: number;
}

/**
 * Lays a site out in its own folder: a file with the same bytes as in the last site becomes a hard link to it, any other
 * is copied. Files of a published site are never written again, so both sites may share them.
 * @param from finished pages, on which the build goes on working
 * @param to the empty folder of the new site
 * @param last the folder of the last site
 */
export async function layOut(from: string, to: string, last: string | undefined): Promise<LaidOut> {
  const files = await filesBelow(from);
  for (const folder of new Set(files.map((path) => dirname(join(to, path))))) await mkdir(folder, { recursive: true });
  let unchanged = 0;
  for (const path of files) {
    if (last !== undefined && (await haveSameBytes(join(from, path), join(last, path)))) {
      await link(join(last, path), join(to, path));
      unchanged += 1;
    } else {
      await copyFile(join(from, path), join(to, path));
    }
  }
  return { files, unchanged };
}

/** All files below a folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join('/')}`)
    .sort();
}

async function haveSameBytes(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(a), stat(b).catch(() => undefined)]);
  if (!other?.isFile() || one.size !== other.size) return false;
  const [left, right] = await Promise.all([readFile(a), readFile(b)]);
  return left.equals(right);
}
