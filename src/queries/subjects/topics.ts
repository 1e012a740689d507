import { absolute, topicPath } from '#domain/site/addresses';
import { storyFeed } from '#domain/site/feed';
import type { Link, StoryCard } from '#domain/stories/story';
import { publicationDate } from '#domain/stories/story-dates';
import { newestFirst, timelineOf, type TimelineEntry } from '#domain/subjects/timeline';
import type { TopicCard, TopicPage } from '#domain/subjects/topic';
import { newestOfEach, type TopicNews } from '#domain/subjects/topic-news';
import type { DateAhead } from '#domain/subjects/tracked';
import { isoDay, toDay } from '#domain/text/dates';
import { typeset } from '#domain/text/typography';
import { plainMarkdown } from '#markdown/plain';
import { renderBody } from '#markdown/render';
import { need, type Catalogue, type Stored } from '../catalogue.ts';
import { modelCard } from '../models/models.ts';
import { toSource } from '../sources.ts';
import { targetsIn } from '../stories/body.ts';
import { publicStories, storyCard, storyPath, type FindRaster, type StoryEntry } from '../stories/stories.ts';
import { launchEntries } from './launches.ts';
import { allLawsuits } from './lawsuits.ts';
import { membersOf, storiesOfTopic, topicLinks } from './links.ts';
import { datesAheadOf, eventsOf, sourcesAt } from './parts.ts';
import { priceChangeEntries } from './prices.ts';
import { allRules } from './rules.ts';

type Topic = Stored<'topics'>;

/** Every topic, the one with the newest fact first. */
export function allTopics(catalogue: Catalogue): TopicCard[] {
  return [...catalogue.topics.values()]
    .map((topic) => topicCard(topic, catalogue))
    .sort((a, b) => {
      const [one, other] = [a.latest?.date.iso ?? '', b.latest?.date.iso ?? ''];
      return one === other ? (a.id < b.id ? -1 : 1) : one < other ? 1 : -1;
    });
}

function topicCard(topic: Topic, catalogue: Catalogue): TopicCard {
  const { id, data } = topic;
  const { past } = timelineOf(topicEntries(topic, catalogue), isoDay(catalogue.now));
  const [latest] = past;
  return {
    id,
    name: typeset(data.name),
    path: topicPath(id),
    lead: renderBody(data.summary[0] ?? '', targetsIn(catalogue)).text,
    updated: toDay(data.updated),
    latest: latest && { date: latest.date, text: latest.text },
    next: aheadOf(topic, catalogue)[0],
    counts: {
      stories: past.filter(({ kind }) => kind === 'story').length,
      facts: past.filter(({ kind }) => kind !== 'story').length,
    },
    aliases: data.aliases,
  };
}

/**
 * The newest fact or story of each topic, newest first.
 * @param shown paths of stories that the page shows already
 */
export function topicNews(catalogue: Catalogue, shown: ReadonlySet<string>): TopicNews[] {
  const topics = [...catalogue.topics.values()].map((topic) => ({
    topic: { label: typeset(topic.data.name), path: topicPath(topic.id) },
    past: timelineOf(topicEntries(topic, catalogue), isoDay(catalogue.now)).past,
  }));
  return newestOfEach(topics, shown);
}

/** Dates ahead of a topic, and of its lawsuits and rules, nearest first. */
function aheadOf(topic: Topic, catalogue: Catalogue): DateAhead[] {
  const { id, data } = topic;
  const link = { label: typeset(data.name), path: topicPath(id) };
  const tracked = [...lawsuitsIn(topic, catalogue), ...rulesIn(topic, catalogue)];
  return [
    ...datesAheadOf(data, { kind: 'topic', folder: 'topics', id, link }, catalogue.now),
    ...tracked.flatMap(({ ahead }) => ahead),
  ].sort((a, b) => (a.date.iso < b.date.iso ? -1 : a.date.iso > b.date.iso ? 1 : 0));
}

const lawsuitsIn = ({ data }: Topic, catalogue: Catalogue) =>
  allLawsuits(catalogue).filter(({ id }) => data.lawsuits.includes(id));

const rulesIn = ({ data }: Topic, catalogue: Catalogue) =>
  allRules(catalogue).filter(({ id }) => data.rules.includes(id));

/** Dated facts of a topic without its stories: its own, and those of its lawsuits, rules and models. */
export function topicFacts(topic: Topic, catalogue: Catalogue): TimelineEntry[] {
  const { id, data, filePath } = topic;
  const link = { label: typeset(data.name), path: topicPath(id) };
  const models = data.models.map((model) => need(catalogue.models, model, filePath));
  return [
    ...eventsOf(data, { kind: 'topic', folder: 'topics', id, link }),
    ...lawsuitsIn(topic, catalogue).flatMap(({ events }) => events),
    ...rulesIn(topic, catalogue).flatMap(({ events }) => events),
    ...models.flatMap(launchEntries),
    ...models.flatMap(priceChangeEntries),
  ].sort(newestFirst);
}

const topicEntries = (topic: Topic, catalogue: Catalogue): TimelineEntry[] => [
  ...topicFacts(topic, catalogue),
  ...storiesOfTopic(topic, catalogue).map(storyEntry),
];

const storyEntry = (story: StoryEntry): TimelineEntry => ({
  id: `stories/${story.id}`,
  kind: 'story',
  date: toDay(publicationDate(story.data).slice(0, 10)),
  text: typeset(story.data.title),
  path: storyPath(story),
  sources: [],
});

/** Stories of a topic that everybody may see, newest first. */
export function topicStories(topic: Topic, catalogue: Catalogue): StoryEntry[] {
  const members = new Set<StoryEntry>(storiesOfTopic(topic, catalogue));
  return publicStories(catalogue).filter((story) => members.has(story));
}

/** All that is known of a topic. */
export async function topicPage(topic: Topic, catalogue: Catalogue, findRaster: FindRaster): Promise<TopicPage> {
  const { id, data, filePath } = topic;
  const { blocks } = renderBody(data.summary.join('\n\n'), targetsIn(catalogue));
  const lawsuits = lawsuitsIn(topic, catalogue);
  const rules = rulesIn(topic, catalogue);
  const stories = await Promise.all(
    storiesOfTopic(topic, catalogue).map((story): Promise<StoryCard> => storyCard(story, catalogue, findRaster)),
  );
  const own = sourcesAt(data.sources, data.documents);
  return {
    ...topicCard(topic, catalogue),
    file: filePath,
    summary: blocks.map((block) => (block.kind === 'html' ? block.html : '')).join('\n'),
    checked: toDay(data.checked),
    ahead: aheadOf(topic, catalogue),
    timeline: timelineOf(topicEntries(topic, catalogue), isoDay(catalogue.now)),
    models: data.models.map((model) => modelCard(model, catalogue, filePath)),
    lawsuits,
    rules,
    documents: unique([...own, ...[...lawsuits, ...rules].flatMap(({ documents }) => documents)]),
    stories: stories.sort((a, b) => (a.date.iso < b.date.iso ? 1 : -1)),
    feed: storyFeed(topicPath(id), typeset(data.name)),
    sources: data.sources.map(toSource),
    related: relatedTopics(topic, catalogue),
  };
}

/** The summary of a topic as Markdown that other programs can read: links in full. */
export const summaryMarkdown = ({ data }: Topic, catalogue: Catalogue): string =>
  plainMarkdown(
    data.summary.join('\n\n'),
    targetsIn(catalogue),
    (path) => absolute(path, catalogue.site.url),
    () => '',
  );

const unique = <Item extends { title: string; url?: string | undefined }>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.url ?? item.title, item])).values(),
];

/** Topics that share a story, a model, a lawsuit or a rule. */
function relatedTopics(topic: Topic, catalogue: Catalogue): Link[] {
  const links = membersOf(topic, catalogue).flatMap((member) => topicLinks(member, catalogue));
  const own = topicPath(topic.id);
  return [...new Map(links.map((link) => [link.path, link])).values()]
    .filter(({ path }) => path !== own)
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
