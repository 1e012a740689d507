import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compress } from '../../../scripts/compress.ts';
import { layOut } from '../../../scripts/lay-out.ts';
import { placesOf, publish } from '../../../scripts/publish.ts';

/** Publishes a site of a few files, each of which says the same word, but for one that is the same in all sites. */
const [root = '', word = ''] = process.argv.slice(2);

await publish(root, new Date('2026-11-23T12:00:00Z'), async (folder, last) => {
  const { pages } = placesOf(root);
  await rm(pages, { recursive: true, force: true });
  await mkdir(join(pages, 'news'), { recursive: true });
  for (const name of ['index.html', 'news/index.html', 'rss.xml']) await writeFile(join(pages, name), `${word} `.repeat(100));
  await writeFile(join(pages, 'same.css'), 'p { color: red; }');
  const { files } = await layOut(pages, folder, last?.folder);
  await compress(folder, files, last?.folder);
});
