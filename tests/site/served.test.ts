import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNginx, runNginx, type Nginx } from '../../scripts/run-nginx.ts';
import { serveFolder } from '../../scripts/static-server.ts';
import { wronglyServed } from '../../scripts/verify/served.ts';
import { content } from './content.ts';

const folder = resolve('dist');
const newsletter = content.site[0]?.data.newsletter.action ?? '';

it('a server without ETags and compression is found out', async () => {
  const { server, origin } = await serveFolder(folder, 0);
  const faults = await wronglyServed({ origin, folder, compressed: ['br', 'gzip'], newsletter });
  server.close();
  expect(faults).toContain('/: has no ETag.');
  expect(faults).toContain('/: does not come as br.');
  // It does send every header, type, redirect and status as it should.
  expect(faults.filter((fault) => !/has no ETag|does not come as|is kept for ""/u.test(fault))).toEqual([]);
});

// Where nginx cannot be installed the rest of the suite still tells much; the test command of the project installs it.
describe.skipIf(!hasNginx())('nginx', () => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await runNginx(folder, newsletter);
  });
  afterAll(() => nginx.stop());

  it('serves every kind of file with its type, headers, caching, ETag and twins, and nothing else', async () => {
    const compressed = nginx.brotli ? (['br', 'gzip'] as const) : (['gzip'] as const);
    expect(await wronglyServed({ origin: nginx.origin, folder, compressed, newsletter })).toEqual([]);
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
