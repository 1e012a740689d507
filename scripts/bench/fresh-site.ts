import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Names at the top of a folder and in its `node_modules`, where programs keep caches; packages behind a link are left alone. */
export function namesIn(folder: string): Set<string> {
  const packages = join(folder, 'node_modules');
  return new Set([
    ...readdirSync(folder),
    ...(lstatSync(packages, { throwIfNoEntry: false })?.isDirectory()
      ? readdirSync(packages).map((name) => join('node_modules', name))
      : []),
  ]);
}

/**
 * Makes the next build of a site a cold one: removes what builds wrote, and what they keep for the next.
 * @param written what was there before the first build, by `namesIn`
 */
export function removeBuilt(folder: string, written: ReadonlySet<string>): void {
  for (const name of namesIn(folder))
    if (!written.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
}
