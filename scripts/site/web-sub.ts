import { setTimeout as wait } from 'node:timers/promises';

/** Feeds named in one request. */
const perRequest = 50;
const attempts = 3;
const timeout = 15_000;

/**
 * Full addresses of all feeds in both forms, from the list of feeds (OPML) that a build wrote.
 * @throws Error when the list names no feed
 */
export function feedAddresses(opml: string): string[] {
  const rss = [...opml.matchAll(/ xmlUrl="([^"]+)"/gu)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
  if (rss.length === 0) throw new Error('The list of feeds names none: build the site first.');
  return rss.flatMap((address) => [
    address,
    address.replace(/\/rss\.xml$/u, '/feed.json').replace(/\/changes\.xml$/u, '/changes.json'),
  ]);
}

/**
 * Notifies a hub that feeds may have changed.
 * @see https://www.w3.org/TR/websub/#publishing and https://pubsubhubbub.github.io/PubSubHubbub/pubsubhubbub-core-0.4.html
 * @param pause milliseconds before the second attempt; before the third it is twice as long
 * @throws Error when the hub refuses, or cannot be reached after three attempts
 */
export async function pingHub(hub: string, feeds: readonly string[], pause = 2000): Promise<void> {
  for (let start = 0; start < feeds.length; start += perRequest) {
    const body = new URLSearchParams([
      ['hub.mode', 'publish'],
      ...feeds.slice(start, start + perRequest).map((feed): [string, string] => ['hub.url', feed]),
    ]);
    await post(hub, body, pause);
  }
}

async function post(hub: string, body: URLSearchParams, pause: number): Promise<void> {
  let reason = '';
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) await wait(pause * (attempt - 1));
    try {
      const answer = await fetch(hub, { method: 'POST', body, signal: AbortSignal.timeout(timeout) });
      if (answer.ok) return;
      reason = `it answered ${answer.status} ${(await answer.text()).trim().slice(0, 200)}`.trim();
      // Asking again does not help against a refusal.
      if (answer.status < 500 && answer.status !== 429) break;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  throw new Error(`The hub ${hub} did not accept the notification: ${reason}.`);
}
