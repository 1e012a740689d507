import { wordsOf, type Headline } from './headline-search.ts';

/** A line of `/headlines.json`: title, path, day, and numbers of names, the section's first. */
type Line = [title: string, path: string, day: string, ...names: number[]];

let loading: Promise<readonly Headline[]> | undefined;

/** Loads the index of headlines once; a failed load is tried again at the next call. */
export function loadHeadlines(): Promise<readonly Headline[]> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<readonly Headline[]> {
  const answer = await fetch('/headlines.json', { priority: 'high' });
  if (!answer.ok) throw new Error(`/headlines.json: ${answer.status}`);
  return readHeadlines(await answer.text());
}

/**
 * Reads the index of headlines, as `src/feeds/data/headline-index.ts` writes it, and folds every text of it once.
 * @throws Error when it is something else
 */
export function readHeadlines(text: string): Headline[] {
  const { names, pages } = JSON.parse(text) as { names: string[]; pages: Line[] };
  const folded = names.map(wordsOf);
  return pages.map(([title, path, day, ...numbers]) => ({
    title,
    path,
    day,
    section: names[numbers[0] ?? 0] ?? '',
    words: wordsOf(title),
    names: numbers.map((number) => folded[number] ?? []),
  }));
}
