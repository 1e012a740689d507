import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { publishedDeploy, restoreDeploy, uploadSite, type Account } from '../../scripts/netlify.ts';

const digest = (text: string): string => createHash('sha1').update(text).digest('hex');

/** A host that has some files already, and notes what it is asked. */
async function makeHost(has: readonly string[], state = 'ready'): Promise<{ account: Account; asked: string[]; files: () => Record<string, string> }> {
  const asked: string[] = [];
  let files: Record<string, string> = {};
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      asked.push(`${request.method} ${request.url}${request.method === 'PUT' ? ` ${body}` : ''}`);
      if (request.headers.authorization !== 'Bearer secret') return response.writeHead(401).end('{"message":"no"}');
      if (request.url === '/sites/s1') return response.end('{"published_deploy":{"id":"d0"}}');
      if (request.method === 'POST' && request.url === '/sites/s1/deploys') {
        ({ files } = JSON.parse(body) as { files: Record<string, string> });
        return response.end(JSON.stringify({ id: 'd1', state: 'uploading', required: [...new Set(Object.values(files))].filter((sum) => !has.includes(sum)) }));
      }
      return response.end(JSON.stringify({ id: 'd1', state }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return { account: { token: 'secret', site: 's1', api: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, asked, files: () => files };
}

function makeSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'news'));
  for (const [path, text] of [['index.html', 'home'], ['index.html.br', 'packed'], ['news/index.html', 'news'], ['_headers', '/*'], ['old.css', 'old'], ['same.css', 'news']] as const) writeFileSync(join(folder, path), text);
  return folder;
}

test('tells the host of every file but twins, and sends only what it does not have, each content once', async () => {
  const { account, asked, files } = await makeHost([digest('old')]);
  expect(await uploadSite(makeSite(), account)).toBe('d1');
  expect(files()).toEqual({ '/_headers': digest('/*'), '/index.html': digest('home'), '/news/index.html': digest('news'), '/old.css': digest('old'), '/same.css': digest('news') });
  expect(asked).toEqual(['POST /sites/s1/deploys', 'PUT /deploys/d1/files/_headers /*', 'PUT /deploys/d1/files/index.html home', 'PUT /deploys/d1/files/news/index.html news', 'GET /deploys/d1']);
});

test('fails in words when the host cannot take it, or does not know us', async () => {
  const { account } = await makeHost([], 'error');
  await expect(uploadSite(makeSite(), account)).rejects.toThrow('The host could not take the deploy d1.');
  await expect(uploadSite(makeSite(), { ...account, token: 'wrong' })).rejects.toThrow('The host answered POST /sites/s1/deploys with 401');
});

test('knows what readers get, and goes back to it', async () => {
  const { account, asked } = await makeHost([]);
  expect(await publishedDeploy(account)).toBe('d0');
  await restoreDeploy('d0', account);
  expect(asked.at(-1)).toBe('POST /sites/s1/deploys/d0/restore');
});
