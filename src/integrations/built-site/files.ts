import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Paths of all files below a folder, each with a slash at its start, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .split(sep)
          .join('/')}`,
    )
    .sort();
}
