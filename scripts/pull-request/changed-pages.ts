import {
  articlePath,
  authorPath,
  boardPath,
  editionPath,
  modelPath,
  newsletterPath,
  productPath,
  providerPath,
  reviewPath,
  topicPath,
  trackerPath,
} from '#domain/site/addresses';
import { kinds, type Kind } from '#loading/collections';

/** Where an entry is seen, from its id. */
const paths: Record<Kind, (id: string) => string> = {
  site: () => '/',
  frontPage: () => '/',
  categories: () => '/news/',
  authors: (id) => authorPath(id),
  providers: providerPath,
  models: modelPath,
  boards: boardPath,
  editions: (id) => editionPath(...halves(id)),
  inferences: (id) => editionPath(...halves(id)),
  evidence: (id) => boardPath(halves(id)[0]),
  articles: articlePath,
  reviews: reviewPath,
  topics: topicPath,
  lawsuits: (id) => `${trackerPath('lawsuits')}#${id}`,
  rules: (id) => `${trackerPath('rules')}#${id}`,
  newsletters: newsletterPath,
  products: productPath,
  pages: (id) => `/${id}/`,
};

/** A story's folder holds its pictures and tables. */
const storyFolder = /^(articles\/\d{4}|reviews)\/([^/]+)\//u;

/** A board's folder holds its votes and originals. */
const boardFolder = /^leaderboards\/([^/]+)\//u;

/**
 * The page on which a reader first meets what a file holds.
 * @param file path from the project's root, with forward slashes
 * @returns nothing for files outside of `content/`, and for those that no page shows
 */
export function pageOfFile(file: string): string | undefined {
  if (!file.startsWith('content/')) return undefined;
  const within = file.slice('content/'.length);
  for (const [kind, { files }] of Object.entries(kinds) as [Kind, { files: RegExp }][]) {
    const found = files.exec(within);
    if (found) return paths[kind](found.slice(1).join('/'));
  }
  const [, folder, slug = ''] = storyFolder.exec(within) ?? [];
  if (folder !== undefined) return folder === 'reviews' ? reviewPath(slug) : articlePath(slug);
  const [, board] = boardFolder.exec(within) ?? [];
  return board === undefined ? undefined : boardPath(board);
}

/**
 * The pages that files change first, each once: stories before everything else, since they are what writers send.
 * @param files paths from the project's root
 */
export function changedPages(files: readonly string[]): string[] {
  const pages = new Set(files.flatMap((file) => pageOfFile(file) ?? []));
  const isStory = (page: string): boolean => /^\/(?:news|reviews)\/[^/]+\/$/u.test(page);
  return [...[...pages].filter(isStory), ...[...pages].filter((page) => !isStory(page))];
}

const halves = (id: string): [string, string] => id.split('/') as [string, string];
