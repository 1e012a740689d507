import type { Element } from 'hast';
import { elements, parseHtml } from '../html.ts';
import { childrenOf, parseXml, type XmlElement } from './xml.ts';

export const atom = 'http://www.w3.org/2005/Atom';
export const content = 'http://purl.org/rss/1.0/modules/content/';
export const dublinCore = 'http://purl.org/dc/elements/1.1/';
export const history = 'http://purl.org/syndication/history/1.0';
export const media = 'http://search.yahoo.com/mrss/';

/** Elements of RSS 2.0 by where they may be, see https://www.rssboard.org/rss-specification */
const ofChannel = new Set([
  'title',
  'link',
  'description',
  'language',
  'copyright',
  'managingEditor',
  'webMaster',
  'pubDate',
  'lastBuildDate',
  'category',
  'generator',
  'docs',
  'cloud',
  'ttl',
  'image',
  'rating',
  'textInput',
  'skipHours',
  'skipDays',
  'item',
]);
const ofItem = new Set([
  'title',
  'link',
  'description',
  'author',
  'category',
  'comments',
  'enclosure',
  'guid',
  'pubDate',
  'source',
]);
const repeatable = new Set(['item', 'category']);
/** What our name spaces may add. */
const added: Record<string, Record<'channel' | 'item', readonly string[]>> = {
  [atom]: { channel: ['link'], item: ['updated'] },
  [content]: { channel: [], item: ['encoded'] },
  [dublinCore]: { channel: [], item: ['creator'] },
  [history]: { channel: ['archive'], item: [] },
  [media]: { channel: [], item: ['content'] },
};

// RFC 822 with a year of four digits, as RSS 2.0 asks.
const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/u;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;
const isAddress = (text: string | undefined): boolean =>
  text !== undefined && URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);

/** Everything that is wrong with a page of a feed by RSS 2.0, Atom's, Dublin Core's, Media RSS's and RFC 5005's rules; empty for a valid one. */
export function rssFaults(xml: string): string[] {
  const rss = parseXml(xml);
  const channels = childrenOf(rss, 'channel');
  const [channel] = channels;
  if (rss.name !== 'rss' || rss.attributes['version'] !== '2.0' || channels.length !== 1 || !channel)
    return ['no <rss version="2.0"> with one <channel>'];
  const items = childrenOf(channel, 'item');
  const links = childrenOf(channel, 'link', atom);
  const rels = links.map(({ attributes }) => attributes['rel']);
  const isArchive = childrenOf(channel, 'archive', history).length > 0;
  const guids = items.map((item) => childrenOf(item, 'guid')[0]?.text);
  return [
    ...placed(channel, 'channel', ofChannel),
    ...['title', 'link', 'description'].flatMap((name) =>
      childrenOf(channel, name)[0]?.text.trim() ? [] : [`channel without ${name}`],
    ),
    ...(isAddress(childrenOf(channel, 'link')[0]?.text) ? [] : ['channel link is no address']),
    ...links.flatMap(({ attributes }) =>
      isAddress(attributes['href']) ? [] : [`atom:link ${attributes['rel']} is no address`],
    ),
    ...(rels.filter((rel) => rel === 'self').length === 1 ? [] : ['not one self link']),
    ...(new Set(rels).size === rels.length ? [] : ['two links of one kind']),
    ...(isArchive === rels.includes('current') ? [] : ['an archive and only an archive links to the current page']),
    ...(new Set(guids).size === guids.length ? [] : ['two items with one guid']),
    ...items.flatMap(itemFaults),
  ];
}

/** Elements that are where they may not, or too often. */
function placed(parent: XmlElement, where: 'channel' | 'item', known: ReadonlySet<string>): string[] {
  const own = parent.children.filter(({ space }) => space === '').map(({ name }) => name);
  return [
    ...own.filter((name) => !known.has(name)).map((name) => `<${name}> in ${where}`),
    ...own
      .filter((name, index) => !repeatable.has(name) && own.indexOf(name) !== index)
      .map((name) => `<${name}> twice in ${where}`),
    ...parent.children
      .filter(({ space, name }) => space !== '' && !added[space]?.[where].includes(name))
      .map(({ space, name }) => `<${name}> of ${space} in ${where}`),
  ];
}

function itemFaults(item: XmlElement): string[] {
  const one = (name: string, space = ''): XmlElement | undefined => childrenOf(item, name, space)[0];
  const [guid, link, pubDate, updated, encoded] = [
    one('guid'),
    one('link')?.text,
    one('pubDate')?.text ?? '',
    one('updated', atom)?.text,
    one('encoded', content)?.text ?? '',
  ];
  const name = guid?.text ?? link ?? '?';
  const faults = [
    ...placed(item, 'item', ofItem),
    ...(one('title')?.text.trim() || one('description')?.text.trim() ? [] : ['neither title nor description']),
    ...(one('title')?.text.trim() ? [] : ['no title']),
    ...(one('description')?.text === '' ? ['empty description'] : []),
    ...(isAddress(link) ? [] : ['link is no address']),
    ...(guid?.text && guid.attributes['isPermaLink'] === 'false' && !isAddress(guid.text)
      ? []
      : ['guid is an address']),
    ...(rfc822.test(pubDate) && new Date(pubDate).toUTCString() === pubDate ? [] : [`pubDate ${pubDate}`]),
    ...(updated === undefined || (rfc3339.test(updated) && Date.parse(updated) >= Date.parse(pubDate))
      ? []
      : [`atom:updated ${updated}`]),
    ...childrenOf(item, 'creator', dublinCore).flatMap(({ text }) => (text.trim() ? [] : ['empty creator'])),
    ...childrenOf(item, 'content', media).flatMap(mediaFaults),
    ...htmlFaults(encoded, link ?? ''),
  ];
  return faults.map((fault) => `${name}: ${fault}`);
}

function mediaFaults({ attributes }: XmlElement): string[] {
  const { url, type, medium, width, height } = attributes;
  return [
    ...(isAddress(url) ? [] : [`media ${url}`]),
    ...(/^image\/[a-z]+$/u.test(type ?? '') && medium === 'image' ? [] : [`media type ${type}`]),
    ...([width, height].every((size) => /^[1-9]\d*$/u.test(size ?? '')) ? [] : [`media size ${width} by ${height}`]),
  ];
}

/** What an item's HTML may hold: nothing that runs, only full addresses, and notes that lead somewhere within it. */
export function htmlFaults(html: string, link: string): string[] {
  const all = elements(parseHtml(html));
  const ids = new Set(all.flatMap(({ properties }) => (properties.id === undefined ? [] : [properties.id])));
  const addresses = (element: Element): string[] =>
    ['href', 'src', 'srcSet', 'poster', 'cite'].flatMap((name) =>
      element.properties[name] === undefined ? [] : [String(element.properties[name])],
    );
  return [
    ...(html.trim() === '' ? ['no text'] : []),
    ...all
      .filter(({ tagName }) =>
        /^(?:script|style|iframe|object|embed|form|input|button|video|audio|link|meta)$/u.test(tagName),
      )
      .map(({ tagName }) => `<${tagName}>`),
    ...all.flatMap(({ properties }) =>
      Object.keys(properties).filter((name) => /^(?:style|className|on[A-Z].*|data[A-Z].*|role|tabIndex)$/u.test(name)),
    ),
    ...all
      .flatMap(addresses)
      .filter((address) => !/^(?:https?:\/\/[^/]+|mailto:.+)/u.test(address))
      .map((address) => `relative address ${address}`),
    ...all
      .flatMap(addresses)
      .filter(
        (address) => address.startsWith(`${link}#`) && !ids.has(decodeURIComponent(address.slice(link.length + 1))),
      )
      .map((address) => `anchor ${address}`),
    ...all
      .filter(
        ({ tagName, properties }) =>
          tagName === 'img' && (properties.alt === undefined || properties.width === undefined),
      )
      .map(() => 'picture without words or size'),
  ];
}

/** Fields of JSON Feed 1.1, see https://www.jsonfeed.org/version/1.1/ */
const feedFields = new Set([
  'version',
  'title',
  'home_page_url',
  'feed_url',
  'description',
  'user_comment',
  'next_url',
  'icon',
  'favicon',
  'authors',
  'language',
  'expired',
  'hubs',
  'items',
]);
const itemFields = new Set([
  'id',
  'url',
  'external_url',
  'title',
  'content_html',
  'content_text',
  'summary',
  'image',
  'banner_image',
  'date_published',
  'date_modified',
  'authors',
  'tags',
  'language',
  'attachments',
]);

type Json = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Everything that is wrong with a page of a JSON Feed; empty for a valid one. */
export function jsonFaults(json: string): string[] {
  const feed = JSON.parse(json) as Json;
  const items = (Array.isArray(feed['items']) ? feed['items'] : []) as Json[];
  const ids = items.map(({ id }) => id);
  return [
    ...(feed['version'] === 'https://jsonfeed.org/version/1.1' ? [] : ['version']),
    ...(text(feed['title'])?.trim() ? [] : ['no title']),
    ...(Array.isArray(feed['items']) ? [] : ['no items']),
    ...Object.keys(feed).filter((name) => !feedFields.has(name)),
    ...['home_page_url', 'feed_url', 'next_url', 'icon', 'favicon'].filter(
      (name) => name in feed && !isAddress(text(feed[name])),
    ),
    ...(feed['next_url'] === undefined || feed['next_url'] !== feed['feed_url'] ? [] : ['next_url is feed_url']),
    ...(new Set(ids).size === ids.length ? [] : ['two items with one id']),
    ...((feed['hubs'] ?? []) as Json[])
      .filter(({ type, url }) => !text(type) || !isAddress(text(url)))
      .map(() => 'hub'),
    ...items.flatMap(jsonItemFaults),
  ];
}

function jsonItemFaults(item: Json): string[] {
  const [published, modified] = [text(item['date_published']) ?? '', text(item['date_modified'])];
  const authors = (item['authors'] ?? [{ name: 'nobody' }]) as Json[];
  const faults = [
    ...Object.keys(item).filter((name) => !itemFields.has(name)),
    ...(text(item['id']) ? [] : ['id is no text']),
    ...(isAddress(text(item['url'])) && item['url'] !== item['id'] ? [] : ['url']),
    ...(text(item['title'])?.trim() ? [] : ['no title']),
    ...(item['summary'] === undefined || text(item['summary']) ? [] : ['summary']),
    ...(rfc3339.test(published) ? [] : ['date_published']),
    ...(modified === undefined || (rfc3339.test(modified) && modified >= published) ? [] : ['date_modified']),
    ...(authors.length > 0 && authors.every(({ name, url, avatar }) => text(name) ?? text(url) ?? text(avatar))
      ? []
      : ['authors']),
    ...(Array.isArray(item['tags']) && item['tags'].every((tag) => typeof tag === 'string' && tag !== '')
      ? []
      : ['tags']),
    ...(item['image'] === undefined || isAddress(text(item['image'])) ? [] : ['image']),
    ...((item['attachments'] ?? []) as Json[])
      .filter(({ url, mime_type: type }) => !isAddress(text(url)) || !/^\w+\/\w+$/u.test(text(type) ?? ''))
      .map(() => 'attachment'),
    ...htmlFaults(text(item['content_html']) ?? '', text(item['url']) ?? ''),
  ];
  return faults.map((fault) => `${String(item['id'])}: ${fault}`);
}
