import { fullMoment, isoDay } from '#domain/text/dates';
import { machineDate, storyDate, type StoryDate } from '#domain/stories/story-dates';
import { typeset } from '#domain/text/typography';
import type { Catalogue } from '../catalogue.ts';
import { publicStories, type StoryEntry } from './stories.ts';

/** A correction with the story that it fixes. */
export interface StoryCorrection {
  /** Permanent: the story's own id, the day, and a count where a day has several. */
  id: string;
  date: StoryDate;
  text: string;
  entry: StoryEntry;
}

const corrections = new WeakMap<Catalogue, StoryCorrection[]>();

/** Every correction of every public story, newest first. */
export function allCorrections(catalogue: Catalogue): StoryCorrection[] {
  let all = corrections.get(catalogue);
  if (!all) {
    all = publicStories(catalogue)
      .flatMap((entry) => correctionsOf(entry, isoDay(catalogue.now)))
      .sort(newestFirst);
    corrections.set(catalogue, all);
  }
  return all;
}

function correctionsOf(entry: StoryEntry, today: string): StoryCorrection[] {
  const { id, corrections: written } = entry.data;
  return written.map(({ date, text }, index) => {
    const day = date.slice(0, 10);
    const nth = written.slice(0, index + 1).filter((other) => other.date.startsWith(day)).length;
    return {
      id: `${id}/correction/${day}${nth === 1 ? '' : `/${nth}`}`,
      date: storyDate(date, today),
      text: typeset(text),
      entry,
    };
  });
}

/** By moment, a day counting from its beginning, then by id. */
function newestFirst(a: StoryCorrection, b: StoryCorrection): number {
  const [momentA, momentB] = [a, b].map(({ date }) => fullMoment(machineDate(date))) as [string, string];
  return momentA === momentB ? (a.id < b.id ? -1 : 1) : momentA < momentB ? 1 : -1;
}
