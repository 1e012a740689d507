import { filtersFor, sortsFor } from '#domain/ranking/board/board-views';
import { presets } from '#domain/ranking/consensus/choice';
import type { Board } from '#domain/ranking/board/leaderboard';
import { storyLimit, type Destination, type DestinationKind } from '#domain/search/destination';
import {
  boardFilterPath,
  boardSortPath,
  categoryPath,
  comparePath,
  embedCodePath,
  presetPath,
  productPath,
  providerPath,
  topicPath,
  trackerPath,
  yourRankingPath,
} from '#domain/site/addresses';
import { trackerIds, trackers } from '#domain/subjects/tracker';
import { typeset } from '#domain/text/typography';
import { uncapitalised } from '#domain/text/numbers';
import { need, type Catalogue, type Stored } from '../catalogue.ts';
import { latestBoards, latestConsensus } from '../leaderboards/leaderboards.ts';
import { comparedPairs } from '../models/compare.ts';
import { allModels } from '../models/models.ts';
import { modelIds, publicStories, storyPath, type StoryEntry } from '../stories/stories.ts';
import { boardWords, standingPages, wordsOfTracker, wordsOfView } from './search-words.ts';

/**
 * Every page that the search leads to, in the order that decides between pages which answer a query equally well. A new
 * kind of page is one more line here, and one more kind in `domain/search/destination.ts`.
 */
export function destinations(catalogue: Catalogue): Destination[] {
  return [
    ...models(catalogue),
    ...providers(catalogue),
    ...topics(catalogue),
    ...trackerPages(catalogue),
    ...boards(catalogue),
    ...rankings(catalogue),
    ...pages(catalogue),
    ...categories(catalogue),
    ...comparisons(catalogue),
    ...stories(catalogue),
  ];
}

function models(catalogue: Catalogue): Destination[] {
  return allModels(catalogue).map(({ id, name, path, released, provider }) => {
    const { data } = need(catalogue.models, id, 'the search');
    const shortened = provider && name.startsWith(`${provider.label} `) ? name.slice(provider.label.length + 1) : '';
    const maker = data.provider === undefined ? undefined : catalogue.providers.get(data.provider)?.data;
    return {
      kind: 'model',
      title: name,
      path,
      day: released?.iso ?? '',
      section: 'Model',
      aliases: without(name, [
        isName(shortened) ? shortened : '',
        ...data.listedAs,
        ...data.aliases.flatMap((alias) => spellings(alias, name)),
      ]),
      keywords: [
        ...(maker ? [...new Set([maker.name, maker.shortName]), ...countryOf(maker)] : []),
        ...(data.openWeights?.value ? ['open weights'] : []),
        ...(data.nativeAudio?.value ? ['sound'] : []),
        ...data.modalities.filter((modality) => modality !== 'audio'),
        ...(data.resolution ? [data.resolution.value] : []),
        ...(data.licence ? [data.licence.value] : []),
      ],
    };
  });
}

/** `Gen-4.5` is a name without its maker; `2.6` and `v6` are versions of anything. */
const isName = (text: string): boolean => /[a-uw-z]/iu.test(text);

/** Another name as readers type it: the name of a series with the version too. */
function spellings({ name }: { name: string }, title: string): string[] {
  const version = /\d[\d.]*/u.exec(title)?.[0];
  return version === undefined || /\d/u.test(name) ? [name] : [name, `${name} ${version}`];
}

function providers(catalogue: Catalogue): Destination[] {
  const ofProvider = Map.groupBy(allModels(catalogue), ({ provider }) => provider?.path);
  return [...catalogue.providers].map(([id, { data }]) => {
    const [, before = '', within = ''] = /^(.+) \((.+)\)$/u.exec(data.name) ?? [];
    return {
      kind: 'provider',
      title: data.name,
      path: providerPath(id),
      day: '',
      section: 'Provider',
      aliases: without(data.name, [data.shortName, before, within, ...data.aliases.map(({ name }) => name)]),
      keywords: [...countryOf(data), ...(ofProvider.get(providerPath(id)) ?? []).map(({ name }) => name)],
    };
  });
}

const countryOf = ({ country }: Stored<'providers'>['data']): string[] =>
  country ? [new Intl.DisplayNames('en-GB', { type: 'region' }).of(country.value) ?? country.value] : [];

/** Names that are not the title, each once. */
const without = (title: string, names: readonly string[]): string[] => [
  ...new Set(names.filter((name) => name !== '' && name !== title)),
];

const topics = (catalogue: Catalogue): Destination[] =>
  [...catalogue.topics].map(([id, { data }]) => undated('topic', data.name, topicPath(id), { keywords: data.aliases }));

/** Cases are looked for by their parties. */
const trackerPages = (catalogue: Catalogue): Destination[] =>
  trackerIds.map((id) => {
    const cases = id === 'lawsuits' ? [...catalogue.lawsuits.values()].map(({ data }) => data.name) : [];
    return undated('tracker', trackers[id].name, trackerPath(id), { keywords: [...wordsOfTracker[id], ...cases] });
  });

function boards(catalogue: Catalogue): Destination[] {
  return latestBoards(catalogue).map(({ id, name, path, date, measures, by }) => ({
    kind: 'board',
    title: name,
    path,
    day: date.iso,
    section: 'Leaderboard',
    aliases: without(name, [need(catalogue.boards, id, 'the search').data.shortName]),
    keywords: [...boardWords, by.name, measures],
  }));
}

/** A page without a day. */
function undated(
  kind: DestinationKind,
  title: string,
  path: string,
  { keywords = [], aliases = [] }: { keywords?: readonly string[]; aliases?: readonly string[] } = {},
): Destination {
  const section = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return { kind, title, path, day: '', section, aliases, keywords };
}

/** Boards by price or with sound alone, and rankings for common needs; those of the board of the strip first. */
function rankings(catalogue: Catalogue): Destination[] {
  const kept = latestBoards(catalogue).filter(({ history }) => !history);
  const isFirst = ({ id }: Board): boolean => id === catalogue.site.strip.board;
  const ranking = (id: string, title: string, path: string): Destination =>
    undated('ranking', title, path, { keywords: wordsOfView(id) });
  const viewsOf = ({ id: board, name, rows }: Board): Destination[] => [
    ...sortsFor(rows)
      .filter(({ id }) => id !== 'model')
      .map(({ id, label }) => ranking(id, `${name} by ${uncapitalised(label)}`, boardSortPath(board, id))),
    ...filtersFor(rows).map(({ id, label }) =>
      ranking(id, `${name}: ${uncapitalised(label)}`, boardFilterPath(board, id)),
    ),
  ];
  const forNeeds = [
    ranking('your-ranking', 'Your ranking', yourRankingPath),
    ...presets.map(({ id, label }) => ranking(id, label, presetPath(id))),
  ];
  return [
    ...kept.filter(isFirst).flatMap(viewsOf),
    ...(latestConsensus(catalogue) ? forNeeds : []),
    ...kept.filter((board) => !isFirst(board)).flatMap(viewsOf),
  ];
}

/** Pages that only a step leads to. */
const notFound = new Set(['subscribed']);

const pages = (catalogue: Catalogue): Destination[] => [
  ...standingPages.map(({ title, path, ...words }) => undated('page', title, path, words)),
  ...[...catalogue.pages]
    .filter(([id]) => !notFound.has(id))
    .map(([id, { data }]) => undated('page', data.title, `/${id}/`, { keywords: data.keywords })),
  // Each board has such a page; one shows how.
  ...latestBoards(catalogue)
    .filter(({ id }) => id === catalogue.site.strip.board)
    .map(({ id, name }) =>
      undated('page', `Embed ${name}`, embedCodePath(id), { keywords: ['widget badge iframe for your site'] }),
    ),
  ...[...catalogue.products].map(([id, { data }]) => undated('page', data.name, productPath(id))),
];

const categories = (catalogue: Catalogue): Destination[] =>
  [...catalogue.categories].map(([id, { data }]) =>
    undated('category', data.name, categoryPath(id), { aliases: [`${data.name} news`] }),
  );

const comparisons = (catalogue: Catalogue): Destination[] =>
  comparedPairs(catalogue).map(([a, b]) => {
    const names = [a, b].map((id) => need(catalogue.models, id, 'the search').data.name);
    return undated('comparison', names.join(' and '), comparePath(a, b));
  });

/** The stories that everybody may see, newest first, as many as the index holds, with the models that they are about. */
function stories(catalogue: Catalogue): Destination[] {
  const byId = new Map(allModels(catalogue).map((model) => [model.id, model]));
  return publicStories(catalogue)
    .slice(0, storyLimit)
    .map((entry) => {
      const about = modelIds(entry).map((id) => need(byId, id, entry.filePath));
      const names = about.flatMap(({ name, provider }) => [name, ...(provider ? [provider.label] : [])]);
      return {
        kind: 'story',
        title: typeset(entry.data.title),
        path: storyPath(entry),
        day: entry.data.date.slice(0, 10),
        section: sectionOf(entry, catalogue),
        aliases: [],
        keywords: [...new Set([...names, ...entry.data.tags])],
      };
    });
}

const sectionOf = ({ data, filePath }: StoryEntry, { categories: all }: Catalogue): string =>
  'category' in data ? need(all, data.category, filePath).data.name : 'Review';
