import { headlineLimit, type IndexedPage } from '#domain/site/headline-index';

/**
 * The text of `/headlines.json`, from which the search answers the first keystrokes: JSON of the form
 *
 *     {"names":["Model","Veo","Policy","Veo 3.1"],
 *     "pages":[
 *     ["Veo 3.1","/models/veo-3-1/","2025-10-15",0,1],
 *     ["A headline","/news/a-headline/","2026-01-23",2,3,1]
 *     ]}
 *
 * Each page has its title, path and day, the number of its section in `names`, and the numbers of all other names by
 * which it is found. The one reader is `src/client/headlines.ts`; a page is on a line of its own.
 * @param standing pages that are always named, such as models and boards
 * @param stories newest first; those that would be more than {@link headlineLimit} pages in all are left out
 */
export function headlineIndex(standing: readonly IndexedPage[], stories: readonly IndexedPage[]): string {
  const pages = [...standing, ...stories].slice(0, headlineLimit);
  const names = [...new Set(pages.flatMap((page) => [page.section, ...page.names]))];
  const numbers = new Map(names.map((name, index) => [name, index]));
  const lines = pages.map(({ title, path, day, section, names: others }) =>
    JSON.stringify([title, path, day, ...[section, ...others].map((name) => numbers.get(name))]),
  );
  return `{"names":${JSON.stringify(names)},\n"pages":[\n${lines.join(',\n')}\n]}\n`;
}
