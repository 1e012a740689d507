import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildTime } from '#loading/build-time';
import { cacheFile } from '#loading/cache/cache-folder';
import { codeVersion } from '#loading/cache/code-version';
import { readContent } from '#loading/read-content';
import { readBuildState, writeBuildState } from '../build-state.ts';
import { visible } from '#domain/text/visible';
import { checks, problemsOf } from './checks.ts';
import { openSite } from './site.ts';

/** A broken template breaks every page: the first problems say enough. */
const shown = 40;

/** Checks the files that the build wrote: links, anchors, markup, feeds, drafts, counts. A problem fails the build. */
export function verify(): AstroIntegration {
  let root = '';
  return {
    name: 'megaton-verify',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const now = buildTime();
        const { collections: content } = readContent(root, now);
        const cache = {
          fileOf: (name: string) => cacheFile(root, `verify-${name}`),
          version: codeVersion(['integrations', 'domain']),
        };
        const site = await openSite(fileURLToPath(dir).replace(/[\\/]$/u, ''), content.site[0]?.data.url ?? '', cache);
        const problems = await problemsOf(checks, {
          site,
          content,
          now,
          preview: process.env['MEGATON_PREVIEW'] === '1',
        });
        if (problems.length > 0) {
          const more = problems.length > shown ? [`… and ${problems.length - shown} more.`] : [];
          throw new Error(
            [
              `${problems.length === 1 ? '1 problem' : `${problems.length} problems`} in the built site:`,
              ...problems.slice(0, shown).map(visible),
              ...more,
            ].join('\n'),
          );
        }
        writeBuildState(root, { state: 'verified', generation: readBuildState(root)?.generation ?? 0 });
        logger.info(`${site.files.length} files, ${checks.length} checks, no problem`);
      },
    },
  };
}
