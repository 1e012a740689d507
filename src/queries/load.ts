import { getCollection, type CollectionKey } from 'astro:content';
import { contentPlace } from '#domain/content-place';
import { buildTime } from '#loading/build-time';
import type { Shelf, Shelved } from '#loading/shelf';
import { makeCatalogue, type Catalogue, type Entries, type Stored } from './catalogue.ts';

let cached: Promise<Catalogue> | undefined;
let laidOut: { of: Shelved; catalogue: Catalogue } | undefined;

/**
 * All content. Read once in a build, and in development again after each change.
 * Drafts and embargoed stories are shown in development, and in builds with `MEGATON_PREVIEW=1`.
 */
export async function catalogue(): Promise<Catalogue> {
  const { content } = (globalThis as { [contentPlace]?: Shelf })[contentPlace] ?? {};
  if (!content) return (cached ??= read());
  if (laidOut?.of !== content) laidOut = { of: content, catalogue: catalogueOf(entriesIn(content)) };
  return laidOut.catalogue;
}

const catalogueOf = (entries: Entries): Catalogue => makeCatalogue(entries, buildTime(), import.meta.env.DEV || process.env['MEGATON_PREVIEW'] === '1');

/** Entries as the store would hold them. */
function entriesIn({ collections, asked }: Shelved): Entries {
  const stored = Object.entries(collections).map(([kind, entries]) => [kind, entries.map(({ id, data, file, digest }) => ({ id, data, filePath: file, digest, asked: asked?.get(file) }))]);
  return Object.fromEntries(stored) as Entries;
}

/** From Astro's own store, where nobody laid content out. */
async function read(): Promise<Catalogue> {
  const [site, categories, authors, providers, models, boards, editions, evidence, articles, reviews, newsletters, products, pages] = await Promise.all([
    entriesOf('site'),
    entriesOf('categories'),
    entriesOf('authors'),
    entriesOf('providers'),
    entriesOf('models'),
    entriesOf('boards'),
    entriesOf('editions'),
    entriesOf('evidence'),
    entriesOf('articles'),
    entriesOf('reviews'),
    entriesOf('newsletters'),
    entriesOf('products'),
    entriesOf('pages'),
  ]);
  const entries: Entries = { site, categories, authors, providers, models, boards, editions, evidence, articles, reviews, newsletters, products, pages };
  return catalogueOf(entries);
}

async function entriesOf<K extends CollectionKey>(kind: K): Promise<Stored<K>[]> {
  const entries = await getCollection(kind);
  return entries.map(({ id, data, filePath = '' }) => ({ id, data: data as Stored<K>['data'], filePath, digest: '' }));
}
