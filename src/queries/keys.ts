import { createHash } from 'node:crypto';
import type { Frame } from '#domain/site/frame';
import { tableOf } from '#markdown/references';
import type { Catalogue } from './catalogue.ts';
import { latestBoard, stripRanks } from './leaderboards/leaderboards.ts';
import { modelCard } from './models/models.ts';
import { storyRaster } from './rasters.ts';
import { story, type StoryEntry } from './stories/stories.ts';

/**
 * A path of a route with all that its page shows.
 * @param params as the route names them
 * @param props everything that the page shows: it reads nothing else
 * @returns the path with a key that is the same in two builds only when the page is
 */
export const pathOf = <Params extends Record<string, string | undefined>, Props extends Record<string, unknown>>(
  params: Params,
  props: Props,
): { params: Params; props: Props; cacheKey: string } => ({
  params,
  props,
  cacheKey: keyOf(...Object.values(props)),
});

/** A key of things that a page shows. In development nothing is kept, and nothing digested. */
export const keyOf = (...shown: unknown[]): string => (import.meta.env.DEV ? '' : digestOfAll(shown));

/**
 * A digest of things that are not changed once they are made.
 * @throws Error on a function, which has no text that describes what it does
 */
export const digestOfAll = (shown: readonly unknown[]): string => digest(shown.map(digestOf).join(' '));

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

// Frames, boards and cards are on many pages.
const known = new WeakMap<object, string>();

function digestOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value);
  const before = known.get(value);
  if (before !== undefined) return before;
  const found = digest(isList(value) ? JSON.stringify({ ...value, items: value.items.map(digestOf) }) : textOf(value));
  known.set(value, found);
  return found;
}

/** A page of a list: its items are on other pages too. */
const isList = (value: object): value is { items: unknown[] } => 'items' in value && Array.isArray(value.items);

const textOf = (value: unknown): string =>
  value === undefined
    ? 'undefined'
    : JSON.stringify(value, (name, part: unknown) => {
        if (typeof part === 'function') throw new Error(`A key cannot hold the function \`${name}\`.`);
        return part instanceof Map || part instanceof Set ? [...part] : part;
      });

interface StoryKeys {
  /** Of the story itself: what feeds, its Markdown and the search show. */
  text: string;
  /** Of its page, which also shows where to go on reading. */
  page: string;
}

const stories = new WeakMap<StoryEntry, Promise<StoryKeys>>();

/** Keys that are the same in two builds only when the story is; undefined where it is not known what its text refers to. */
export function storyKeys(entry: StoryEntry, catalogue: Catalogue): Promise<StoryKeys> | undefined {
  if (entry.references === undefined || import.meta.env.DEV) return undefined;
  const made = stories.get(entry) ?? makeKeys(entry, entry.references, catalogue);
  stories.set(entry, made);
  return made;
}

async function makeKeys(
  entry: StoryEntry,
  { model, facts, board, picture, table }: NonNullable<StoryEntry['references']>,
  catalogue: Catalogue,
): Promise<StoryKeys> {
  const { related, next, ...own } = await story(entry, catalogue, storyRaster);
  const text = keyOf(
    entry.digest,
    own,
    model.map((id) => [stripRanks(catalogue).get(id), facts && modelCard(id, catalogue, entry.filePath)]),
    ...board.map((id) => latestBoard(id, catalogue)),
    picture.map((file) => storyRaster(entry, file)),
    table.map(tableOf).map(([, file]) => entry.storyTables?.[file]),
  );
  return { text, page: keyOf(text, next, ...related) };
}

/** Paths of the pages of stories. */
export function storyPaths<Entry extends StoryEntry>(
  entries: readonly Entry[],
  catalogue: Catalogue,
  frame: Frame,
): Promise<{ params: { slug: string }; props: { entry: Entry }; cacheKey: string | undefined }[]> {
  return Promise.all(
    entries.map(async (entry) => {
      const keys = await storyKeys(entry, catalogue);
      return { params: { slug: entry.id }, props: { entry }, cacheKey: keys && keyOf(frame, keys.page) };
    }),
  );
}
