/**
 * Kinds of pages that the search leads to. The order decides between pages that answer a query equally well, so what
 * was made to answer questions comes first.
 */
export const destinationKinds = [
  'model',
  'provider',
  'board',
  'ranking',
  'topic',
  'tracker',
  'page',
  'category',
  'comparison',
  'story',
] as const;

export type DestinationKind = (typeof destinationKinds)[number];

/** A page that the search leads to. */
export interface Destination {
  kind: DestinationKind;
  title: string;
  path: string;
  /** YYYY-MM-DD, or a shorter form where only the month or the year is known; empty where nothing is. */
  day: string;
  /** What is next to the day in a result: a category, `Review`, `Model`, `Leaderboard`. */
  section: string;
  /** Other names of the very thing: whoever types one of them wants this page. */
  aliases: readonly string[];
  /** What the page is about: models, makers, tags, the words of a question. */
  keywords: readonly string[];
}

/** How many stories the index of destinations holds at most; older ones are found by the full-text search. */
export const storyLimit = 800;

/**
 * Words that go with every page of a kind. They complete a query and never answer one alone: `kling price` leads to a
 * model, `price` does not lead to all of them.
 */
export const wordsOfKind: Readonly<Record<DestinationKind, string>> = {
  model:
    'best top model api price prices per second licence released release date facts resolution parameters specs rank',
  provider: 'provider company maker makes made owner owns lab models country founded',
  topic: 'topic subject everything about summary timeline',
  tracker: 'tracker table list timeline data download',
  board: 'board leaderboard ranking ranks scores votes elo',
  ranking: 'ranking ranks leaderboard best top list',
  comparison: 'compare compared comparison difference better',
  category: 'news stories category',
  page: '',
  story: 'news story article',
};
