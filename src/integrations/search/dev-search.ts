import type { AstroIntegration } from 'astro';
import type { CustomRecord, IndexFile } from 'pagefind';
import { typeOf } from '../host-files/media-types.ts';
import { makeBundle } from './bundle.ts';

type Bundle = Promise<Map<string, IndexFile>>;

/** Search for `npm run dev`: a bundle is made from the running site when the first reader opens the search, and again after a change. */
export function devSearch(): AstroIntegration {
  return {
    name: 'megaton-dev-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const bundles = new Map<string, Bundle>();
        server.watcher.on('all', () => bundles.clear());
        server.middlewares.use('/pagefind', (request, response, next) => {
          const [, year = '', path = ''] = /^\/(\d{4})\/([^?]+)/u.exec(request.url ?? '') ?? [];
          const bundle = bundles.get(year) ?? bundleOf(year, `http://${request.headers.host ?? 'localhost'}`);
          bundles.set(year, bundle);
          bundle.then(
            (files) => {
              const file = files.get(path);
              if (!file) {
                next();
                return;
              }
              response.setHeader('Content-Type', typeOf(path) ?? 'application/octet-stream');
              response.end(file.content);
            },
            (error: unknown) => {
              bundles.delete(year);
              next(error);
            },
          );
        });
      },
    },
  };
}

async function bundleOf(year: string, origin: string): Bundle {
  const records: CustomRecord[] = [];
  for (let part = 1; ; part += 1) {
    const answer = await fetch(`${origin}/search-records/${year}-${part}.json`);
    if (answer.status === 404) break;
    records.push(...((await answer.json()) as CustomRecord[]));
  }
  const files = await makeBundle(records);
  return new Map(files.map((file) => [file.path, file]));
}
