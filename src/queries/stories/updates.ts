import { fullMoment } from '#domain/text/dates';
import { publicationDate } from '#domain/stories/story-dates';
import { updateId } from '#domain/stories/updates';
import { updatesOf, type StoryEntry } from './stories.ts';

/** An update of a live story, as feeds list it. */
export interface StoryUpdate {
  /** Permanent: the story's own id and the minute. */
  id: string;
  /** The moment in UTC. */
  at: string;
  story: StoryEntry;
}

const updates = new WeakMap<StoryEntry, StoryUpdate[]>();

/** The updates of a story; the same objects each time. */
function updatesFor(story: StoryEntry): StoryUpdate[] {
  const made = updates.get(story) ?? updatesOf(story).map((at) => ({ id: updateId(story.data.id, at), at, story }));
  updates.set(story, made);
  return made;
}

/**
 * Stories and their updates by the moment of publication.
 * @param stories newest first
 */
export function withUpdates(stories: readonly StoryEntry[]): (StoryEntry | StoryUpdate)[] {
  const all = stories.flatMap(updatesFor);
  return all.length === 0 ? [...stories] : [...stories, ...all].sort(newestFirst);
}

const momentOf = (item: StoryEntry | StoryUpdate): string =>
  'at' in item ? item.at : fullMoment(publicationDate(item.data));
// The id of an update begins with that of its story: of one moment, the story counts as older.
const idOf = (item: StoryEntry | StoryUpdate): string => ('at' in item ? item.id : item.data.id);

function newestFirst(a: StoryEntry | StoryUpdate, b: StoryEntry | StoryUpdate): number {
  const [momentA, momentB] = [momentOf(a), momentOf(b)];
  return momentA === momentB ? (idOf(a) < idOf(b) ? 1 : -1) : momentA < momentB ? 1 : -1;
}
