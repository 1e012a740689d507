import { join } from 'node:path';

/** Everything that a build keeps for the next one, from the project's root; Astro's `cacheDir`. Deleting it costs time only. */
export const cacheFolder = '.cache';

/** The file of one of our own caches. */
export const cacheFile = (root: string, name: string): string => join(root, cacheFolder, `${name}.json`);
