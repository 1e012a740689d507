import { stringify } from 'yaml';
import { lines, peerArticle, relatedCode, slugIn, type PeerSite } from './peer-site.ts';

/** What the site is made with: Eleventy, and the footnotes that its Markdown lacks. */
export const eleventyPackages = { '@11ty/eleventy': '3.1.8', 'markdown-it-footnote': '4.0.0' };

const settings = lines(
  "import footnotes from 'markdown-it-footnote';",
  "import { RelatedStories } from './related.ts';",
  '',
  "const kinds = ['categories', 'authors', 'models', 'tags'];",
  'const perPage = 20;',
  'const perFeed = 50;',
  '',
  'export default function (eleventy) {',
  "  eleventy.amendLibrary('md', (markdown) => markdown.use(footnotes));",
  "  eleventy.addCollection('lists', (api) => topicsIn(api).flatMap(pagesOf));",
  "  eleventy.addCollection('feeds', (api) => topicsIn(api).map(({ title, url, articles }) => ({ title, url: `${url}index.xml`, page: url, articles: articles.slice(0, perFeed) })));",
  "  eleventy.addCollection('related', (api) => relatedIn(newest(api)));",
  '}',
  '',
  'export const config = {',
  "  dir: { input: 'content', layouts: '../layouts', output: '_site' },",
  '  markdownTemplateEngine: false,',
  '};',
  '',
  "const newest = (api) => api.getFilteredByGlob('content/news/*.md').toReversed();",
  '',
  'function topicsIn(api) {',
  '  const articles = newest(api);',
  "  const topics = new Map([['/', { title: 'Peer', url: '/', articles }]]);",
  '  for (const article of articles) {',
  '    for (const kind of kinds) {',
  '      for (const key of article.data[kind] ?? []) {',
  '        const url = `/${kind}/${key}/`;',
  '        const topic = topics.get(url);',
  '        if (topic) topic.articles.push(article);',
  '        else topics.set(url, { title: key, url, articles: [article] });',
  '      }',
  '    }',
  '  }',
  '  return [...topics.values()];',
  '}',
  '',
  'function pagesOf({ title, url, articles }) {',
  '  const count = Math.ceil(articles.length / perPage);',
  '  const urlOf = (page) => (page === 0 ? url : `${url}page/${page + 1}/`);',
  '  return Array.from({ length: count }, (_, page) => ({',
  '    title,',
  '    url: urlOf(page),',
  '    feed: `${url}index.xml`,',
  '    articles: articles.slice(page * perPage, (page + 1) * perPage),',
  '    newer: page > 0 ? urlOf(page - 1) : undefined,',
  '    older: page + 1 < count ? urlOf(page + 1) : undefined,',
  '  }));',
  '}',
  '',
  'function relatedIn(articles) {',
  '  const topicsOf = ({ data, date }) => ({',
  '    id: data.id,',
  '    date: date.toISOString(),',
  '    topics: [...(data.models ?? []).map((model) => `model:${model}`), ...(data.tags ?? []).map((tag) => `tag:${tag}`)],',
  '  });',
  '  const index = new RelatedStories(articles.map(topicsOf));',
  '  const byId = new Map(articles.map((article) => [article.data.id, article]));',
  '  return { to: (id) => index.of(topicsOf(byId.get(id)), 3).map((other) => byId.get(other)) };',
  '}',
);

const escape = lines(
  "const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\"': '&quot;' };",
  '',
  'export const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => signs[sign]);',
);

const base = lines(
  "import { escape } from '../escape.js';",
  '',
  'export function render({ title, dek, list, content }) {',
  '  const feed = list ? `<link rel="alternate" type="application/rss+xml" href="${list.feed}">` : \'\';',
  '  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title ?? list.title)}</title><meta name="description" content="${escape(dek ?? \'\')}">${feed}</head><body><main>${content}</main></body></html>`;',
  '}',
);

const article = lines(
  "import { escape } from '../escape.js';",
  '',
  "export const data = { layout: 'base.11ty.js' };",
  '',
  "const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });",
  'const minutes = (text) => Math.ceil(text.split(/\\s+/).length / 213);',
  '',
  'export function render({ id, title, dek, authors, sources, corrections = [], page, content, collections }) {',
  '  const related = collections.related.to(id);',
  '  return `<article><h1>${escape(title)}</h1><p>${escape(dek)}</p>',
  '<p>${day.format(page.date)}, ${authors.map((author) => `<a href="/authors/${author}/">${author}</a>`).join(\'\')}, ${minutes(page.rawInput)} min</p>',
  "${corrections.map(({ date, text }) => `<p>Correction, ${day.format(date)}: ${escape(text)}</p>`).join('')}${content}",
  '<ul>${sources.map((source) => `<li><a href="${source.url}">${escape(source.title)}</a>, ${escape(source.publisher)}</li>`).join(\'\')}</ul></article>',
  '<aside>${related.map((other) => `<a href="${other.url}">${escape(other.data.title)}</a>`).join(\'\')}</aside>`;',
  '}',
);

const lists = lines(
  "import { escape } from '../escape.js';",
  '',
  'export const data = {',
  "  layout: 'base.11ty.js',",
  "  pagination: { data: 'collections.lists', size: 1, alias: 'list' },",
  '  permalink: ({ list }) => list.url,',
  '  eleventyExcludeFromCollections: true,',
  '};',
  '',
  'export function render({ list }) {',
  "  const links = [['newer', list.newer], ['older', list.older]].flatMap(([text, url]) => (url ? [`<a href=\"${url}\">${text}</a>`] : []));",
  '  return `<h1>${escape(list.title)}</h1>',
  '${list.articles.map(({ url, data }) => `<article><h2><a href="${url}">${escape(data.title)}</a></h2><p>${escape(data.dek)}</p></article>`).join(\'\')}',
  "<nav>${links.join(' ')}</nav>`;",
  '}',
);

const feeds = lines(
  "import { escape } from '../escape.js';",
  '',
  'export const data = {',
  "  pagination: { data: 'collections.feeds', size: 1, alias: 'feed' },",
  '  permalink: ({ feed }) => feed.url,',
  '  eleventyExcludeFromCollections: true,',
  '};',
  '',
  "const site = 'https://peer.example';",
  'const item = ({ url, date, data, content }) =>',
  '  `<item><title>${escape(data.title)}</title><link>${site}${url}</link><guid isPermaLink="false">${data.id}</guid><pubDate>${date.toUTCString()}</pubDate><content:encoded>${escape(content)}</content:encoded></item>`;',
  '',
  'export function render({ feed }) {',
  '  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>',
  '<title>${escape(feed.title)}</title><link>${site}${feed.page}</link><description>${escape(feed.title)}</description>',
  "${feed.articles.map(item).join('')}</channel></rss>`;",
  '}',
);

const sitemap = lines(
  "export const data = { permalink: '/sitemap.xml', eleventyExcludeFromCollections: true };",
  '',
  'export function render({ collections }) {',
  '  const urls = [...collections.all, ...collections.lists].map(({ url }) => `<url><loc>https://peer.example${url}</loc></url>`);',
  '  return `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join(\'\')}</urlset>`;',
  '}',
);

/**
 * The site in Eleventy's own way, with its fastest templates. Related stories come from the index that Megaton has.
 * @param project the project's folder
 */
export function eleventySite(project: string): PeerSite {
  return {
    files: {
      'eleventy.config.js': settings,
      ...relatedCode(project),
      'escape.js': escape,
      'layouts/base.11ty.js': base,
      'layouts/article.11ty.js': article,
      'content/lists.11ty.js': lists,
      'content/feeds.11ty.js': feeds,
      'content/sitemap.11ty.js': sitemap,
      'content/news/news.json': '{ "layout": "article.11ty.js" }\n',
    },
    pathOf: (path) => `content/news/${slugIn(path)}.md`,
    textOf: (text) => {
      const { fields, body } = peerArticle(text);
      return `---\n${stringify(fields, { lineWidth: 0 })}---\n${body}`;
    },
  };
}
