import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { archiveFiles, feedFile, newestFiles, type FeedFile, type FeedFormat } from '#feeds/feed-files';
import type { Pictures } from '#feeds/story-item';
import type { Catalogue, Entries } from '#queries/catalogue';
import { catalogueOf, findRaster } from '../queries/entries.ts';

/** Pictures that are never made: each has the name under which it was looked for. */
export const pictures: Pictures = {
  raster: findRaster,
  file: async ({ image }) => ({
    path: `/_astro/${encodeURIComponent(String(await image.source))}.webp`,
    width: 1200,
    height: 675,
  }),
};

/** A body with everything that a feed must change. */
export const richBody = `A [model](model:kling), [a page](/method/), [a place](#section) and a note.[^1]

:::figure{src=inside.webp alt="Two \\"frames\\" & more" credit="The Paper" made=photo}
Caption with [a link](/models/).
:::

::video{url="https://youtu.be/abc123" title="A clip & more"}

:::pullquote{by="A reader"}
Quoted.
:::

## Section

| A | B |
| --- | ---: |
| 1 | 2 |

\`<a href="/x">\` is code, and &#8; is no character of XML.

[^1]: The note, with [a source](/about/).
`;

/** Gives stories a body in a file of their own; the files go when the test ends. */
export function withBody<Entry extends Entries['articles'][number] | Entries['reviews'][number]>(
  stories: readonly Entry[],
  body: string,
): Entry[] {
  const folder = mkdtempSync(join(tmpdir(), 'megaton-feeds-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const filePath = join(folder, 'index.md');
  writeFileSync(filePath, `---\ntitle: x\n---\n${body}`);
  return stories.map((story) => ({ ...story, filePath }));
}

/** The newest page of a feed. */
export const newestOf = (rss: string, format: FeedFormat, catalogue: Catalogue): Promise<string> =>
  render(newestFiles(catalogue, format), rss, catalogue)[0]!;

/** The archives of a feed, oldest first. */
export const archivesAt = (rss: string, format: FeedFormat, catalogue: Catalogue): Promise<string[]> =>
  Promise.all(render(archiveFiles(catalogue, format), rss, catalogue));

const render = (files: readonly FeedFile[], rss: string, catalogue: Catalogue): Promise<string>[] =>
  files.filter(({ feed }) => feed.rss === rss).map((file) => feedFile(file, catalogue, pictures));

/** A site with stories, whose bodies are all the same. */
export function siteWith(entries: Partial<Entries>, body = 'Text.'): Catalogue {
  return catalogueOf({
    ...entries,
    articles: withBody(entries.articles ?? [], body),
    reviews: withBody(entries.reviews ?? [], body),
  });
}
