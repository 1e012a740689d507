import { getCollection, type CollectionKey } from 'astro:content';
import { buildTime } from '#loading/build-time';
import type { References } from '#loading/content';
import type { WrittenTable } from '#domain/stories/chart';
import type { PictureSize } from '#loading/files/picture';
import { makeCatalogue, type Catalogue, type Entries, type Stored } from './catalogue.ts';

let cached: Promise<Catalogue> | undefined;

/**
 * All content. Read once in a build, and in development again for each page.
 * Drafts and embargoed stories are shown in development, and in builds with `MEGATON_PREVIEW=1`.
 */
export function catalogue(): Promise<Catalogue> {
  if (import.meta.env.DEV) return read();
  return (cached ??= read());
}

async function read(): Promise<Catalogue> {
  const entries: Entries = {
    site: await entriesOf('site'),
    frontPage: await entriesOf('frontPage'),
    categories: await entriesOf('categories'),
    authors: await entriesOf('authors'),
    providers: await entriesOf('providers'),
    models: await entriesOf('models'),
    topics: await entriesOf('topics'),
    lawsuits: await entriesOf('lawsuits'),
    rules: await entriesOf('rules'),
    boards: await entriesOf('boards'),
    editions: await entriesOf('editions'),
    inferences: await entriesOf('inferences'),
    evidence: await entriesOf('evidence'),
    articles: await entriesOf('articles'),
    reviews: await entriesOf('reviews'),
    newsletters: await entriesOf('newsletters'),
    products: await entriesOf('products'),
    pages: await entriesOf('pages'),
  };
  return makeCatalogue(entries, buildTime(), import.meta.env.DEV || process.env['MEGATON_PREVIEW'] === '1');
}

/** What the loader adds to the fields of a story. */
interface LoadedText {
  fileDigest?: string;
  textReferences?: References;
  pictureSizes?: Record<string, PictureSize>;
  storyTables?: Record<string, WrittenTable>;
}

async function entriesOf<K extends CollectionKey>(kind: K): Promise<Stored<K>[]> {
  const entries = await getCollection(kind);
  return entries.map(({ id, data: loaded, filePath = '' }) => {
    const { fileDigest = '', textReferences, pictureSizes = {}, storyTables = {}, ...data } = loaded as LoadedText;
    return {
      id,
      data: data as Stored<K>['data'],
      filePath,
      digest: fileDigest,
      references: textReferences,
      pictureSizes,
      storyTables,
    };
  });
}
