import type { AstroIntegration } from 'astro';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Rooms whose code Astro reads once, when `npm run dev` starts: it watches `content.config.ts` alone. */
const readOnce = ['schemas', 'loading', 'markdown'];

/** Says in `npm run dev` that a changed schema, loader or renderer counts after a restart. */
export function schemaHint(): AstroIntegration {
  let source = '';
  return {
    name: 'megaton-schema-hint',
    hooks: {
      'astro:config:done': ({ config }) => {
        source = fileURLToPath(config.srcDir);
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.on('change', (file) => {
          const path = relative(source, file).split(sep);
          if (readOnce.includes(path[0] ?? ''))
            logger.warn(`src/${path.join('/')} changed. Stop this command and run \`npm run dev\` again to use it.`);
        });
      },
    },
  };
}
