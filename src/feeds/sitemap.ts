import { absolute, sitemapPath } from '#domain/site/addresses';
import { escapeHtml, xmlText } from './escape.ts';

/** A page of a sitemap. */
export interface SitemapUrl {
  path: string;
  /** Day or moment of the last change, see https://www.w3.org/TR/NOTE-datetime. */
  changed?: string | undefined;
  /** Paths of its pictures. */
  images?: string[] | undefined;
  /** Set in a news sitemap. */
  news?: { title: string; published: Date } | undefined;
}

/** What a sitemap says of the site. */
export interface SitemapSite {
  /** The site's own address, without a slash at its end. */
  url: string;
  name: string;
  language: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const imageNamespace = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';
const newsNamespace = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';

const element = (name: string, text: string): string => `<${name}>${escapeHtml(xmlText(text))}</${name}>`;

/**
 * A sitemap, see https://www.sitemaps.org/protocol.html and Google's extensions for news and images.
 * @param urls at most 50,000
 */
export function sitemap(urls: readonly SitemapUrl[], site: SitemapSite): string {
  const spaces = [
    namespace,
    ...(urls.some(({ images }) => images) ? [imageNamespace] : []),
    ...(urls.some(({ news }) => news) ? [newsNamespace] : []),
  ];
  return `${declaration}<urlset ${spaces.join(' ')}>\n${urls.map((url) => urlXml(url, site)).join('')}</urlset>\n`;
}

function urlXml({ path, changed, images = [], news }: SitemapUrl, { url, name, language }: SitemapSite): string {
  const parts = [
    element('loc', absolute(path, url)),
    changed === undefined ? '' : element('lastmod', changed),
    ...images.map((image) => `<image:image>${element('image:loc', absolute(image, url))}</image:image>`),
    news === undefined
      ? ''
      : `<news:news><news:publication>${element('news:name', name)}${element('news:language', language.slice(0, 2))}</news:publication>${element('news:publication_date', news.published.toISOString())}${element('news:title', news.title)}</news:news>`,
  ];
  return `<url>${parts.join('')}</url>\n`;
}

/** The list of all sitemaps, each with the day of its newest change. */
export function sitemapIndex(parts: readonly { name: string; changed?: string | undefined }[], site: string): string {
  const lines = parts.map(
    ({ name, changed }) =>
      `<sitemap>${element('loc', absolute(sitemapPath(name), site))}${changed === undefined ? '' : element('lastmod', changed)}</sitemap>\n`,
  );
  return `${declaration}<sitemapindex ${namespace}>\n${lines.join('')}</sitemapindex>\n`;
}
