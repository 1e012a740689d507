import { newsSitemapName } from '#domain/site/addresses';
import { isNews } from '#domain/stories/news-window';
import { sitemapParts, sitemapSize, type SitemapPart } from '#domain/site/sitemap';
import { firstSeen } from '#domain/stories/story-dates';
import type { Catalogue } from '#queries/catalogue';
import { listedPages, listedStories, type ListedPage } from '#queries/site/sitemap';
import { changeOf, storyCard, storyPath, type StoryEntry } from '#queries/stories/stories';
import { sitemap, sitemapIndex, type SitemapUrl } from './sitemap.ts';
import type { Pictures } from './story-item.ts';

/** A sitemap before it is written. */
export type SitemapFile = SitemapPart<ListedPage | StoryEntry>;

const files = new WeakMap<Catalogue, SitemapFile[]>();

/** Every sitemap but the index: stories oldest first, other pages, and the news of the last 48 hours. */
export function sitemapFiles(catalogue: Catalogue): SitemapFile[] {
  let all = files.get(catalogue);
  if (!all) {
    const stories = listedStories(catalogue);
    const news = stories.filter(({ data }) => isNews(data, catalogue.now)).slice(-sitemapSize);
    all = [
      ...sitemapParts('stories', stories),
      ...sitemapParts('pages', listedPages(catalogue)),
      { name: newsSitemapName, entries: news },
    ];
    files.set(catalogue, all);
  }
  return all;
}

const lastmodOf = (entry: ListedPage | StoryEntry): string | undefined =>
  'data' in entry ? changeOf(entry) : entry.changed;

/** The text of a sitemap. */
export async function sitemapText(
  { name, entries }: SitemapFile,
  catalogue: Catalogue,
  pictures: Pictures,
): Promise<string> {
  const isNewsFile = name === newsSitemapName;
  const urls = await Promise.all(
    entries.map(async (entry): Promise<SitemapUrl> => {
      if (!('data' in entry)) return entry;
      const { title, hero } = await storyCard(entry, catalogue, pictures.raster);
      return {
        path: storyPath(entry),
        changed: changeOf(entry),
        images: hero && [(await pictures.file(hero)).path],
        news: isNewsFile ? { title, published: firstSeen(entry.data) } : undefined,
      };
    }),
  );
  return sitemap(urls, catalogue.site);
}

/** The text of the index; a sitemap without entries is not in it. */
export function sitemapIndexText(catalogue: Catalogue): string {
  const parts = sitemapFiles(catalogue).filter(({ entries }) => entries.length > 0);
  return sitemapIndex(
    parts.map(({ name, entries }) => ({
      name,
      changed: entries
        .map(lastmodOf)
        .filter((day) => day !== undefined)
        .sort()
        .at(-1),
    })),
    catalogue.site.url,
  );
}
