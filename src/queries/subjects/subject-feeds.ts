import { topicPath, trackerPath } from '#domain/site/addresses';
import { storyFeed } from '#domain/site/feed';
import { publicationDate } from '#domain/stories/story-dates';
import { firstDayOf, timelineOf, type TimelineEntry } from '#domain/subjects/timeline';
import { trackerIds, trackers } from '#domain/subjects/tracker';
import { fullMoment, isoDay } from '#domain/text/dates';
import { typeset } from '#domain/text/typography';
import type { Catalogue } from '../catalogue.ts';
import type { Feed } from '../site/feeds.ts';
import { withUpdates, type StoryUpdate } from '../stories/updates.ts';
import type { StoryEntry } from '../stories/stories.ts';
import { topicFacts, topicStories } from './topics.ts';
import { trackerEntries } from './trackers.ts';

/** A feed of each topic: its stories in full, and each dated fact from the day on which it happened. */
export function topicFeeds(catalogue: Catalogue): Feed[] {
  return [...catalogue.topics.values()]
    .map((topic): Feed => {
      const name = typeset(topic.data.name);
      const facts = timelineOf(topicFacts(topic, catalogue), isoDay(catalogue.now)).past;
      return {
        ...storyFeed(topicPath(topic.id), name),
        group: 'Topics',
        description: `Stories and dated facts: ${name}.`,
        jsonArchives: true,
        entries: merged(withUpdates(topicStories(topic, catalogue)), facts),
      };
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

/** A feed of each tracker: every dated fact. */
export const trackerFeeds = (catalogue: Catalogue): Feed[] =>
  trackerIds.map((id): Feed => ({
    ...storyFeed(trackerPath(id), trackers[id].name),
    group: 'Trackers',
    description: trackers[id].description,
    jsonArchives: true,
    entries: timelineOf(trackerEntries(id, catalogue), isoDay(catalogue.now)).past,
  }));

/** Stories and facts in one list, newest first; on one day the story comes before the fact. */
function merged(
  stories: readonly (StoryEntry | StoryUpdate)[],
  facts: readonly TimelineEntry[],
): (StoryEntry | StoryUpdate | TimelineEntry)[] {
  const dated = [
    ...stories.map((entry) => ({
      entry,
      at: fullMoment('story' in entry ? entry.at : publicationDate(entry.data)),
    })),
    ...facts.map((entry) => ({ entry, at: fullMoment(firstDayOf(entry.date.iso)) })),
  ];
  return dated.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).map(({ entry }) => entry);
}
