/** How many pages the index of headlines names at most. */
export const headlineLimit = 1000;

/** A page as the index of headlines names it. */
export interface IndexedPage {
  title: string;
  path: string;
  /** YYYY-MM-DD, or a shorter form where only the month or the year is known; empty where nothing is. */
  day: string;
  /** What is next to the day in a result: a category, `Review`, `Model` or `Leaderboard`. */
  section: string;
  /** Names by which the page is found next to its title: models and their providers. */
  names: readonly string[];
}
