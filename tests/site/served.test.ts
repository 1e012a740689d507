import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishSite } from '../../scripts/site/releases.ts';
import { hasNginx, runNginx, type Nginx } from '../../scripts/site/run-nginx.ts';
import { wronglyServed } from '../../src/integrations/verify/served.ts';
import { serveFolder } from './server.ts';

const folder = resolve('dist');

it('a server without ETags and compression is reported', async () => {
  const { server, origin } = await serveFolder(folder);
  const problems = await wronglyServed({ origin, folder, compressed: ['br', 'gzip'] });
  server.close();
  expect(problems).toContain('/: has no ETag.');
  expect(problems).toContain('/: does not come as br.');
  // It does send every header, type, redirect and status as it should.
  expect(problems.filter((problem) => !/has no ETag|does not come as/u.test(problem))).toEqual([]);
});

// Where nginx cannot be installed the rest of the suite still says much; CI installs it.
describe.runIf(hasNginx() && spawnSync('rsync', ['--version']).status === 0)('nginx', () => {
  const home = mkdtempSync(join(tmpdir(), 'megaton-served-'));
  // One file of each kind is enough: the best compression takes long.
  const site = join(home, 'site');
  const isServed = (path: string): boolean =>
    !/\/(?:models|compare|news|providers|pagefind)\/[b-z0-9]/u.test(path.slice(folder.length));
  let nginx: Nginx;
  beforeAll(async () => {
    // The workers of nginx run as another user.
    chmodSync(home, 0o755);
    cpSync(folder, site, { recursive: true, filter: isServed });
    await publishSite({ site, folder: home, now: new Date(), compress: true, keep: 1, acceptLoss: false });
    nginx = await runNginx(join(home, 'current'));
  });
  afterAll(async () => {
    await nginx.stop();
    rmSync(home, { recursive: true });
  });

  it('serves every kind of file with its type, headers, caching, ETag and compressed files, and nothing else', async () => {
    const compressed = nginx.brotli ? (['br', 'gzip'] as const) : (['gzip'] as const);
    expect(await wronglyServed({ origin: nginx.origin, folder: site, compressed })).toEqual([]);
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
