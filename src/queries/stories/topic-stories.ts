import { modelPath, providerPath, topicStoriesPath } from '#domain/site/addresses';
import { paginate, type ListPage } from '#domain/stories/pagination';
import type { Link, StoryExcerpt } from '#domain/stories/story';
import type { Catalogue } from '../catalogue.ts';
import { listSize } from './lists.ts';
import { allStories, modelIds, storyCard, type FindRaster, type StoryEntry } from './stories.ts';

/** Stories that the page of a topic itself shows: no page grows with the archive. */
const newestShown = 10;

const topics = new WeakMap<Catalogue, Map<string, StoryEntry[]>>();

/** Stories that name a model, or a model of a provider, newest first. */
function storiesOf(topic: string, catalogue: Catalogue): readonly StoryEntry[] {
  const known = topics.get(catalogue) ?? byTopic(catalogue);
  topics.set(catalogue, known);
  return known.get(topic) ?? [];
}

/** By path of a model's or provider's page. */
function byTopic(catalogue: Catalogue): Map<string, StoryEntry[]> {
  const groups = new Map<string, StoryEntry[]>();
  for (const story of allStories(catalogue)) {
    const models = modelIds(story);
    const providers = models.flatMap((id) => catalogue.models.get(id)?.data.provider ?? []);
    for (const topic of new Set([...models.map(modelPath), ...providers.map(providerPath)])) {
      const group = groups.get(topic);
      if (group) group.push(story);
      else groups.set(topic, [story]);
    }
  }
  return groups;
}

/**
 * The newest stories of a topic, and the way to all of them.
 * @param topic path of a model's or provider's page
 */
export async function excerptOf(topic: string, catalogue: Catalogue, findRaster: FindRaster): Promise<StoryExcerpt> {
  const stories = storiesOf(topic, catalogue);
  const newest = await Promise.all(
    stories.slice(0, newestShown).map((story) => storyCard(story, catalogue, findRaster)),
  );
  return {
    newest,
    all:
      stories.length > newestShown
        ? { label: `All ${stories.length} stories`, path: topicStoriesPath(topic) }
        : undefined,
  };
}

/** One page of all stories of a topic. */
export interface TopicPage {
  kind: 'models' | 'providers';
  id: string;
  name: string;
  /** Path of the topic's own page. */
  path: string;
  /** The list of all topics of the kind. */
  group: Link;
  list: ListPage<StoryEntry>;
}

/** The pages of all topics that have more stories than their own page shows. */
export function allTopicPages(catalogue: Catalogue): TopicPage[] {
  const pagesOf = (topic: Omit<TopicPage, 'list'>): TopicPage[] => {
    const stories = storiesOf(topic.path, catalogue);
    return stories.length > newestShown ? paginate(stories, listSize).map((list) => ({ ...topic, list })) : [];
  };
  return [
    ...[...catalogue.models].flatMap(([id, { data }]) =>
      pagesOf({
        kind: 'models',
        id,
        name: data.name,
        path: modelPath(id),
        group: { label: 'Models', path: '/models/' },
      }),
    ),
    ...[...catalogue.providers].flatMap(([id, { data }]) =>
      pagesOf({
        kind: 'providers',
        id,
        name: data.shortName,
        path: providerPath(id),
        group: { label: 'Providers', path: '/providers/' },
      }),
    ),
  ];
}
