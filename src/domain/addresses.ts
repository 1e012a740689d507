/** Where everything lives. Every address on the site is made here. */

export const newsPath = (page = 1): string => (page === 1 ? '/news/' : `/news/page/${page}/`);
export const articlePath = (slug: string): string => `/news/${slug}/`;
export const reviewPath = (slug: string): string => `/reviews/${slug}/`;
export const categoryPath = (id: string, page = 1): string => (page === 1 ? `/categories/${id}/` : `/categories/${id}/page/${page}/`);
export const authorPath = (id: string, page = 1): string => (page === 1 ? `/authors/${id}/` : `/authors/${id}/page/${page}/`);
export const archivePath = (year: string, month: string): string => `/archive/${year}/${month}/`;
export const modelPath = (id: string): string => `/models/${id}/`;
export const providerPath = (id: string): string => `/providers/${id}/`;
export const productPath = (id: string): string => `/products/${id}/`;
export const boardPath = (board: string): string => `/leaderboards/${board}/`;
export const editionPath = (board: string, date: string): string => `/leaderboards/${board}/${date}/`;
export const pagePath = (id: string): string => `/${id}/`;

/**
 * A path of this site as a full address.
 * @param path starts with a slash
 * @param site the site's own address, without a slash at its end
 */
export const absolute = (path: string, site: string): string => `${site}${path}`;
