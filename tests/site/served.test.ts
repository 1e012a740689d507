import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNginx, runNginx, type Nginx } from '../../scripts/site/run-nginx.ts';
import { serveFolder } from '../../scripts/site/static-server.ts';
import { wronglyServed } from '../../src/integrations/verify/served.ts';
import { run } from '../project.ts';

const folder = resolve('dist');

it('a server without ETags and compression is found out', async () => {
  const { server, origin } = await serveFolder(folder, 0);
  const faults = await wronglyServed({ origin, folder, compressed: ['br', 'gzip'] });
  server.close();
  expect(faults).toContain('/: has no ETag.');
  expect(faults).toContain('/: does not come as br.');
  // It does send every header, type, redirect and status as it should.
  expect(faults.filter((fault) => !/has no ETag|does not come as/u.test(fault))).toEqual([]);
});

describe('a deployment', () => {
  /** Publishes to a host of ours, and looks at what another server gives readers. */
  async function deploy(siteUrl: string): Promise<{ code: number | null; said: string; asked: string[] }> {
    const asked: string[] = [];
    const host = createServer((request, response) => {
      request.resume().on('end', () => {
        asked.push(`${request.method} ${request.url}`);
        response.end(JSON.stringify(request.url === '/sites/s1' ? { published_deploy: { id: 'before' } } : { id: 'after', state: 'ready', required: [] }));
      });
    });
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
    const { port } = host.address() as AddressInfo;
    const ended = await run(process.cwd(), ['scripts/deploy.ts'], { NETLIFY_TOKEN: 'secret', NETLIFY_SITE: 's1', NETLIFY_API: `http://127.0.0.1:${port}`, SITE_URL: siteUrl });
    host.close();
    return { ...ended, asked };
  }

  it('stays when the site is served as it should be', async () => {
    const { server, origin } = await serveFolder(folder, 0);
    const { code, said, asked } = await deploy(origin);
    server.close();
    expect(code, said).toBe(0);
    expect(said).toContain('Published as the deploy after; before it was before.');
    expect(asked.filter((line) => line.includes('restore'))).toEqual([]);
  });

  it('goes back to the one before by itself when it is not', async () => {
    const wrong = createServer((_request, response) => response.end('hello'));
    await new Promise<void>((done) => wrong.listen(0, '127.0.0.1', done));
    const { code, said, asked } = await deploy(`http://127.0.0.1:${(wrong.address() as AddressInfo).port}`);
    wrong.close();
    expect(code).toBe(1);
    expect(said).toContain('readers get the deploy before again.');
    expect(asked.at(-1)).toBe('POST /sites/s1/deploys/before/restore');
  });
});

// Where nginx cannot be installed the rest of the suite still tells much; the test command of the project installs it.
describe.skipIf(!hasNginx())('nginx', () => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await runNginx(folder);
  });
  afterAll(() => nginx.stop());

  it('serves every kind of file with its type, headers, caching, ETag and twins, and nothing else', async () => {
    const compressed = nginx.brotli ? (['br', 'gzip'] as const) : (['gzip'] as const);
    expect(await wronglyServed({ origin: nginx.origin, folder, compressed })).toEqual([]);
  });

  it.each([
    ['POST', '/', 405],
    ['GET', '/news', 301],
    ['GET', '/404.html', 404],
    ['GET', '/rss.xml.gz', 404],
    ['GET', '/_headers', 404],
    ['GET', '/no-such-page/', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    const answer = await fetch(`${nginx.origin}${path}`, { method, redirect: 'manual' });
    expect(answer.status).toBe(status);
  });
});
