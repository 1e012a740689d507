import { getCollection, type CollectionKey } from 'astro:content';
import type { Asked } from '#loading/content';
import { buildTime } from '#loading/build-time';
import { makeCatalogue, type Catalogue, type Entries, type Stored } from './catalogue.ts';

let cached: Promise<Catalogue> | undefined;

/**
 * All content. Read once in a build, and anew for each page in development.
 * Drafts and embargoed stories are shown in development, and in builds with `MEGATON_PREVIEW=1`.
 */
export function catalogue(): Promise<Catalogue> {
  if (import.meta.env.DEV) return read();
  cached ??= read();
  return cached;
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
  return entries.map((entry) => {
    const { id, data, filePath = '', digest = '', asked } = entry as typeof entry & { digest?: string; asked?: Asked };
    return { id, data: data as Stored<K>['data'], filePath, digest: String(digest), asked };
  });
}
