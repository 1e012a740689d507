import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/rss+xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.opml': 'text/x-opml; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves a folder of built files as a CDN would: `/a/` is `/a/index.html`, a missing page is `/404.html` with status 404.
 * @param folder the built site
 * @param port 0 for any free one
 * @returns the server, listening, and its address
 */
export async function serveFolder(folder: string, port: number): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    void answer(folder, decodePath(request.url ?? '/')).then(({ status, file, location }) => {
      if (location !== undefined) return response.writeHead(status, { Location: location }).end();
      if (file === undefined) return response.writeHead(status, { 'Content-Type': 'text/plain' }).end('Not found\n');
      response.writeHead(status, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'X-Content-Type-Options': 'nosniff' });
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
  const missing: Answer = { status: 404, ...((await stat(errorPage).catch(() => undefined)) && { file: errorPage }) };
  if (path === undefined) return missing;
  const file = join(folder, normalize(path));
  if (!file.startsWith(folder)) return missing;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return { status: 200, file };
  if (!found?.isDirectory()) return missing;
  if (!path.endsWith('/')) return { status: 301, location: `${path}/` };
  const index = join(file, 'index.html');
  return (await stat(index).catch(() => undefined)) ? { status: 200, file: index } : missing;
}

function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/');
  } catch {
    return undefined;
  }
}
