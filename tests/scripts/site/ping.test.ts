import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { feedAddresses, pingHub } from '../../../scripts/site/web-sub.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A hub that answers in turn; the last answer stays. */
async function hub(
  ...statuses: number[]
): Promise<{ address: string; requests: URLSearchParams[]; types: (string | undefined)[] }> {
  const requests: URLSearchParams[] = [];
  const types: (string | undefined)[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      requests.push(new URLSearchParams(body));
      types.push(request.headers['content-type']);
      response.writeHead(statuses[Math.min(requests.length, statuses.length) - 1] ?? 204).end('No such topic');
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests, types };
}

describe('the ping of a hub', () => {
  test('names every feed, in requests of at most fifty', async () => {
    const { address, requests, types } = await hub(204);
    const feeds = Array.from({ length: 120 }, (_, index) => `https://paper.example/${index}/rss.xml?a=1&b=2`);
    await pingHub(address, feeds, 1);
    expect(requests.map((body) => [body.get('hub.mode'), body.getAll('hub.url').length])).toEqual([
      ['publish', 50],
      ['publish', 50],
      ['publish', 20],
    ]);
    expect(requests.flatMap((body) => body.getAll('hub.url'))).toEqual(feeds);
    expect(types.every((type) => type?.startsWith('application/x-www-form-urlencoded'))).toBe(true);
  });

  test('is tried again when the hub is ill', async () => {
    const { address, requests } = await hub(503, 500, 204);
    await pingHub(address, ['https://paper.example/rss.xml'], 1);
    expect(requests.length).toBe(3);
  });

  test('reports when the hub keeps failing, refuses, or is not there', async () => {
    const ill = await hub(503);
    await expect(pingHub(ill.address, ['https://paper.example/rss.xml'], 1)).rejects.toThrow(
      `The hub ${ill.address} did not accept the notification: it answered 503 No such topic.`,
    );
    server?.close();
    const refusing = await hub(400);
    await expect(pingHub(refusing.address, ['https://paper.example/rss.xml'], 1)).rejects.toThrow(
      'it answered 400 No such topic.',
    );
    expect(refusing.requests.length).toBe(1);
    await expect(pingHub('http://127.0.0.1:1/', ['https://paper.example/rss.xml'], 1)).rejects.toThrow(
      'The hub http://127.0.0.1:1/ did not accept the notification',
    );
  });
});

test('feeds come from the list of feeds, in both forms', () => {
  const opml = '<outline xmlUrl="https://a.example/rss.xml"/><outline xmlUrl="https://a.example/b/changes.xml"/>';
  expect(feedAddresses(opml)).toEqual([
    'https://a.example/rss.xml',
    'https://a.example/feed.json',
    'https://a.example/b/changes.xml',
    'https://a.example/b/changes.json',
  ]);
  expect(() => feedAddresses('<opml/>')).toThrow('The list of feeds names none: build the site first.');
});
