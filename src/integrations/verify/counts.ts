import { isHidden } from '#domain/stories/embargo';
import type { Checked } from './checks.ts';
import { addressOf } from './addresses.ts';
import type { BuiltSite } from './site.ts';
import { storiesOf } from './stories.ts';

/** How often each story is there: in the content, as a page, in the feed and in the search. */
export interface Counts {
  /** What readers may see; a preview has pages of the rest too. */
  sources: string[];
  pages: string[];
  /** By the feed of all stories and the archives that it leads to, which may hold a story that is on the newest page too. */
  feed: string[];
  /** How many entries the search has, models and boards included. */
  search: number;
}

const story = /^\/(?:news|reviews)\/(?!page\/)[^/]+\/$/u;

/** Stories by address, in each of the four places, sorted. */
export function countStories({ site, content, now, preview }: Checked): Counts {
  const stories = storiesOf(content);
  const sources = stories.filter(({ data }) => !isHidden(data, now)).map(({ path }) => path);
  const hidden = new Set(preview ? stories.filter(({ data }) => isHidden(data, now)).map(({ path }) => path) : []);
  return {
    sources: sources.sort(),
    pages: site.files
      .filter((path) => path.endsWith('.html'))
      .map(addressOf)
      .filter((address) => story.test(address) && !hidden.has(address)),
    feed: [...new Set(itemsBehind('/rss.xml', site))].filter((address) => story.test(address)).sort(),
    search: searchEntries(site),
  };
}

/** Says where stories are missing or too many. */
export function unequalCounts(checked: Checked): string[] {
  const { sources, pages, feed, search } = countStories(checked);
  const { models, boards, editions } = checked.content;
  const searchable =
    sources.length +
    models.length +
    boards.filter(({ id }) => editions.some((edition) => edition.id.startsWith(`${id}/`))).length;
  return [
    ...difference(sources, pages, 'page'),
    ...difference(sources, feed, 'item in the feed'),
    ...(search === searchable
      ? []
      : [`The search has ${search} entries, and should have ${searchable}: stories, models and boards.`]),
  ];
}

function difference(sources: readonly string[], found: readonly string[], what: string): string[] {
  const [wanted, there] = [new Set(sources), new Set(found)];
  return [
    ...sources.filter((path) => !there.has(path)).map((path) => `${path}: has no ${what}.`),
    ...found
      .filter((path) => !wanted.has(path))
      .map((path) => `${path}: has an ${what.replace(/^page/u, 'unexpected page')} and no source.`),
    ...(there.size === found.length ? [] : [`A story has more than one ${what}.`]),
  ];
}

/** Addresses of the items of a feed and of all older feeds behind it. */
function itemsBehind(start: string, site: BuiltSite): string[] {
  const items: string[] = [];
  const seen = new Set<string>();
  for (let path: string | undefined = start; path !== undefined && !seen.has(path);) {
    seen.add(path);
    const { feed } = site.facts(path);
    items.push(...(feed?.items ?? []));
    path = feed?.older;
  }
  return items;
}

/** Entries of all bundles of the search, as Pagefind counts them. */
function searchEntries(site: BuiltSite): number {
  const entries = site.files.filter((path) => path.endsWith('/pagefind-entry.json'));
  const counts = entries.flatMap((path) =>
    Object.values((JSON.parse(site.text(path)) as { languages: Record<string, { page_count: number }> }).languages),
  );
  return counts.reduce((sum, { page_count: count }) => sum + count, 0);
}
