import { newestFirst, type Placed } from './story-dates.ts';

/** What a story is about, for finding others like it. */
export interface Topics extends Placed {
  /** Models, category and tags, each with its kind: `model:kling-2-6`. */
  topics: readonly string[];
}

/** Newest stories looked at for each topic: enough for a good choice, and the cost stays the same as the archive grows. */
const candidatesPerTopic = 200;

/**
 * Finds related stories by shared topics, rare ones weighing more (inverse document frequency, log(N / n)).
 * An index from topics to stories is made once; no two stories are compared unless they share a topic.
 */
export class RelatedStories {
  readonly #byTopic = new Map<string, Topics[]>();
  readonly #count: number;

  /** @param stories all that readers may see */
  constructor(stories: readonly Topics[]) {
    this.#count = stories.length;
    for (const story of [...stories].sort(newestFirst)) {
      for (const topic of new Set(story.topics)) {
        const list = this.#byTopic.get(topic);
        if (list) list.push(story);
        else this.#byTopic.set(topic, [story]);
      }
    }
  }

  /**
   * @param story the story that is being read
   * @param limit how many to return at most
   * @returns ids, most related first, newest first among equals
   */
  of(story: Topics, limit: number): string[] {
    const scores = new Map<Topics, number>();
    for (const topic of new Set(story.topics)) {
      const sharing = this.#byTopic.get(topic) ?? [];
      const weight = Math.log((this.#count + 1) / Math.max(1, sharing.length));
      for (const other of sharing.slice(0, candidatesPerTopic)) {
        if (other.id !== story.id) scores.set(other, (scores.get(other) ?? 0) + weight);
      }
    }
    return best(scores, limit).map(({ id }) => id);
  }
}

/** The first few by score, then by date. Only a few of many are wanted, so that to sort them all would be most of the work. */
function best(scores: ReadonlyMap<Topics, number>, limit: number): Topics[] {
  const found: [story: Topics, score: number][] = [];
  for (const entry of scores) {
    const after = found.findIndex((other) => isBetter(entry, other));
    if (after !== -1) found.splice(after, 0, entry);
    else if (found.length < limit) found.push(entry);
    if (found.length > limit) found.pop();
  }
  return found.map(([story]) => story);
}

function isBetter([a, scoreA]: readonly [Topics, number], [b, scoreB]: readonly [Topics, number]): boolean {
  return Math.abs(scoreA - scoreB) > 1e-9 ? scoreA > scoreB : newestFirst(a, b) < 0;
}
