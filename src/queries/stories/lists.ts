import { paginate, type ListPage } from '#domain/stories/pagination';
import type { ListedCorrection } from '#domain/stories/story';
import { typeset } from '#domain/text/typography';
import { allCorrections } from './corrections.ts';
import { startPage } from '../page.ts';
import { allStories, storyPath, type StoryEntry } from './stories.ts';

/** Stories on one page of a list. */
export const listSize = 20;

/** One page of the list of a category or an author. */
export interface NamedList {
  id: string;
  /** Its number. */
  page: string;
  list: ListPage<StoryEntry>;
}

/** Articles, newest first, in pages. */
export async function newsPages(): Promise<ListPage<StoryEntry>[]> {
  const { catalogue } = await startPage();
  return paginate<StoryEntry>(catalogue.articles, listSize);
}

/** Pages of the articles of every category, also of those without any. */
export async function categoryPages(): Promise<NamedList[]> {
  const { catalogue } = await startPage();
  return [...catalogue.categories.keys()].flatMap((id) =>
    pagesOf(
      id,
      catalogue.articles.filter(({ data }) => data.category === id),
    ),
  );
}

/** Pages of the stories of every author, also of those without any. */
export async function authorPages(): Promise<NamedList[]> {
  const { catalogue } = await startPage();
  const stories = allStories(catalogue);
  return [...catalogue.authors.keys()].flatMap((id) =>
    pagesOf(
      id,
      stories.filter(({ data }) => data.authors.includes(id)),
    ),
  );
}

function pagesOf(id: string, stories: readonly StoryEntry[]): NamedList[] {
  return paginate(stories, listSize).map((list) => ({ id, page: String(list.number), list }));
}

/** Corrections on one page of their list. */
const correctionsSize = 50;

/** All corrections, newest first, in pages. */
export async function correctionsPages(): Promise<ListPage<ListedCorrection>[]> {
  const { catalogue } = await startPage();
  const listed = allCorrections(catalogue).map(({ date, text, entry }): ListedCorrection => ({
    date,
    text,
    story: { label: typeset(entry.data.title), path: storyPath(entry) },
  }));
  return paginate(listed, correctionsSize);
}

/** A month with its stories. */
export interface Month {
  year: string;
  month: string;
  stories: StoryEntry[];
}

/** Every month in which a story appeared, newest first. */
export async function months(): Promise<Month[]> {
  const { catalogue } = await startPage();
  const groups = Map.groupBy(allStories(catalogue), ({ data }) => data.date.slice(0, 7));
  return [...groups].map(([key, stories]) => ({ year: key.slice(0, 4), month: key.slice(5), stories }));
}
