import { parseJsonFeed, parseRssFeed } from 'feedsmith';

/** A feed, as far as checks look at it. */
export interface Feed {
  path: string;
  items: { id: string | undefined; link: string | undefined }[];
  /** HTML of the items. */
  bodies: string[];
  /** Addresses of pages and pictures outside the HTML. */
  addresses: string[];
  /** The feed that holds what is older. See https://www.rfc-editor.org/rfc/rfc5005 */
  older: string | undefined;
}

/**
 * Reads a feed.
 * @returns undefined for a file that is none, and what is wrong with one that cannot be read
 */
export function readFeed(path: string, text: string): Feed | string | undefined {
  const reader = path.endsWith('.xml')
    ? /<rss[\s>]/u.test(text.slice(0, 500))
      ? fromRss
      : undefined
    : text.slice(0, 200).includes('jsonfeed.org/version')
      ? fromJson
      : undefined;
  try {
    return reader?.(path, text);
  } catch (error) {
    return `${path}: is no feed that can be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** What is wrong with a feed of which an item has no address of its own, or that holds one id twice. */
export function feedFaults({ path, items }: Feed): string[] {
  const ids = items.map(({ id }) => id);
  return [
    ...(new Set(ids).size === ids.length ? [] : [`${path}: two items have the same id.`]),
    ...(items.every(({ id, link }) => id && link) ? [] : [`${path}: an item has no id or no link.`]),
  ];
}

function fromRss(path: string, text: string): Feed {
  const { items = [], link, atom } = parseRssFeed(text);
  return {
    path,
    items: items.map((item) => ({ id: item.guid?.value, link: item.link })),
    bodies: items
      .flatMap(({ content, description }) => [content?.encoded ?? '', description ?? ''])
      .filter((html) => html !== ''),
    addresses: [
      link,
      ...items.flatMap((item) => [item.link, ...(item.media?.contents ?? []).map(({ url }) => url)]),
    ].filter((address) => address !== undefined),
    older: (atom?.links ?? []).find(({ rel }) => rel === 'prev-archive')?.href,
  };
}

function fromJson(path: string, text: string): Feed {
  const { items = [], home_page_url: home, next_url: older } = parseJsonFeed(text);
  return {
    path,
    items: items.map(({ id, url }) => ({ id, link: url })),
    bodies: items.flatMap(({ content_html: html }) => (html === undefined ? [] : [html])),
    addresses: [home, ...items.flatMap(({ url, image }) => [url, image])].filter((address) => address !== undefined),
    older,
  };
}
