import { getRssString } from '@astrojs/rss';
import { absolute } from '#domain/site/addresses';
import type { FeedItem, FeedPicture } from '#domain/site/feed';
import { escapeHtml, xmlText } from './escape.ts';

/** XML name spaces of the feed's elements. */
const xmlns = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  fh: 'http://purl.org/syndication/history/1.0',
  media: 'http://search.yahoo.com/mrss/',
};

/** One page of a feed, without its items. */
export interface FeedHead {
  title: string;
  description: string;
  /** Full address of the page that the feed follows. */
  page: string;
  language: string;
  copyright: string;
  /** Full address of this very page of the feed. */
  self: string;
  /** Full address of the newest page. */
  current: string;
  archive: boolean;
  /** Full address of the next older page. */
  older?: string | undefined;
  /** Full address of the WebSub hub. */
  hub?: string | undefined;
}

// The library reads `customData` with a parser that turns `007` into 7 and cuts spaces: what is here goes in afterwards.
const ours = '<ours/>';

const textElement = (name: string, text: string): string => `<${name}>${escapeHtml(xmlText(text))}</${name}>`;
const link = (rel: string, address: string | undefined, type = ' type="application/rss+xml"'): string =>
  address === undefined ? '' : `<atom:link href="${escapeHtml(address)}" rel="${rel}"${type}/>`;

/**
 * A page of a feed as RSS 2.0, see https://www.rssboard.org/rss-specification, with archives by RFC 5005.
 * An archive does not link to the next newer one, so that it stays as it is for ever.
 * @param items finished items, see {@link rssItem}
 */
export async function rssPage(
  { title, description, page, language, copyright, self, current, archive, older, hub }: FeedHead,
  items: readonly string[],
): Promise<string> {
  const channel = await getRssString({
    title: xmlText(title),
    description: xmlText(description),
    site: page,
    items: [],
    xmlns,
    customData: ours,
  });
  const elements = [
    textElement('language', language),
    textElement('copyright', copyright),
    link('self', self),
    archive ? link('current', current) : '',
    link('prev-archive', older),
    link('hub', hub, ''),
    archive ? '<fh:archive/>' : '',
    ...items,
  ];
  return channel.replace(ours, () => elements.join(''));
}

/**
 * One item, as it is in every feed that holds it.
 * @param site the site's own address, without a slash at its end
 */
export async function rssItem(
  { id, path, title, summary, published, updated, authors, tags, html, pictures }: FeedItem,
  site: string,
): Promise<string> {
  const xml = await getRssString({
    title: 'One item',
    description: 'One item.',
    site,
    xmlns,
    items: [
      {
        title: xmlText(title),
        link: absolute(path, site),
        pubDate: published,
        categories: tags.map(xmlText),
        content: xmlText(html),
        // Feed readers take a description for HTML.
        ...(summary !== undefined && { description: escapeHtml(xmlText(summary)) }),
        customData: `<guid isPermaLink="false">-</guid>${ours}`,
      },
    ],
  });
  const elements = [
    ...authors.map(({ name }) => textElement('dc:creator', name)),
    updated === undefined ? '' : textElement('atom:updated', updated.toISOString()),
    ...pictures.map((picture) => mediaXml(picture, site)),
  ];
  // The permanent id, never the address: a moved story must not appear twice.
  const guid = `<guid isPermaLink="false">${escapeHtml(id)}</guid>`;
  return xml
    .slice(xml.indexOf('<item>'), xml.lastIndexOf('</channel>'))
    .replace('<guid isPermaLink="false">-</guid>', () => guid)
    .replace(ours, () => elements.join(''));
}

/** A picture as Media RSS has it, see https://www.rssboard.org/media-rss. */
function mediaXml({ path, width, height, alt, credit }: FeedPicture, site: string): string {
  const words = `<media:description type="plain">${escapeHtml(xmlText(alt))}</media:description>${textElement('media:credit', credit)}`;
  return `<media:content url="${escapeHtml(absolute(path, site))}" medium="image" type="image/webp" width="${width}" height="${height}">${words}</media:content>`;
}
