import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { feedListPath } from '#domain/site/addresses';
import { buildTime } from '#loading/build-time';
import { readContent } from '#loading/read-content';
import { count, readCommand } from '../command-line.ts';
import { feedAddresses, pingHub } from './web-sub.ts';

/** Notifies the WebSub hub of `content/site.yaml`, after a site was published. */
readCommand(
  `Usage: npm run ping

Notifies the WebSub hub named in content/site.yaml that the feeds may have changed. The hub reads the feeds
and sends what is new to subscribers. Without a hub it does nothing.`,
  {},
);

try {
  const hub = readContent(process.cwd(), buildTime()).collections.site[0]?.data.webSubHub;
  if (hub === undefined || hub === '') {
    console.log('There is no hub: content/site.yaml has no `webSubHub`. Nothing was sent.');
  } else {
    const addresses = feedAddresses(await readFile(join('dist', feedListPath), 'utf8'));
    await pingHub(hub, addresses);
    console.log(`Notified ${hub} of ${count(addresses.length, 'feed')}.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
