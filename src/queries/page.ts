import type { Frame } from '#domain/site/frame';
import type { ListPage } from '#domain/stories/pagination';
import type { StoryCard } from '#domain/stories/story';
import type { Catalogue } from './catalogue.ts';
import { frameOf } from './frame.ts';
import { catalogue } from './load.ts';
import { storyRaster } from './rasters.ts';
import { storyCard, type StoryEntry } from './stories/stories.ts';

const frames = new WeakMap<Catalogue, Frame>();

/** What every page starts with: all content and the frame around the page. */
export async function startPage(): Promise<{ catalogue: Catalogue; frame: Frame }> {
  const all = await catalogue();
  const frame = frames.get(all) ?? frameOf(all);
  frames.set(all, frame);
  return { catalogue: all, frame };
}

/** A page of a list, with its stories as lists show them. */
export const shownList = async (list: ListPage<StoryEntry>, all: Catalogue): Promise<ListPage<StoryCard>> => ({
  ...list,
  items: await cards(list.items, all),
});

/** Stories as lists show them. */
export function cards(entries: readonly StoryEntry[], all: Catalogue): Promise<StoryCard[]> {
  return Promise.all(entries.map((entry) => storyCard(entry, all, storyRaster)));
}
