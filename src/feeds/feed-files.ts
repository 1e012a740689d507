import { absolute } from '#domain/site/addresses';
import { archivesOf, feedArchivePath, newestCount, type FeedItem } from '#domain/site/feed';
import type { Catalogue } from '#queries/catalogue';
import { allFeeds, type Feed, type FeedEntry } from '#queries/site/feeds';
import { keyOf, storyKeys } from '#queries/keys';
import { changesItem } from './changes-item.ts';
import { correctionItem } from './correction-item.ts';
import { jsonItem, jsonPage } from './json-feed.ts';
import { rssItem, rssPage, type FeedHead } from './rss.ts';
import { storyItem, type Pictures } from './story-item.ts';
import { subjectItem } from './subject-item.ts';
import { updateItem } from './update-item.ts';

/** The forms of a feed. */
export type FeedFormat = 'rss' | 'json';

/** A file of a feed: its newest page, or one of its archives. */
export interface FeedFile {
  path: string;
  /** Its folder without slashes at the ends; undefined for the root. */
  folder: string | undefined;
  /** Name of the newest page without its ending. */
  name: string;
  feed: Feed;
  format: FeedFormat;
  /** Number of the archive, from 1, the oldest; undefined for the newest page. */
  archive?: number;
}

/** The newest page of every feed. */
export function newestFiles(catalogue: Catalogue, format: FeedFormat): FeedFile[] {
  return allFeeds(catalogue).map((feed) => {
    const [, folder, name = ''] = /^\/(?:(.+)\/)?([^/]+)\.\w+$/u.exec(feed[format]) ?? [];
    return { path: feed[format], folder, name, feed, format };
  });
}

/** Every archive of every feed that has any in this form. */
export function archiveFiles(catalogue: Catalogue, format: FeedFormat): FeedFile[] {
  return newestFiles(catalogue, format).flatMap((file) =>
    Array.from({ length: archiveCount(file) }, (_, index) => ({
      ...file,
      archive: index + 1,
      path: feedArchivePath(file.path, index + 1),
    })),
  );
}

const archivesOfFeeds = new WeakMap<Feed, FeedEntry[][]>();

function archives(feed: Feed): FeedEntry[][] {
  const pages = archivesOfFeeds.get(feed) ?? archivesOf<FeedEntry>(feed.entries);
  archivesOfFeeds.set(feed, pages);
  return pages;
}

const archiveCount = ({ feed, format }: FeedFile): number =>
  format === 'rss' || feed.jsonArchives ? archives(feed).length : 0;

/** The text of a file. */
export async function feedFile(file: FeedFile, catalogue: Catalogue, pictures: Pictures): Promise<string> {
  const { format } = file;
  const items = await Promise.all(
    entriesOf(file).map(async (entry) => (await renderedItem(entry, catalogue, pictures))[format].toString('utf8')),
  );
  const { url } = catalogue.site;
  return format === 'rss' ? rssPage(headOf(file, catalogue), items) : jsonPage(headOf(file, catalogue), items, url);
}

const entriesOf = ({ feed, archive }: FeedFile): readonly FeedEntry[] =>
  archive === undefined ? feed.entries.slice(0, newestCount) : (archives(feed)[archive - 1] ?? []);

/** Key of a file: of its head and of each item; undefined where one of its stories has none. */
export async function feedKey(file: FeedFile, catalogue: Catalogue, pictures: Pictures): Promise<string | undefined> {
  const keys = await Promise.all(entriesOf(file).map((entry) => itemKey(entry, catalogue, pictures)));
  return keys.includes(undefined) ? undefined : keyOf(file.path, headOf(file, catalogue), ...keys);
}

async function itemKey(entry: FeedEntry, catalogue: Catalogue, pictures: Pictures): Promise<string | undefined> {
  if ('board' in entry || 'entry' in entry || 'sources' in entry)
    return keyOf(await itemOf(entry, catalogue, pictures));
  if (!('story' in entry)) return (await storyKeys(entry, catalogue))?.text;
  const story = await storyKeys(entry.story, catalogue);
  return story && keyOf(story.text, entry.id);
}

function headOf(file: FeedFile, { site }: Catalogue): FeedHead {
  const { feed, format, path, archive } = file;
  const older = (archive ?? archiveCount(file) + 1) - 1;
  return {
    title: feed.page === '/' ? `${site.name}: ${site.tagline}` : `${site.name}: ${feed.title}`,
    description: feed.page === '/' ? site.description : feed.description,
    page: absolute(feed.page, site.url),
    language: site.language,
    copyright: site.contentLicence,
    self: absolute(path, site.url),
    current: absolute(feed[format], site.url),
    archive: archive !== undefined,
    older: older === 0 ? undefined : absolute(feedArchivePath(feed[format], older), site.url),
    hub: site.webSubHub,
  };
}

/** An item as bytes: they take half as much memory as the text, and a large site has 10,000 of them. */
type RenderedItem = Record<FeedFormat, Buffer>;

// However many feeds hold a story, it is rendered once.
const items = new WeakMap<FeedEntry, Promise<RenderedItem>>();

function renderedItem(entry: FeedEntry, catalogue: Catalogue, pictures: Pictures): Promise<RenderedItem> {
  let item = items.get(entry);
  if (!item) {
    item = renderItem(entry, catalogue, pictures);
    items.set(entry, item);
  }
  return item;
}

async function renderItem(entry: FeedEntry, catalogue: Catalogue, pictures: Pictures): Promise<RenderedItem> {
  const item = await itemOf(entry, catalogue, pictures);
  const { url } = catalogue.site;
  return { rss: Buffer.from(await rssItem(item, url)), json: Buffer.from(jsonItem(item, url)) };
}

function itemOf(entry: FeedEntry, catalogue: Catalogue, pictures: Pictures): FeedItem | Promise<FeedItem> {
  if ('board' in entry) return changesItem(entry, catalogue.site.url);
  if ('sources' in entry) return subjectItem(entry, catalogue.site.url);
  if ('entry' in entry) return correctionItem(entry, catalogue, pictures.raster);
  return 'story' in entry ? updateItem(entry, catalogue, pictures) : storyItem(entry, catalogue, pictures);
}
