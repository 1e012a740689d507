import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readBuildState, writeBuildState } from './build-state.ts';
import { filesBelow } from './built-site/files.ts';

/** Files that other steps of the build write or remove. */
const ofOtherSteps = /^\/(?:_astro|admin|pagefind)\/|^\/_headers$/u;

/**
 * What Astro's incremental build leaves to us: the next build does not continue one that did not finish, and pages that no longer exist
 * are removed.
 */
export function incremental(): AstroIntegration {
  let [root, publicDir, outDir, generation] = ['', '', '', 0];
  return {
    name: 'megaton-incremental',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        if (command !== 'build') return;
        [root, publicDir, outDir] = [config.root, config.publicDir, config.outDir].map((url) => fileURLToPath(url)) as [
          string,
          string,
          string,
        ];
        const last = readBuildState(root);
        const unfinished = last?.state === 'started';
        if (unfinished) logger.info('the last build did not finish: every page is rendered again');
        generation = (last?.generation ?? 0) + (unfinished ? 1 : 0);
        // Astro reuses nothing when its configuration has changed, and `define` is a part of it.
        updateConfig({
          vite: {
            define: { 'import.meta.env.MEGATON_CACHE_VERSION': JSON.stringify(`${generation} ${cacheVersion(root)}`) },
          },
        });
      },
      'astro:build:start': () => {
        writeBuildState(root, { state: 'started', generation });
        // Each build writes the whole bundle and every picture.
        rmSync(join(outDir, '_astro'), { recursive: true, force: true });
      },
      'astro:build:done': ({ dir, assets, logger }) => {
        const site = fileURLToPath(dir).replace(/\/$/u, '');
        const present = new Set([...assets.values()].flat().map((url) => fileURLToPath(url).slice(site.length)));
        for (const path of filesBelow(publicDir.replace(/\/$/u, ''))) present.add(path);
        const gone = filesBelow(site).filter((path) => !present.has(path) && !ofOtherSteps.test(path));
        for (const path of gone) rmSync(join(site, path));
        removeEmptyFolders(site);
        if (gone.length > 0) logger.info(`${gone.length} files of pages that no longer exist are removed`);
        writeBuildState(root, { state: 'rendered', generation });
      },
    },
  };
}

/**
 * Everything but content that decides what a page looks like: code, mode and runtime. Astro tracks the modules of a page, but
 * not the names of shared stylesheets and scripts, which a change of any component changes.
 */
function cacheVersion(root: string): string {
  const hash = createHash('sha256').update(
    [process.version, process.arch, process.env['MEGATON_PREVIEW'] ?? ''].join(' '),
  );
  for (const path of filesBelow(join(root, 'src'))) hash.update(path).update(readFileSync(join(root, 'src', path)));
  return hash.update(readFileSync(join(root, 'astro.config.mjs'))).digest('base64url');
}

/** @returns true when nothing is left in the folder */
function removeEmptyFolders(folder: string): boolean {
  const left = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => !entry.isDirectory() || !removeEmptyFolders(join(folder, entry.name)),
  );
  if (left.length === 0) rmdirSync(folder);
  return left.length === 0;
}
