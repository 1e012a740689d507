import type { AstroIntegration } from 'astro';
import type { CustomRecord, IndexFile } from 'pagefind';
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

/** One index of all: it is made for one reader. */
async function makeIndex(origin: string): Promise<Map<string, IndexFile>> {
  const records: CustomRecord[] = [];
  for (let part = 1; ; part += 1) {
    const answer = await fetch(`${origin}/search-records/${part}.json`);
    if (answer.status === 404) break;
    records.push(...((await answer.json()) as CustomRecord[]));
  }
  const files = await makeSearchIndex(records);
  return new Map(files.map((file) => [file.path, file]));
}
