import type { AstroIntegration } from 'astro';
import type { IndexFile } from 'pagefind';
import { makeSearchIndex } from './search-index.ts';

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };

/** Search for `npm run dev`: the index is made from the running site when the first reader opens the search, and again after a change. */
export function devSearch(): AstroIntegration {
  return {
    name: 'megaton-dev-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let making: Promise<Map<string, IndexFile>> | undefined;
        server.watcher.on('all', () => (making = undefined));
        server.middlewares.use('/pagefind', (request, response, next) => {
          const path = (request.url ?? '').replace(/^\/|\?.*$/gu, '');
          making ??= makeIndex(`http://${request.headers.host ?? 'localhost'}`);
          making.then(
            (files) => {
              const file = files.get(path);
              if (!file) return next();
              response.setHeader('Content-Type', types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
              response.end(file.content);
            },
            (error: unknown) => {
              making = undefined;
              next(error);
            },
          );
        });
      },
    },
  };
}

async function makeIndex(origin: string): Promise<Map<string, IndexFile>> {
  const records = await fetch(`${origin}/search-records.json`);
  const files = await makeSearchIndex((await records.json()) as Parameters<typeof makeSearchIndex>[0]);
  return new Map(files.map((file) => [file.path, file]));
}
