/** Where everything lives. Every address on the site is made here. */

export const newsPath = (page = 1): string => (page === 1 ? '/news/' : `/news/page/${page}/`);
export const articlePath = (slug: string): string => `/news/${slug}/`;
export const reviewPath = (slug: string): string => `/reviews/${slug}/`;
export const categoryPath = (id: string, page = 1): string =>
  page === 1 ? `/categories/${id}/` : `/categories/${id}/page/${page}/`;
export const authorPath = (id: string, page = 1): string =>
  page === 1 ? `/authors/${id}/` : `/authors/${id}/page/${page}/`;
export const archivePath = (year: string, month: string): string => `/archive/${year}/${month}/`;
export const modelPath = (id: string): string => `/models/${id}/`;
export const providerPath = (id: string): string => `/providers/${id}/`;
/** The stories with a model or with models of a provider, where there are more than its own page shows. */
export const topicStoriesPath = (topic: string, page = 1): string =>
  page === 1 ? `${topic}stories/` : `${topic}stories/page/${page}/`;
export const topicsPath = '/topics/';
export const topicPath = (id: string): string => `/topics/${id}/`;
export const trackersPath = '/trackers/';
export const trackerPath = (tracker: string): string => `/trackers/${tracker}/`;
/** A tracker as a file of data. */
export const trackerDataPath = (tracker: string, format: 'json' | 'csv'): string => `/trackers/${tracker}.${format}`;
export const productPath = (id: string): string => `/products/${id}/`;
export const boardPath = (board: string): string => `/leaderboards/${board}/`;
export const editionPath = (board: string, date: string): string => `/leaderboards/${board}/${date}/`;
export const changesPath = (board: string, date: string): string => `/leaderboards/${board}/${date}/changes/`;
/** The feed of changes of one board, or of all boards. */
export const changesFeedPath = (board?: string): string =>
  board === undefined ? '/leaderboards/changes.xml' : `/leaderboards/${board}/changes.xml`;
/** An edition as a file of data. */
export const editionDataPath = (board: string, date: string, format: 'json' | 'csv'): string =>
  `/leaderboards/${board}/${date}.${format}`;
export const latestDataPath = (board: string): string => `/leaderboards/${board}/latest.json`;
export const boardDataSchemaPath = (version: number): string => `/leaderboards/schema/v${version}.json`;
/** The consensus for a reader's own needs, and choices that many make. */
export const yourRankingPath = '/leaderboards/your-ranking/';
export const presetPath = (preset: string): string => `${yourRankingPath}${preset}/`;
/** All files of data of all boards, described for programs: https://datapackage.org. */
export const dataPackagePath = '/leaderboards/datapackage.json';
/** The small page for other sites. */
export const embedPath = (board: string): string => `/embed/${board}/`;
/** The page with code to copy. */
export const embedCodePath = (board: string): string => `/leaderboards/${board}/embed/`;
export const badgePath = (board: string, model: string): string => `/badges/${board}/${model}.svg`;
export const boardFilterPath = (board: string, filter: string): string => `/leaderboards/${board}/only/${filter}/`;
export const boardSortPath = (board: string, sort: string): string => `/leaderboards/${board}/by/${sort}/`;
/** Comparisons are under one order of the two ids. */
export const comparePath = (a: string, b: string): string => `/compare/${a < b ? a : b}-vs-${a < b ? b : a}/`;

export const modelsPath = '/models/';
/** The facts on all models as a file of data. */
export const modelDataPath = (format: 'json' | 'csv'): string => `/models/all-models.${format}`;
export const comparePagePath = '/compare/';
/** What the page on which readers compare models loads. */
export const compareDataPath = '/compare/data.json';

/** The page on which readers compare any models, with some of them chosen. */
export const pickPath = (models: readonly string[]): string => `/compare/?models=${models.join(',')}`;

/** The card of a board, a model, a category or the reviews: a drawn picture of 1200 by 630 pixels for social media. */
export const cardPath = (page: string): string => `/cards${page.replace(/\/$/u, '')}.png`;
/** A chart of a story as a picture, for feed readers. */
export const chartPath = (story: string, name: string): string => `/charts${story}${name}.png`;
/** The card of pages without one of their own; same size. */
export const siteCardPath = '/card.png';
/** The mark of the site as a square picture. */
export const iconPath = (pixels: 192 | 512): string => `/icon-${pixels}.png`;
/** A page as Markdown. */
export const markdownPath = (page: string): string => `${page}index.md`;
/** The list of all corrections. */
export const correctionsPath = '/corrections/';
export const correctionsListPath = (page: number): string =>
  page === 1 ? correctionsPath : `${correctionsPath}page/${page}/`;
export const feedsPath = '/feeds/';
export const feedListPath = '/feeds.opml';
export const sitemapIndexPath = '/sitemap.xml';
export const sitemapPath = (name: string): string => `/sitemaps/${name}.xml`;
/** The sitemap of the newest stories, as `sitemapPath` takes it. */
export const newsSitemapName = 'news';
export const newsletterPath = (date?: string): string => (date === undefined ? '/newsletter/' : `/newsletter/${date}/`);

/**
 * A path of this site as a full address.
 * @param path starts with a slash
 * @param site the site's own address, without a slash at its end
 */
export const absolute = (path: string, site: string): string => `${site}${path}`;
