import { topicPath } from '#domain/site/addresses';
import type { Link } from '#domain/stories/story';
import { typeset } from '#domain/text/typography';
import type { Catalogue, Stored } from '../catalogue.ts';

type Topic = Stored<'topics'>;

/** Articles and reviews are one space of addresses in topics: a slug names whichever there is. */
type AnyStory = Stored<'articles'> | Stored<'reviews'>;

const storiesOf = new WeakMap<Catalogue, Map<string, AnyStory[]>>();

/** Stories of a topic: those that it names, and those with one of its tags, in the order of the catalogue. */
export function storiesOfTopic(topic: Topic, catalogue: Catalogue): AnyStory[] {
  let known = storiesOf.get(catalogue);
  if (!known) {
    known = new Map();
    storiesOf.set(catalogue, known);
  }
  const { stories, tags } = topic.data;
  const found =
    known.get(topic.id) ??
    [...catalogue.articles, ...catalogue.reviews].filter(
      ({ id, data }) => stories.includes(id) || data.tags.some((tag) => tags.includes(tag)),
    );
  known.set(topic.id, found);
  return found;
}

const topicsOf = new WeakMap<Catalogue, Map<string, Topic[]>>();

/** What belongs to a topic: `stories/<slug>`, `models/<id>`, `lawsuits/<id>`, `rules/<id>`. */
export function membersOf(topic: Topic, catalogue: Catalogue): string[] {
  const { models, lawsuits, rules } = topic.data;
  return [
    ...storiesOfTopic(topic, catalogue).map(({ id }) => `stories/${id}`),
    ...models.map((id) => `models/${id}`),
    ...lawsuits.map((id) => `lawsuits/${id}`),
    ...rules.map((id) => `rules/${id}`),
  ];
}

/** Topics by what belongs to them. */
function byMember(catalogue: Catalogue): Map<string, Topic[]> {
  let known = topicsOf.get(catalogue);
  if (known) return known;
  known = new Map();
  for (const topic of catalogue.topics.values()) {
    for (const member of new Set(membersOf(topic, catalogue))) known.set(member, [...(known.get(member) ?? []), topic]);
  }
  topicsOf.set(catalogue, known);
  return known;
}

/**
 * Topics to which something belongs, by name.
 * @param member `stories/<slug>`, `models/<id>`, `lawsuits/<id>` or `rules/<id>`
 */
export function topicLinks(member: string, catalogue: Catalogue): Link[] {
  const topics = byMember(catalogue).get(member) ?? [];
  return topics
    .map(({ id, data }) => ({ label: typeset(data.name), path: topicPath(id) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
