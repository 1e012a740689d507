import type { Link } from '../stories/story.ts';
import { newestFirst, type TimelineEntry } from './timeline.ts';

/** The newest dated fact or story of a topic. */
export interface TopicNews {
  topic: Link;
  entry: TimelineEntry;
}

/**
 * The newest fact or story of each topic, newest first; none is in the list twice, and none is one that the page shows already.
 * @param topics each with its facts and stories, newest first, and nothing of the future
 * @param shown paths of stories that the page shows
 */
export function newestOfEach(
  topics: readonly { topic: Link; past: readonly TimelineEntry[] }[],
  shown: ReadonlySet<string>,
): TopicNews[] {
  const taken = new Set<string>();
  const newest = (past: readonly TimelineEntry[]): TimelineEntry | undefined =>
    past.find(({ id, path }) => !taken.has(id) && !shown.has(path));
  return topics
    .flatMap(({ topic, past }) => {
      const entry = newest(past);
      if (!entry) return [];
      taken.add(entry.id);
      return [{ topic, entry }];
    })
    .sort((a, b) => newestFirst(a.entry, b.entry));
}
