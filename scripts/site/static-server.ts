import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join, normalize } from 'node:path';
import { askAgain, headersAt, readHeaders } from '../../src/integrations/host-files/headers.ts';
import { isForHost, isTwin, typeOf } from '../../src/integrations/host-files/media-types.ts';
import { readRedirects } from '../../src/integrations/host-files/redirects.ts';

/**
 * Serves a folder of built files as a CDN would: with the headers of `_headers` and the redirects of `_redirects`,
 * `/a/` is `/a/index.html`, a missing page is `/404.html` with status 404.
 * @param folder the built site; it may be replaced by another while it is served
 * @param port 0 for any free one
 * @returns the server, listening, and its address
 */
export async function serveFolder(folder: string, port: number): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const path = decodePath(request.url ?? '/');
    void answer(folder, path).then(async ({ status, file, location }) => {
      const rules = readHeaders(await readFile(join(folder, '_headers'), 'utf8').catch(() => ''));
      // What hosts say by themselves, where no rule says more.
      const headers = { 'Cache-Control': askAgain, ...headersAt(path ?? '/', rules) };
      if (location !== undefined) return response.writeHead(status, { ...headers, Location: location }).end();
      if (file === undefined) return response.writeHead(status, { ...headers, 'Content-Type': 'text/plain' }).end('Not found\n');
      response.writeHead(status, { ...headers, 'Content-Type': typeOf(file.slice(folder.length)) ?? 'application/octet-stream' });
      return createReadStream(file).pipe(response);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
  const address = server.address();
  const used = typeof address === 'object' && address ? address.port : port;
  return { server, origin: `http://localhost:${used}` };
}

interface Answer {
  status: number;
  file?: string;
  location?: string;
}

async function answer(folder: string, path: string | undefined): Promise<Answer> {
  const errorPage = join(folder, '404.html');
  const missing: Answer = { status: 404, ...((await isThere(errorPage)) && { file: errorPage }) };
  if (path === undefined || path.includes('\0')) return missing;
  const redirects = readRedirects(await readFile(join(folder, '_redirects'), 'utf8').catch(() => ''));
  const moved = redirects.find(({ from }) => from === path || from === `${path}/`);
  if (moved) return { status: 301, location: moved.to };
  const clean = normalize(path).replaceAll('\\', '/');
  if (isForHost(clean) || isTwin(clean) || clean === '/404.html') return missing;
  const file = join(folder, clean);
  if (!file.startsWith(folder)) return missing;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return { status: 200, file };
  if (!found?.isDirectory()) return missing;
  const index = join(file, 'index.html');
  if (!(await isThere(index))) return missing;
  return clean.endsWith('/') ? { status: 200, file: index } : { status: 301, location: `${clean}/` };
}

const isThere = (file: string): Promise<boolean> => stat(file).then((found) => found.isFile(), () => false);

function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/');
  } catch {
    return undefined;
  }
}
