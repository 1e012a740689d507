import { authorPath, boardPath, categoryPath, correctionsPath, modelPath, providerPath } from '#domain/site/addresses';
import type { Changes } from '#domain/ranking/movement/changes';
import { changesFeed, storyFeed, type FeedRef } from '#domain/site/feed';
import type { TimelineEntry } from '#domain/subjects/timeline';
import type { Catalogue } from '../catalogue.ts';
import { allChanges } from '../leaderboards/changes.ts';
import { allCorrections, type StoryCorrection } from '../stories/corrections.ts';
import { latestBoards } from '../leaderboards/leaderboards.ts';
import { modelIds, publicStories, type StoryEntry } from '../stories/stories.ts';
import { withUpdates, type StoryUpdate } from '../stories/updates.ts';
import { topicFeeds, trackerFeeds } from '../subjects/subject-feeds.ts';

/** Where a feed is in the list of all feeds. */
export type FeedGroup =
  'Everything' | 'Topics' | 'Trackers' | 'Categories' | 'Leaderboards' | 'Models' | 'Providers' | 'Authors';

/** What an item is made from. */
export type FeedEntry = StoryEntry | StoryUpdate | Changes | StoryCorrection | TimelineEntry;

/** A feed with everything that it ever held, newest first. */
export interface Feed extends FeedRef {
  group: FeedGroup;
  /** In one sentence, for readers. */
  description: string;
  /** True when its JSON form has archives too; RSS always has them. */
  jsonArchives: boolean;
  entries: readonly FeedEntry[];
}

const feedsOf = new WeakMap<Catalogue, Feed[]>();

/** Every feed of the site. */
export function allFeeds(catalogue: Catalogue): Feed[] {
  let feeds = feedsOf.get(catalogue);
  if (!feeds) {
    feeds = [
      ...everything(catalogue),
      ...topicFeeds(catalogue),
      ...trackerFeeds(catalogue),
      ...categories(catalogue),
      ...boards(catalogue),
      ...models(catalogue),
      ...providers(catalogue),
      ...authors(catalogue),
    ];
    feedsOf.set(catalogue, feeds);
  }
  return feeds;
}

const storiesOf = new WeakMap<Catalogue, StoryEntry[]>();

function feedStories(catalogue: Catalogue): StoryEntry[] {
  const stories = storiesOf.get(catalogue) ?? publicStories(catalogue);
  storiesOf.set(catalogue, stories);
  return stories;
}

function everything(catalogue: Catalogue): Feed[] {
  const stories = feedStories(catalogue);
  const whole = { group: 'Everything', jsonArchives: true } as const;
  return [
    {
      ...storyFeed('/', 'All stories'),
      ...whole,
      description: 'Every article and review.',
      entries: withUpdates(stories),
    },
    {
      ...storyFeed('/reviews/', 'Reviews'),
      ...whole,
      description: 'Every review, with its verdict.',
      entries: withUpdates(stories.filter(({ data }) => 'model' in data)),
    },
    {
      ...changesFeed('/leaderboards/', 'All leaderboards'),
      ...whole,
      description: changesDescription('any board'),
      entries: allChanges(catalogue),
    },
    {
      ...storyFeed(correctionsPath, 'Corrections'),
      ...whole,
      description: 'Every correction: what was wrong and what is right.',
      entries: allCorrections(catalogue),
    },
  ];
}

const changesDescription = (where: string): string =>
  `What moved on ${where} in each new edition, and why. An entry has moved only when its range of ranks is entirely above or below the old one.`;

/** A feed of stories about one topic. */
const topic = (
  group: FeedGroup,
  page: string,
  title: string,
  description: string,
  entries: StoryEntry[] = [],
): Feed => ({ ...storyFeed(page, title), group, description, jsonArchives: false, entries: withUpdates(entries) });

function categories(catalogue: Catalogue): Feed[] {
  const byCategory = grouped(catalogue, ({ data }) => ('category' in data ? [data.category] : []));
  return [...catalogue.categories].map(([id, { data }]) =>
    topic('Categories', categoryPath(id), data.name, data.description, byCategory.get(id)),
  );
}

function authors(catalogue: Catalogue): Feed[] {
  const byAuthor = grouped(catalogue, ({ data }) => data.authors);
  return [...catalogue.authors].map(([id, { data }]) =>
    topic('Authors', authorPath(id), data.name, `Stories by ${data.name}.`, byAuthor.get(id)),
  );
}

function models(catalogue: Catalogue): Feed[] {
  const byModel = grouped(catalogue, modelIds);
  return byName(
    [...catalogue.models].map(([id, { data }]) =>
      topic('Models', modelPath(id), data.name, `Stories with ${data.name}.`, byModel.get(id)),
    ),
  );
}

function providers(catalogue: Catalogue): Feed[] {
  const byProvider = grouped(catalogue, (entry) =>
    modelIds(entry).flatMap((id) => catalogue.models.get(id)?.data.provider ?? []),
  );
  return byName(
    [...catalogue.providers].map(([id, { data }]) =>
      topic('Providers', providerPath(id), data.name, `Stories with models of ${data.name}.`, byProvider.get(id)),
    ),
  );
}

function boards(catalogue: Catalogue): Feed[] {
  const byBoard = Map.groupBy(allChanges(catalogue), ({ board }) => board.id);
  return latestBoards(catalogue).map(({ id, name }) => ({
    ...changesFeed(boardPath(id), name),
    group: 'Leaderboards',
    description: changesDescription(name),
    jsonArchives: true,
    entries: byBoard.get(id) ?? [],
  }));
}

const byName = (feeds: Feed[]): Feed[] => feeds.sort((a, b) => a.title.localeCompare(b.title, 'en'));

/** Stories by what each is filed under, in the order of feeds. */
function grouped(catalogue: Catalogue, keysOf: (entry: StoryEntry) => readonly string[]): Map<string, StoryEntry[]> {
  const groups = new Map<string, StoryEntry[]>();
  for (const entry of feedStories(catalogue)) {
    for (const key of new Set(keysOf(entry))) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}
