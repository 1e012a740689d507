import {
  archivePath,
  authorPath,
  boardFilterPath,
  boardPath,
  boardSortPath,
  categoryPath,
  changesPath,
  comparePath,
  correctionsPath,
  editionPath,
  embedCodePath,
  modelPath,
  newsletterPath,
  presetPath,
  productPath,
  providerPath,
  topicPath,
  topicStoriesPath,
  topicsPath,
  trackerPath,
  trackersPath,
  yourRankingPath,
} from '#domain/site/addresses';
import { filtersFor, sortsFor } from '#domain/ranking/board/board-views';
import { presets } from '#domain/ranking/consensus/choice';
import { trackerIds } from '#domain/subjects/tracker';
import { machineDate } from '#domain/stories/story-dates';
import type { Catalogue } from '../catalogue.ts';
import { allChanges } from '../leaderboards/changes.ts';
import { comparedPairs } from '../models/compare.ts';
import { allCorrections } from '../stories/corrections.ts';
import { allEditions, latestBoards, latestConsensus } from '../leaderboards/leaderboards.ts';
import { allTopicPages } from '../stories/topic-stories.ts';
import { topicStories } from '../subjects/topics.ts';
import { trackerData } from '../subjects/trackers.ts';
import { changeOf, modelIds, publicStories, type StoryEntry } from '../stories/stories.ts';

/** A page as sitemaps list it. */
export interface ListedPage {
  path: string;
  /** Day or moment of the last change of the page's own matter, in UTC; undefined when it is not known. */
  changed?: string | undefined;
}

/** The latest of some days and moments. */
const latest = (days: readonly (string | undefined)[]): string | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

const changeOfAll = (stories: readonly StoryEntry[]): string | undefined => latest(stories.map(changeOf));

/** Stories that were first published here, oldest first. Others belong into the sitemap of the site that had them first. */
export function listedStories(catalogue: Catalogue): StoryEntry[] {
  return publicStories(catalogue)
    .filter(({ data }) => data.canonical === undefined)
    .reverse();
}

/** Every page for search engines but the stories: lists, boards, the catalogue, standing pages. Later pages of a list are reached from its first. */
export function listedPages(catalogue: Catalogue): ListedPage[] {
  return [
    ...listPages(catalogue),
    ...subjectPages(catalogue),
    ...boardPages(catalogue),
    ...modelPages(catalogue),
    ...standingPages(catalogue),
  ];
}

function listPages(catalogue: Catalogue): ListedPage[] {
  const stories = publicStories(catalogue);
  const { articles, reviews } = Object.groupBy(stories, ({ data }) =>
    'model' in data ? 'reviews' : 'articles',
  ) as Record<'articles' | 'reviews', StoryEntry[] | undefined>;
  const byMonth = Map.groupBy(stories, ({ data }) => data.date.slice(0, 7));
  const newest = changeOfAll(stories);
  const inCategory = (id: string): StoryEntry[] =>
    (articles ?? []).filter(({ data }) => 'category' in data && data.category === id);
  const months = [...byMonth].map(([month, within]) => ({
    path: archivePath(month.slice(0, 4), month.slice(5)),
    changed: changeOfAll(within),
  }));
  return [
    { path: '/', changed: latest([newest, ...latestBoards(catalogue).map(({ date }) => date.iso)]) },
    { path: '/news/', changed: changeOfAll(articles ?? []) },
    { path: '/reviews/', changed: changeOfAll(reviews ?? []) },
    { path: '/archive/', changed: newest },
    ...months,
    ...[...catalogue.categories.keys()].map((id) => ({ path: categoryPath(id), changed: changeOfAll(inCategory(id)) })),
    ...[...catalogue.authors.keys()].map((id) => ({
      path: authorPath(id),
      changed: changeOfAll(stories.filter(({ data }) => data.authors.includes(id))),
    })),
  ];
}

/** Topics and trackers. */
function subjectPages(catalogue: Catalogue): ListedPage[] {
  const topics = [...catalogue.topics.values()].map((topic) => ({
    path: topicPath(topic.id),
    changed: latest([topic.data.updated, topic.data.checked, changeOfAll(topicStories(topic, catalogue))]),
  }));
  const tables = trackerIds.map((id) => ({ path: trackerPath(id), changed: trackerData(id, catalogue).checked }));
  return [
    { path: topicsPath, changed: latest(topics.map(({ changed }) => changed)) },
    ...topics,
    { path: trackersPath, changed: latest(tables.map(({ changed }) => changed)) },
    ...tables,
  ];
}

function boardPages(catalogue: Catalogue): ListedPage[] {
  const boards = latestBoards(catalogue);
  const views = boards.flatMap((board) => {
    const paths = [
      boardPath(board.id),
      embedCodePath(board.id),
      ...filtersFor(board.rows).map(({ id }) => boardFilterPath(board.id, id)),
      ...sortsFor(board.rows).map(({ id }) => boardSortPath(board.id, id)),
    ];
    return paths.map((path) => ({ path, changed: board.date.iso }));
  });
  return [
    { path: '/leaderboards/', changed: latest(boards.map(({ date }) => date.iso)) },
    ...views,
    ...rankingPages(catalogue),
    ...allEditions(catalogue).map(({ id, date }) => ({ path: editionPath(id, date.iso), changed: date.iso })),
    ...allChanges(catalogue).map(({ board }) => ({
      path: changesPath(board.id, board.date.iso),
      changed: board.date.iso,
    })),
  ];
}

function rankingPages(catalogue: Catalogue): ListedPage[] {
  const board = latestConsensus(catalogue);
  const paths = board ? [yourRankingPath, ...presets.map(({ id }) => presetPath(id))] : [];
  return paths.map((path) => ({ path, changed: board?.date.iso }));
}

/** A model's page shows its stories and its ranks. */
function modelPages(catalogue: Catalogue): ListedPage[] {
  const changes = new Map<string, string[]>();
  const note = (id: string, day: string): void => {
    const days = changes.get(id);
    if (days) days.push(day);
    else changes.set(id, [day]);
  };
  for (const entry of publicStories(catalogue)) for (const id of modelIds(entry)) note(id, changeOf(entry));
  for (const { rows, date } of latestBoards(catalogue))
    for (const id of new Set(rows.map(({ modelId }) => modelId))) note(id, date.iso);
  const changeOfModel = (id: string): string | undefined => latest(changes.get(id) ?? []);
  const ofProvider = (id: string): string[] =>
    [...catalogue.models].flatMap(([model, { data }]) => (data.provider === id ? [model] : []));
  return [
    { path: '/models/' },
    ...[...catalogue.models.keys()].map((id) => ({ path: modelPath(id), changed: changeOfModel(id) })),
    { path: '/providers/' },
    ...[...catalogue.providers.keys()].map((id) => ({
      path: providerPath(id),
      changed: latest(ofProvider(id).map(changeOfModel)),
    })),
    ...allTopicPages(catalogue)
      .filter(({ list }) => list.number === 1)
      .map(({ path, list }) => ({ path: topicStoriesPath(path), changed: changeOfAll(list.items) })),
    { path: '/compare/' },
    ...comparedPairs(catalogue).map(([a, b]) => ({ path: comparePath(a, b) })),
  ];
}

/** Pages that only a step leads to. */
const notListed = new Set(['subscribed']);

function standingPages(catalogue: Catalogue): ListedPage[] {
  return [
    {
      path: correctionsPath,
      changed: latest(
        allCorrections(catalogue)
          .slice(0, 1)
          .map(({ date }) => machineDate(date)),
      ),
    },
    { path: '/feeds/' },
    { path: '/newsletter/', changed: [...catalogue.newsletters.keys()][0] },
    ...[...catalogue.newsletters.keys()].map((id) => ({ path: newsletterPath(id), changed: id })),
    { path: '/products/' },
    ...[...catalogue.products.keys()].map((id) => ({ path: productPath(id) })),
    ...[...catalogue.pages]
      .filter(([id]) => !notListed.has(id))
      .map(([id, { data }]) => ({ path: `/${id}/`, changed: data.updated })),
  ];
}
