/**
 * Tells the WebSub hub of `content/site.yaml` that the feeds may have changed: `npm run ping`, after a deployment. The hub then
 * reads the feeds and sends what is new to their subscribers. Without a hub it does nothing.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { feedListPath } from '#domain/site/addresses';
import { buildTime } from '#loading/build-time';
import { readContent } from '#loading/read-content';
import { feedAddresses, pingHub } from './web-sub.ts';

try {
  const hub = readContent(process.cwd(), buildTime()).collections.site[0]?.data.webSubHub;
  if (hub === undefined || hub === '') {
    console.log('There is no hub: content/site.yaml has no `webSubHub`. Nothing was sent.');
  } else {
    const addresses = feedAddresses(await readFile(join('dist', feedListPath), 'utf8'));
    await pingHub(hub, addresses);
    console.log(`${hub} was told of ${addresses.length} feeds.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
