import { getCollection, type CollectionKey } from 'astro:content';
import { buildTime } from '#loading/build-time';
import type { Collections } from '#loading/content';
import { shelved } from '#loading/shelf';
import { makeCatalogue, type Catalogue, type Entries, type Stored } from './catalogue.ts';

let cached: Promise<Catalogue> | undefined;
let preview: { of: Collections; catalogue: Catalogue } | undefined;

/**
 * All content. Read once in a build, and in development again after each change.
 * Drafts and embargoed stories are shown in development, and in builds with `MEGATON_PREVIEW=1`.
 */
export function catalogue(): Promise<Catalogue> {
  const collections = import.meta.env.DEV ? shelved() : undefined;
  if (collections) return Promise.resolve(previewOf(collections));
  cached ??= read();
  return cached;
}

function previewOf(collections: Collections): Catalogue {
  if (preview?.of !== collections) preview = { of: collections, catalogue: makeCatalogue(entriesIn(collections), buildTime(), true) };
  return preview.catalogue;
}

/** Entries as the store would hold them. */
function entriesIn(collections: Collections): Entries {
  const stored = Object.entries(collections).map(([kind, entries]) => [kind, entries.map(({ id, data, file }) => ({ id, data, filePath: file }))]);
  return Object.fromEntries(stored) as Entries;
}

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
  return makeCatalogue(entries, buildTime(), import.meta.env.DEV || process.env['MEGATON_PREVIEW'] === '1');
}

async function entriesOf<K extends CollectionKey>(kind: K): Promise<Stored<K>[]> {
  const entries = await getCollection(kind);
  return entries.map(({ id, data, filePath }) => ({ id, data: data as Stored<K>['data'], filePath: filePath ?? '' }));
}
