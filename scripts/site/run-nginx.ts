import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readHeaders } from '../../src/integrations/host-files/headers.ts';
import { nginxConfig, type NginxHosting } from './nginx-config.ts';
import { readRedirects } from '../../src/integrations/host-files/redirects.ts';

/** A running server. */
export interface Nginx {
  origin: string;
  /** True when it serves precompressed brotli. */
  brotli: boolean;
  stop: () => Promise<void>;
}

/** Where Debian puts the module. */
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** True when nginx is installed. */
export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0;

/**
 * Starts nginx on loopback with the configuration that readers' servers use.
 * @param folder the built site
 * @throws Error with nginx's own words when it does not start
 */
export async function runNginx(folder: string): Promise<Nginx> {
  const home = await mkdtemp(join(tmpdir(), 'megaton-nginx-'));
  const port = await freePort();
  const brotli = existsSync(brotliModule);
  const redirects = readRedirects(await readFile(join(folder, '_redirects'), 'utf8'));
  const headers = readHeaders(await readFile(join(folder, '_headers'), 'utf8'));
  const site: NginxHosting = { root: resolve(folder), listen: `127.0.0.1:${port}`, headers, redirects, brotli };
  await writeFile(join(home, 'nginx.conf'), surround(home, brotli, nginxConfig(site)));
  const server = spawn('nginx', ['-p', home, '-c', 'nginx.conf', '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise<void>((resolveEnd) => server.once('exit', () => resolveEnd()));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    await rm(home, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.exitCode !== null) break;
    if (
      await fetch(origin, { method: 'HEAD' }).then(
        () => true,
        () => false,
      )
    )
      return { origin, brotli, stop };
    await wait(50);
  }
  await stop();
  throw new Error(`nginx did not start: ${said}`);
}

/** The configuration around that of a site. */
const surround = (
  home: string,
  brotli: boolean,
  site: string,
): string => `${brotli ? `load_module ${brotliModule};\n` : ''}worker_processes auto;
pid ${home}/nginx.pid;
error_log stderr;
events { worker_connections 1024; }
http {
access_log off;
sendfile on;
tcp_nopush on;
keepalive_requests 100000;
client_body_temp_path ${home}/body;
proxy_temp_path ${home}/proxy;
fastcgi_temp_path ${home}/fastcgi;
uwsgi_temp_path ${home}/uwsgi;
scgi_temp_path ${home}/scgi;
${site}}
`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
