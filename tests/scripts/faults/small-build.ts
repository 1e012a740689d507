import { compress } from '../../../scripts/compress.ts';
import { placesOf, publish } from '../../../scripts/publish.ts';
import { Store } from '../../../scripts/store.ts';

/** Publishes a site of a few files, each of which says the same word, but for one that is the same in all sites. */
const [root = '', word = ''] = process.argv.slice(2);

await publish(root, new Date('2026-11-23T12:00:00Z'), async (folder) => {
  const store = Store.open(placesOf(root).store, 'these tests');
  for (const path of ['/index.html', '/news/index.html', '/rss.xml']) if (!store.keeps(path, word)) store.put(path, Buffer.from(`${word} `.repeat(100)), { key: word });
  if (!store.keeps('/same.css', 'same')) store.put('/same.css', Buffer.from('p { color: red; }'), { key: 'same' });
  await compress(store, store.paths(), () => undefined);
  store.layOut(store.paths().keys(), folder);
  store.sweep();
  store.save();
  return [];
});
