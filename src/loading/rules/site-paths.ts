import {
  articlePath,
  authorPath,
  boardPath,
  categoryPath,
  editionPath,
  modelPath,
  newsletterPath,
  productPath,
  providerPath,
  reviewPath,
  topicPath,
} from '#domain/site/addresses';
import type { Collections } from '../content.ts';

/** Pages that are there whatever the content says. */
export const fixedPaths = [
  '/',
  '/archive/',
  '/compare/',
  '/corrections/',
  '/feeds/',
  '/leaderboards/',
  '/models/',
  '/news/',
  '/newsletter/',
  '/offline/',
  '/products/',
  '/providers/',
  '/reviews/',
  '/search/',
  '/topics/',
  '/trackers/',
  '/trackers/launches/',
  '/trackers/lawsuits/',
  '/trackers/prices/',
  '/trackers/rules/',
] as const;

/** Pages whose existence follows from results and dates; the check of links in the built site shows whether one exists. */
const derived =
  /^\/(?:archive\/\d{4}\/\d{2}|compare\/[a-z0-9-]+-vs-[a-z0-9-]+|embed\/[a-z0-9-]+|leaderboards\/your-ranking(?:\/[a-z0-9-]+)?|leaderboards\/[a-z0-9-]+\/(?:embed|(?:only|by)\/[a-z0-9-]+|\d{4}-\d{2}-\d{2}\/changes)|(?:models|providers)\/[a-z0-9-]+\/stories|(?:news|corrections|(?:authors|categories)\/[a-z0-9-]+|(?:models|providers)\/[a-z0-9-]+\/stories)\/page\/\d+)\/$/u;

/** Files, not pages. */
const files = /^\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(?:xml|json|csv|svg|txt|opml|md)$/u;

/** Addresses of all pages of entries, and of the pages that are always there. */
export function pathsOf({
  authors,
  boards,
  categories,
  editions,
  models,
  newsletters,
  pages,
  products,
  providers,
  topics,
  articles,
  reviews,
}: Collections): Set<string> {
  const withEditions = new Set(editions.map(({ id }) => id.split('/')[0]));
  return new Set([
    ...fixedPaths,
    ...articles.map(({ id }) => articlePath(id)),
    ...reviews.map(({ id }) => reviewPath(id)),
    ...authors.map(({ id }) => authorPath(id)),
    ...categories.map(({ id }) => categoryPath(id)),
    ...models.map(({ id }) => modelPath(id)),
    ...providers.map(({ id }) => providerPath(id)),
    ...newsletters.map(({ id }) => newsletterPath(id)),
    ...topics.map(({ id }) => topicPath(id)),
    ...products.map(({ id }) => productPath(id)),
    ...pages.map(({ id }) => `/${id}/`),
    ...boards.filter(({ id }) => withEditions.has(id)).map(({ id }) => boardPath(id)),
    ...editions.map(({ id }) => editionPath(...(id.split('/') as [string, string]))),
  ]);
}

/**
 * Whether a path of this site leads somewhere.
 * @param path starts with a slash; a query and an anchor do not matter
 * @param known what {@link pathsOf} found
 */
export function isKnownPath(path: string, known: ReadonlySet<string>): boolean {
  const page = path.replace(/[?#].*$/u, '');
  return known.has(page) || derived.test(page) || files.test(page);
}
