import { boardRecord, modelRecord, type SearchRecord } from '#domain/site/search-record';
import type { Catalogue } from '../catalogue.ts';
import { latestBoards } from '../leaderboards/leaderboards.ts';
import { allModels } from '../models/models.ts';
import { publicStories, type StoryEntry } from '../stories/stories.ts';

/** Few enough that a change reads few texts again. */
const storiesInPart = 25;

/** A part of what the search can find in one year; a part holds stories, or everything else of the year. */
export interface SearchPart {
  /** `2026-1`, `2026-2`, …: the parts of a year have consecutive numbers, the first is for models and boards. */
  name: string;
  stories: StoryEntry[];
  others: SearchRecord[];
}

/** The years that have an index of their own, newest first; at least one. */
export function searchYears(catalogue: Catalogue): string[] {
  const years = new Set(publicStories(catalogue).map(({ data }) => data.date.slice(0, 4)));
  return years.size > 0 ? [...years].sort().reverse() : [String(catalogue.now.getUTCFullYear())];
}

/** Everything that can be found, in parts. */
export function searchParts(catalogue: Catalogue): SearchPart[] {
  const years = searchYears(catalogue);
  const storiesOf = Map.groupBy(publicStories(catalogue).reverse(), ({ data }) => data.date.slice(0, 4));
  const others = Map.groupBy(
    [...allModels(catalogue).map(modelRecord), ...latestBoards(catalogue).map(boardRecord)],
    (record) => yearOf(record, years),
  );
  return years.flatMap((year) => {
    const stories = storiesOf.get(year) ?? [];
    const chunks = Array.from({ length: Math.ceil(stories.length / storiesInPart) }, (_, index) =>
      stories.slice(index * storiesInPart, (index + 1) * storiesInPart),
    );
    return [
      { stories: [], others: others.get(year) ?? [] },
      ...chunks.map((chunk) => ({ stories: chunk, others: [] })),
    ].map((part, index) => ({ name: `${year}-${index + 1}`, ...part }));
  });
}

/**
 * The index for a model or a board: that of its year, else of the next earlier one, else the oldest, so that the lists of all
 * indexes, one after the other, are in the order of time.
 */
const yearOf = ({ sort }: SearchRecord, years: readonly string[]): string =>
  years.find((year) => year <= (sort['date'] ?? '')) ?? years.at(-1) ?? '';
