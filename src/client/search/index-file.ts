import { destinationKinds, type Destination } from '../../domain/search/destination.ts';
import { Finder } from '../../domain/search/finder.ts';
import type { SearchIndex } from '../../domain/search/index-file.ts';

let loading: Promise<Finder> | undefined;

/** Loads the index of destinations once; a failed load is tried again at the next call. */
export function loadFinder(): Promise<Finder> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Finder> {
  const answer = await fetch('/search-index.json', { priority: 'high' });
  if (!answer.ok) throw new Error(`/search-index.json: ${answer.status}`);
  return new Finder(readIndex(await answer.text()));
}

/**
 * Reads the index of destinations, as `src/feeds/data/search-index.ts` writes it.
 * @throws Error when it is something else
 */
export function readIndex(text: string): Destination[] {
  const { names, pages } = JSON.parse(text) as SearchIndex;
  if (!Array.isArray(names) || typeof pages !== 'object') throw new Error('This is no index of the search.');
  const named = (numbers: readonly number[] = []): string[] => numbers.map((number) => names[number] ?? '');
  return destinationKinds.flatMap((kind) =>
    (pages[kind] ?? []).map(([title, path, day, section, keywords, aliases]) => ({
      kind,
      title,
      path,
      day,
      section: names[section] ?? '',
      keywords: named(keywords),
      aliases: named(aliases),
    })),
  );
}
