import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { Checked } from './checks.ts';
import type { BuiltSite } from './site.ts';

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

const parsed = new WeakMap<BuiltSite, { feeds: Feed[]; faults: string[] }>();

/** Every feed of the site that can be read. */
export const feedsOf = (site: BuiltSite): Feed[] => read(site).feeds;

/** Feeds that cannot be read, have no address of their own, or hold one id twice. */
export const badFeeds = ({ site }: Checked): string[] => {
  const { feeds, faults } = read(site);
  const twice = feeds.flatMap(({ path, items }) => {
    const ids = items.map(({ id }) => id);
    return new Set(ids).size === ids.length ? [] : [`${path}: two items have the same id.`];
  });
  const nameless = feeds.flatMap(({ path, items }) => (items.every(({ id, link }) => id && link) ? [] : [`${path}: an item has no id or no link.`]));
  return [...faults, ...twice, ...nameless];
};

function read(site: BuiltSite): { feeds: Feed[]; faults: string[] } {
  const known = parsed.get(site);
  if (known) return known;
  const result: { feeds: Feed[]; faults: string[] } = { feeds: [], faults: [] };
  for (const path of site.files.filter((file) => /\.(?:xml|json)$/u.test(file))) {
    const text = site.text(path);
    const reader = path.endsWith('.xml') ? (/<rss[\s>]/u.test(text.slice(0, 500)) ? fromRss : undefined) : text.slice(0, 200).includes('jsonfeed.org/version') ? fromJson : undefined;
    if (!reader) continue;
    try {
      result.feeds.push(reader(path, text));
    } catch (error) {
      result.faults.push(`${path}: is no feed that can be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  parsed.set(site, result);
  return result;
}

function fromRss(path: string, text: string): Feed {
  const { items = [], link, atom } = parseRssFeed(text);
  return {
    path,
    items: items.map((item) => ({ id: item.guid?.value, link: item.link })),
    bodies: items.flatMap(({ content, description }) => [content?.encoded ?? '', description ?? '']).filter((html) => html !== ''),
    addresses: [link, ...items.flatMap((item) => [item.link, ...(item.media?.contents ?? []).map(({ url }) => url)])].filter((address) => address !== undefined),
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
