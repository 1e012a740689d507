import { firstSeen, type Published } from './story-dates.ts';

/** How long a story counts as news for search engines, in milliseconds. */
const newsWindow = 48 * 3_600_000;

/**
 * True while a story belongs into the news sitemap: 48 hours from when readers could first see it.
 * @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function isNews(story: Published, now: Date): boolean {
  const age = now.getTime() - firstSeen(story).getTime();
  return age >= 0 && age < newsWindow;
}

/**
 * The next moment at which the news sitemap loses an entry; undefined when it is empty.
 * @param stories those that everybody may see
 */
export function nextNewsExit(stories: readonly Published[], now: Date): Date | undefined {
  const exits = stories.filter((story) => isNews(story, now)).map((story) => firstSeen(story).getTime() + newsWindow);
  return exits.length === 0 ? undefined : new Date(Math.min(...exits));
}
