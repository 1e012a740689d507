import { article } from '#schemas/article';
import { author } from '#schemas/author';
import { board } from '#schemas/board';
import { category } from '#schemas/category';
import { edition } from '#schemas/edition';
import { evidence } from '#schemas/evidence';
import { inference } from '#schemas/inference';
import { frontPage } from '#schemas/front-page';
import { model } from '#schemas/model';
import { newsletter } from '#schemas/newsletter';
import { page } from '#schemas/page';
import { product } from '#schemas/product';
import { provider } from '#schemas/provider';
import { review } from '#schemas/review';
import { site } from '#schemas/site';
import { lawsuit } from '#schemas/subjects/lawsuit';
import { rule } from '#schemas/subjects/rule';
import { topic } from '#schemas/subjects/topic';

const id = '[a-z0-9]+(?:-[a-z0-9]+)*';
const date = String.raw`\d{4}-\d{2}-\d{2}`;

/**
 * Every kind of content: which files hold it and what they must say.
 * The first group of a pattern, or its groups joined by a slash, is the id.
 */
export const kinds = {
  site: { files: /^(site)\.yaml$/u, schema: site, place: 'content/site.yaml' },
  frontPage: { files: /^(front-page)\.yaml$/u, schema: frontPage, place: 'content/front-page.yaml' },
  // One file, many entries: each key is an id.
  categories: { files: /^(categories)\.yaml$/u, schema: category, place: 'content/categories.yaml', keyed: true },
  authors: { files: new RegExp(`^authors/(${id})\\.yaml$`, 'u'), schema: author, place: 'content/authors/<id>.yaml' },
  providers: {
    files: new RegExp(`^providers/(${id})\\.yaml$`, 'u'),
    schema: provider,
    place: 'content/providers/<id>.yaml',
  },
  models: { files: new RegExp(`^models/(${id})\\.yaml$`, 'u'), schema: model, place: 'content/models/<id>.yaml' },
  topics: { files: new RegExp(`^topics/(${id})\\.yaml$`, 'u'), schema: topic, place: 'content/topics/<id>.yaml' },
  lawsuits: {
    files: new RegExp(`^lawsuits/(${id})\\.yaml$`, 'u'),
    schema: lawsuit,
    place: 'content/lawsuits/<id>.yaml',
  },
  rules: { files: new RegExp(`^rules/(${id})\\.yaml$`, 'u'), schema: rule, place: 'content/rules/<id>.yaml' },
  boards: {
    files: new RegExp(`^leaderboards/(${id})/board\\.yaml$`, 'u'),
    schema: board,
    place: 'content/leaderboards/<board>/board.yaml',
  },
  editions: {
    files: new RegExp(`^leaderboards/(${id})/(${date})\\.yaml$`, 'u'),
    schema: edition,
    place: 'content/leaderboards/<board>/<YYYY-MM-DD>.yaml',
  },
  inferences: {
    files: new RegExp(`^leaderboards/(${id})/(${date})\\.inference\\.json$`, 'u'),
    schema: inference,
    place: 'content/leaderboards/<board>/<YYYY-MM-DD>.inference.json',
  },
  evidence: {
    files: new RegExp(`^leaderboards/(${id})/evidence/(${id})\\.yaml$`, 'u'),
    schema: evidence,
    place: 'content/leaderboards/<board>/evidence/<id>.yaml',
  },
  articles: {
    files: new RegExp(`^articles/\\d{4}/(${id})/index\\.md$`, 'u'),
    schema: article,
    place: 'content/articles/<year>/<slug>/index.md',
  },
  reviews: {
    files: new RegExp(`^reviews/(${id})/index\\.md$`, 'u'),
    schema: review,
    place: 'content/reviews/<slug>/index.md',
  },
  newsletters: {
    files: new RegExp(`^newsletters/(${date})\\.yaml$`, 'u'),
    schema: newsletter,
    place: 'content/newsletters/<YYYY-MM-DD>.yaml',
  },
  products: { files: new RegExp(`^products/(${id})\\.mdx$`, 'u'), schema: product, place: 'content/products/<id>.mdx' },
  pages: { files: new RegExp(`^pages/(${id})\\.mdx$`, 'u'), schema: page, place: 'content/pages/<id>.mdx' },
} as const;

/** The name of a collection. */
export type Kind = keyof typeof kinds;

/** Pictures live next to the text that shows them. */
export const pictureFiles = new RegExp(
  `^(?:articles/\\d{4}/${id}|reviews/${id})/[a-z0-9][a-z0-9._-]*\\.(?:webp|png|jpe?g)$`,
  'u',
);

/** Tables live next to the text whose charts show them. */
export const tableFiles = new RegExp(`^(?:articles/\\d{4}/${id}|reviews/${id})/[a-z0-9][a-z0-9._-]*\\.csv$`, 'u');

/** Votes that we hold, next to the editions rated from them. */
export const voteFiles = new RegExp(`^leaderboards/${id}/votes/[a-z0-9][a-z0-9._-]*\\.csv$`, 'u');

/** Files from which editions were imported, as they were. */
export const originalFiles = new RegExp(`^leaderboards/${id}/originals/${date}\\.(?:csv|html|json|md)$`, 'u');
