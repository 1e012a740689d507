import { toDay, type Day } from '#domain/text/dates';
import { typeset } from '#domain/text/typography';
import type { Catalogue } from '../catalogue.ts';
import { publicStories, type StoryEntry } from './stories.ts';

/** A correction with the story that it fixes. */
export interface StoryCorrection {
  /** Permanent: the story's own id, the day, and a count where a day has several. */
  id: string;
  date: Day;
  text: string;
  entry: StoryEntry;
}

const corrections = new WeakMap<Catalogue, StoryCorrection[]>();

/** Every correction of every public story, newest first. */
export function allCorrections(catalogue: Catalogue): StoryCorrection[] {
  let all = corrections.get(catalogue);
  if (!all) {
    all = publicStories(catalogue)
      .flatMap(correctionsOf)
      .sort((a, b) => (a.date.iso === b.date.iso ? (a.id < b.id ? -1 : 1) : a.date.iso < b.date.iso ? 1 : -1));
    corrections.set(catalogue, all);
  }
  return all;
}

function correctionsOf(entry: StoryEntry): StoryCorrection[] {
  const { id, corrections: written } = entry.data;
  return written.map(({ date, text }, index) => {
    const nth = written.slice(0, index + 1).filter((other) => other.date === date).length;
    return {
      id: `${id}/correction/${date}${nth === 1 ? '' : `/${nth}`}`,
      date: toDay(date),
      text: typeset(text),
      entry,
    };
  });
}
