import { articlePath, authorPath, categoryPath, modelPath, reviewPath } from '#domain/site/addresses';
import { reviewsSection } from '#domain/site/card';
import { isoDay } from '#domain/text/dates';
import { typeset } from '#domain/text/typography';
import { isHidden } from '#domain/stories/embargo';
import { howWeKnow } from '#domain/stories/how-we-know';
import { RelatedStories, type Topics } from '#domain/stories/related';
import { lastChange, newestFirst, publicationDate, storyDate } from '#domain/stories/story-dates';
import type { Link, Picture, Raster, Story, StoryCard, StoryModel, Verdict, Writer } from '#domain/stories/story';
import { updateDate } from '#domain/stories/updates';
import { need, type Catalogue, type Stored } from '../catalogue.ts';
import { stripRanks } from '../leaderboards/leaderboards.ts';
import { toSource } from '../sources.ts';
import { topicLinks } from '../subjects/links.ts';

/** An article or a review. */
export type StoryEntry = Stored<'articles'> | Stored<'reviews'>;

/** Finds a picture next to a story. */
export type FindRaster = (story: StoryEntry, file: string) => Raster;

/** How many related stories are below a story. */
const relatedCount = 3;

const isArticle = (entry: StoryEntry): entry is Stored<'articles'> => 'category' in entry.data;

/** Articles and reviews, newest first. */
export function allStories({ articles, reviews }: Catalogue): StoryEntry[] {
  return [...articles, ...reviews].sort((a, b) => newestFirst(a.data, b.data));
}

/** Articles and reviews that everybody may see: previews show more, feeds and search never do. */
export function publicStories(catalogue: Catalogue): StoryEntry[] {
  return allStories(catalogue).filter((entry) => !isHidden(entry.data, catalogue.now));
}

/** Moments of the updates of a live story, in UTC. */
export const updatesOf = ({ references }: StoryEntry): readonly string[] => references?.updates ?? [];

/** The day or moment of the last change of a story that was announced to readers. */
export const changeOf = (entry: StoryEntry): string => lastChange(entry.data, updatesOf(entry));

/** The address of a story. */
export const storyPath = (entry: StoryEntry): string =>
  isArticle(entry) ? articlePath(entry.id) : reviewPath(entry.id);

const cards = new WeakMap<StoryEntry, { catalogue: Catalogue; findRaster: FindRaster; card: Promise<StoryCard> }>();

/** A story as a list shows it; the same object each time. */
export function storyCard(entry: StoryEntry, catalogue: Catalogue, findRaster: FindRaster): Promise<StoryCard> {
  let known = cards.get(entry);
  if (known?.catalogue !== catalogue || known.findRaster !== findRaster) {
    known = { catalogue, findRaster, card: makeCard(entry, catalogue, findRaster) };
    cards.set(entry, known);
  }
  return known.card;
}

async function makeCard(entry: StoryEntry, catalogue: Catalogue, findRaster: FindRaster): Promise<StoryCard> {
  const { data } = entry;
  return {
    kind: isArticle(entry) ? 'article' : 'review',
    slug: entry.id,
    path: storyPath(entry),
    title: typeset(data.title),
    dek: data.dek === undefined ? undefined : typeset(data.dek),
    section: isArticle(entry)
      ? {
          label: need(catalogue.categories, entry.data.category, entry.filePath).data.name,
          path: categoryPath(entry.data.category),
        }
      : { label: reviewsSection.label, path: reviewsSection.path },
    date: storyDate(publicationDate(data), isoDay(catalogue.now)),
    authors: data.authors.map((id) => ({
      label: need(catalogue.authors, id, entry.filePath).data.name,
      path: authorPath(id),
    })),
    hero: heroOf(entry, findRaster),
  };
}

function heroOf(entry: StoryEntry, findRaster: FindRaster): Picture | undefined {
  if (!entry.data.hero) return undefined;
  const { image, alt, caption, credit, made } = entry.data.hero;
  return {
    image: findRaster(entry, image),
    alt: typeset(alt),
    caption: caption === undefined ? undefined : typeset(caption),
    credit: typeset(credit),
    made,
  };
}

/** A whole story but for its text. */
export async function story(entry: StoryEntry, catalogue: Catalogue, findRaster: FindRaster): Promise<Story> {
  const { data } = entry;
  const related = relatedIds(entry, catalogue);
  const today = isoDay(catalogue.now);
  const [published, changed] = [publicationDate(data), changeOf(entry)];
  const latest = updatesOf(entry).toSorted().at(-1);
  const publishedOn = published.slice(0, 10);
  const sources = data.sources.map(toSource);
  return {
    ...(await storyCard(entry, catalogue, findRaster)),
    id: data.id,
    file: entry.filePath,
    // On the day of publication only the hour says that something changed later.
    updated:
      changed === published ? undefined : storyDate(changed, changed.startsWith(publishedOn) ? publishedOn : today),
    changed,
    latestUpdate: latest === undefined ? undefined : updateDate(latest),
    writers: writersOf(entry, catalogue),
    sources,
    howWeKnow: howWeKnow(sources, data.howWeKnow === undefined ? undefined : typeset(data.howWeKnow)),
    corrections: data.corrections.map(({ date, text }) => ({ date: storyDate(date, today), text: typeset(text) })),
    models: modelIds(entry).map((id) => storyModel(id, catalogue, entry.filePath)),
    tags: data.tags,
    topics: topicLinks(`stories/${entry.id}`, catalogue),
    next: nextOf(entry, catalogue),
    related: await Promise.all(related.map((other) => storyCard(other, catalogue, findRaster))),
    disclosure: data.disclosure === undefined ? undefined : typeset(data.disclosure),
    canonical: data.canonical,
    hidden: isHidden(entry.data, catalogue.now),
    verdict: isArticle(entry) ? undefined : verdictOf(entry, catalogue),
  };
}

/** Articles lead on to articles, reviews to reviews. */
function nextOf(entry: StoryEntry, catalogue: Catalogue): Link | undefined {
  const next = followers(catalogue).get(storyPath(entry));
  return next && { label: typeset(next.data.title), path: storyPath(next) };
}

const followersOf = new WeakMap<Catalogue, ReadonlyMap<string, StoryEntry>>();

/** For each story the next older one that everybody may see. */
function followers(catalogue: Catalogue): ReadonlyMap<string, StoryEntry> {
  let made = followersOf.get(catalogue);
  if (!made) {
    const pairs = [catalogue.articles, catalogue.reviews].flatMap((kind) => {
      let next: StoryEntry | undefined;
      return kind.toReversed().map((entry): [string, StoryEntry | undefined] => {
        const pair: [string, StoryEntry | undefined] = [storyPath(entry), next];
        if (!isHidden(entry.data, catalogue.now)) next = entry;
        return pair;
      });
    });
    made = new Map(pairs.filter((pair): pair is [string, StoryEntry] => pair[1] !== undefined));
    followersOf.set(catalogue, made);
  }
  return made;
}

/** Who wrote a story. */
export function writersOf({ data, filePath }: StoryEntry, catalogue: Catalogue): Writer[] {
  return data.authors.map((id) => {
    const { name, kind } = need(catalogue.authors, id, filePath).data;
    return { label: name, path: authorPath(id), kind };
  });
}

/** Models that a story is about; the one under review first. */
export const modelIds = (entry: StoryEntry): string[] => [
  ...new Set(isArticle(entry) ? entry.data.models : [entry.data.model, ...entry.data.models]),
];

function storyModel(id: string, catalogue: Catalogue, from: string): StoryModel {
  const { data } = need(catalogue.models, id, from);
  const provider =
    data.provider === undefined
      ? undefined
      : need(catalogue.providers, data.provider, `content/models/${id}.yaml`).data.shortName;
  return { label: data.name, path: modelPath(id), provider, rank: stripRanks(catalogue).get(id)?.shown };
}

function verdictOf({ data, filePath }: Stored<'reviews'>, catalogue: Catalogue): Verdict {
  const { verdict, strengths, limits, bestFor, model } = data;
  return {
    model: { label: need(catalogue.models, model, filePath).data.name, path: modelPath(model) },
    text: typeset(verdict),
    strengths: strengths.map(typeset),
    limits: limits.map(typeset),
    bestFor: typeset(bestFor),
  };
}

const topicsOf = (entry: StoryEntry): Topics => ({
  id: entry.data.id,
  date: publicationDate(entry.data),
  topics: [
    ...modelIds(entry).map((id) => `model:${id}`),
    ...entry.data.tags.map((tag) => `tag:${tag}`),
    isArticle(entry) ? `category:${entry.data.category}` : 'reviews',
  ],
});

const relatedIndexes = new WeakMap<Catalogue, { index: RelatedStories; byId: Map<string, StoryEntry> }>();

function relatedIds(entry: StoryEntry, catalogue: Catalogue): StoryEntry[] {
  let made = relatedIndexes.get(catalogue);
  if (!made) {
    const stories = publicStories(catalogue);
    made = {
      index: new RelatedStories(stories.map(topicsOf)),
      byId: new Map(stories.map((other) => [other.data.id, other])),
    };
    relatedIndexes.set(catalogue, made);
  }
  const { index, byId } = made;
  return index.of(topicsOf(entry), relatedCount).flatMap((id) => byId.get(id) ?? []);
}
