import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { CustomRecord } from 'pagefind';
import { Cache } from '#loading/cache/cache';
import { cacheFile } from '#loading/cache/cache-folder';
import { digestOf } from '#loading/cache/digest';
import { closePagefind, makeBundle } from './bundle.ts';

/**
 * Full-text search: one Pagefind bundle per year in `pagefind/<year>/`, which the browser joins by `mergeIndex`. A bundle is
 * made again only when a text of its year has changed.
 */
export function search(): AstroIntegration {
  let root = '';
  return {
    name: 'megaton-search',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { made, kept } = await writeBundles(root, fileURLToPath(dir));
        logger.info(`${made.length === 0 ? 'no index' : `index of ${made.join(', ')}`} made, ${kept.length} as before`);
      },
    },
  };
}

/**
 * Turns the records that the pages wrote into bundles, and removes the records.
 * @param root the project's folder
 * @param site the built site
 * @returns years whose bundle was made, and years whose bundle was kept
 */
export async function writeBundles(root: string, site: string): Promise<{ made: string[]; kept: string[] }> {
  const records = join(site, 'search-records');
  const years = Map.groupBy(await readdir(records), (name) => name.slice(0, 4));
  const cache = new Cache<string>(cacheFile(root, 'search'), await pagefindVersion(root));
  const [made, kept]: [string[], string[]] = [[], []];
  for (const [year, names] of [...years].sort()) {
    const folder = join(site, 'pagefind', year);
    const texts = await Promise.all(names.sort(byNumber).map((name) => readFile(join(records, name), 'utf8')));
    const digest = digestOf(texts.join('\n'));
    const entry = join(folder, 'pagefind-entry.json');
    if (cache.get(year) === digest && existsSync(entry)) kept.push(year);
    else {
      await rm(folder, { recursive: true, force: true });
      const files = await makeBundle(texts.flatMap((text) => JSON.parse(text) as CustomRecord[]));
      // The entry is written last: a bundle with an entry is whole.
      for (const { path, content } of files.sort(({ path }) => (path === 'pagefind-entry.json' ? 1 : -1))) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
      made.push(year);
    }
    cache.set(year, digest);
  }
  if (made.length > 0) await closePagefind();
  for (const name of await readdir(join(site, 'pagefind')))
    if (!years.has(name)) await rm(join(site, 'pagefind', name), { recursive: true });
  await rm(records, { recursive: true });
  cache.save();
  return { made, kept };
}

const byNumber = (a: string, b: string): number => Number.parseInt(a.slice(5), 10) - Number.parseInt(b.slice(5), 10);

async function pagefindVersion(root: string): Promise<string> {
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return `pagefind ${dependencies['pagefind']}`;
}
