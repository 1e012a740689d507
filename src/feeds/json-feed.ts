import { absolute, iconPath } from '#domain/site/addresses';
import type { FeedItem } from '#domain/site/feed';
import type { FeedHead } from './rss.ts';

/**
 * A page of a feed as JSON Feed 1.1, see https://www.jsonfeed.org/version/1.1/.
 * @param items finished items, see {@link jsonItem}
 * @param site the site's own address, without a slash at its end
 */
export function jsonPage(
  { title, description, page, language, current, older, hub }: FeedHead,
  items: readonly string[],
  site: string,
): string {
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    // Also on older pages: it names the feed, not the file.
    feed_url: current,
    description,
    icon: absolute(iconPath(512), site),
    favicon: absolute(iconPath(192), site),
    language,
    next_url: older,
    hubs: hub === undefined ? undefined : [{ type: 'WebSub', url: hub }],
  };
  return `${JSON.stringify(head).slice(0, -1)},"items":[${items.join(',')}]}\n`;
}

/**
 * One item, as it is in every feed that holds it.
 * @param site the site's own address, without a slash at its end
 */
export function jsonItem(
  { id, path, title, summary, published, updated, authors, tags, html, pictures }: FeedItem,
  site: string,
): string {
  return JSON.stringify({
    id,
    url: absolute(path, site),
    title,
    summary,
    content_html: html,
    image: pictures[0] && absolute(pictures[0].path, site),
    date_published: published.toISOString(),
    date_modified: updated?.toISOString(),
    authors:
      authors.length === 0 ? undefined : authors.map(({ name, path: page }) => ({ name, url: absolute(page, site) })),
    tags,
    attachments:
      pictures.length === 0
        ? undefined
        : pictures.map((picture) => ({
            url: absolute(picture.path, site),
            mime_type: 'image/webp',
            title: picture.alt,
          })),
  });
}
