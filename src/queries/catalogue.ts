import type { DataOf, References } from '#loading/content';
import { embargoEnd, isHidden } from '#domain/stories/embargo';
import { newestFirst } from '#domain/stories/story-dates';
import type { WrittenTable } from '#domain/stories/chart';
import type { PictureSize } from '#loading/files/picture';
import type { Kind } from '#loading/collections';

/** An entry as the store holds it: no body, only where to find it. */
export interface Stored<K extends Kind> {
  id: string;
  data: DataOf<K>;
  /** Path from the project's root. */
  filePath: string;
  /** Of the file of a story. */
  digest: string;
  /** What the text of a story refers to. */
  references?: References | undefined;
  /** Sizes of the pictures in the folder of a story, by the names of their files. */
  pictureSizes?: Record<string, PictureSize>;
  /** Tables in the folder of a story, by the names of their files. */
  storyTables?: Record<string, WrittenTable>;
}

/** All content, read once, indexed by id. Drafts and embargoed stories are in it in previews only. */
export interface Catalogue {
  site: DataOf<'site'>;
  /** What an editor puts on the front page. */
  frontPage: DataOf<'frontPage'>;
  categories: ReadonlyMap<string, Stored<'categories'>>;
  authors: ReadonlyMap<string, Stored<'authors'>>;
  providers: ReadonlyMap<string, Stored<'providers'>>;
  models: ReadonlyMap<string, Stored<'models'>>;
  topics: ReadonlyMap<string, Stored<'topics'>>;
  lawsuits: ReadonlyMap<string, Stored<'lawsuits'>>;
  rules: ReadonlyMap<string, Stored<'rules'>>;
  boards: ReadonlyMap<string, Stored<'boards'>>;
  /** Editions of each board, newest first. */
  editions: ReadonlyMap<string, Stored<'editions'>[]>;
  /** What the scores of editions say of their ranks, by the id of the edition. */
  inferences: ReadonlyMap<string, Stored<'inferences'>>;
  /** Cited boards, by id. */
  evidence: ReadonlyMap<string, Stored<'evidence'>>;
  /** Newest first. */
  articles: Stored<'articles'>[];
  /** Newest first. */
  reviews: Stored<'reviews'>[];
  /** Newsletter issues by their day, newest first. */
  newsletters: ReadonlyMap<string, Stored<'newsletters'>>;
  products: ReadonlyMap<string, Stored<'products'>>;
  pages: ReadonlyMap<string, Stored<'pages'>>;
  /** Moments ahead at which embargoes of finished stories end. */
  embargoes: Date[];
  /** The moment for which the site is built. */
  now: Date;
}

/** What {@link makeCatalogue} starts from: the entries of every collection, in any order. */
export type Entries = { [K in Kind]: Stored<K>[] };

/**
 * Indexes all entries.
 * @param entries every collection
 * @param now the moment for which the site is built
 * @param preview true also shows drafts and embargoed stories
 * @throws Error when there is no site entry
 */
export function makeCatalogue(entries: Entries, now: Date, preview: boolean): Catalogue {
  const [site] = entries.site;
  if (!site) throw new Error('content/site.yaml is missing.');
  const visible = <K extends 'articles' | 'reviews'>(stories: Stored<K>[]): Stored<K>[] =>
    stories.filter((story) => preview || !isHidden(story.data, now)).sort((a, b) => newestFirst(a.data, b.data));
  const { categories, authors, providers, models, boards, newsletters, products, pages } = entries;
  return {
    site: site.data,
    frontPage: entries.frontPage[0]?.data ?? { second: [] },
    categories: byId(inOrder(categories)),
    authors: byId(inOrder(authors)),
    providers: byId(inOrder(providers)),
    models: byId(inOrder(models)),
    topics: byId(inOrder(entries.topics)),
    lawsuits: byId(inOrder(entries.lawsuits)),
    rules: byId(inOrder(entries.rules)),
    boards: byId([...boards].sort((a, b) => a.data.order - b.data.order)),
    editions: editionsByBoard(entries.editions),
    inferences: byId(entries.inferences),
    evidence: byId(inOrder(entries.evidence)),
    articles: visible(entries.articles),
    reviews: visible(entries.reviews),
    newsletters: byId(inOrder(newsletters).reverse()),
    products: byId(inOrder(products)),
    pages: byId(inOrder(pages)),
    embargoes: [...entries.articles, ...entries.reviews].flatMap(({ data }) => embargoEnd(data, now) ?? []),
    now,
  };
}

/**
 * The entry with an id.
 * @param from where the id was used, for the error
 * @throws Error when there is none
 */
export function need<Value>(entries: ReadonlyMap<string, Value>, id: string, from: string): Value {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`${from} names \`${id}\`, which does not exist.`);
  return entry;
}

/** By id, whatever the order in which entries are given. */
const inOrder = <K extends Kind>(entries: readonly Stored<K>[]): Stored<K>[] =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));

function byId<K extends Kind>(entries: readonly Stored<K>[]): ReadonlyMap<string, Stored<K>> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function editionsByBoard(editions: readonly Stored<'editions'>[]): ReadonlyMap<string, Stored<'editions'>[]> {
  return Map.groupBy(inOrder(editions).reverse(), ({ id }) => id.split('/')[0] ?? '');
}
