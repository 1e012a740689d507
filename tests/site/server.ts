import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersAt, readHeaders, revalidate } from '../../src/integrations/host-files/headers.ts';
import { isForHost, typeOf } from '../../src/integrations/host-files/media-types.ts';
import { readRedirects } from '../../src/integrations/host-files/redirects.ts';

/**
 * Serves a built site on loopback as a CDN would: with the headers of `_headers`, the redirects of `_redirects`, types from
 * the names of files, `/a` redirected to `/a/`, and `/404.html` for what is missing.
 * @param folder it may change while it is served
 */
export async function serveFolder(folder: string): Promise<{ server: Server; origin: string }> {
  const files = sirv(folder, { dev: true, dotfiles: true, extensions: ['html'] });
  const server = createServer((request, response) => {
    const path = pathOf(request.url);
    const headers = { 'Cache-Control': revalidate, ...headersAt(path ?? '/', readHeaders(textOf(folder, '_headers'))) };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const end = (status: number, extra: Record<string, string>, body = ''): void =>
      void response.writeHead(status, extra).end(body);
    const missing = (): void => end(404, { 'Content-Type': 'text/html; charset=utf-8' }, textOf(folder, '404.html'));
    if (path === undefined || isForHost(path) || path === '/404.html') {
      missing();
      return;
    }
    const moved = readRedirects(textOf(folder, '_redirects')).find(({ from }) => from === path || from === `${path}/`);
    if (moved) {
      end(301, { Location: moved.to });
      return;
    }
    response.setHeader(
      'Content-Type',
      typeOf(path.endsWith('/') ? `${path}index.html` : path) ?? 'text/html; charset=utf-8',
    );
    const isPageWithoutSlash = !path.endsWith('/') && textOf(folder, `${path}/index.html`) !== '';
    if (isPageWithoutSlash) {
      end(301, { Location: `${path}/` });
      return;
    }
    files(request, response, missing);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, origin: `http://localhost:${(server.address() as AddressInfo).port}` };
}

function pathOf(url = '/'): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function textOf(folder: string, path: string): string {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch {
    return '';
  }
}
