/** A feed with its two forms, as pages and lists point to it. */
export interface FeedRef {
  /** What it is about, as it is behind the name of the site: `Culture`. */
  title: string;
  /** The page whose matter it follows. */
  page: string;
  /** Its newest items as RSS 2.0. */
  rss: string;
  /** The same items as JSON Feed 1.1. */
  json: string;
}

/** The feed of the stories of a page. */
export function storyFeed(page: string, title: string): FeedRef {
  return { title, page, rss: `${page}rss.xml`, json: `${page}feed.json` };
}

/** The feed of what moved on a board, or on all boards. */
export function changesFeed(page: string, name: string): FeedRef {
  return { title: `${name}: changes`, page, rss: `${page}changes.xml`, json: `${page}changes.json` };
}

/**
 * Where an archive page of a feed is: `/rss.xml` has `/rss/1.xml`.
 * @param file path of the newest page
 * @param number from 1, the oldest
 */
export function feedArchivePath(file: string, number: number): string {
  return file.replace(/\.(xml|json)$/u, `/${number}.$1`);
}

/** A picture of an item. */
export interface FeedPicture {
  path: string;
  width: number;
  height: number;
  alt: string;
  credit: string;
}

/** One item, whatever the form of the feed. */
export interface FeedItem {
  /** Permanent, and no address. */
  id: string;
  path: string;
  title: string;
  summary?: string | undefined;
  /** Never changes. */
  published: Date;
  /** Set when the item changed after it was published. */
  updated?: Date | undefined;
  authors: { name: string; path: string }[];
  tags: string[];
  /** Full text with absolute addresses. */
  html: string;
  pictures: FeedPicture[];
}

/** Items on the newest page of a feed. */
export const newestCount = 50;
/** Items on an archive page. */
export const archiveSize = 25;

/**
 * The archive pages of a feed (RFC 5005), oldest first, each newest item first. They are counted from the oldest item, and one
 * closes only when {@link archiveSize} newer items follow it, so that a new story leaves all of them as they are. Together
 * with the newest page they hold every item.
 * @param items all items, newest first
 */
export function archivesOf<Item>(items: readonly Item[]): Item[][] {
  const oldestFirst = items.slice(archiveSize).reverse();
  const full = Math.floor(oldestFirst.length / archiveSize);
  return Array.from({ length: full }, (_, page) =>
    oldestFirst.slice(page * archiveSize, (page + 1) * archiveSize).reverse(),
  );
}
