import type { Destination } from '#domain/search/destination';

/**
 * The text of `/search-index.json`, from which the search answers each keystroke: JSON of the form
 *
 *     {"names":["Model","Google","veo-3.1","Policy","Veo 3.1"],
 *     "pages":{
 *     "model":[
 *     ["Veo 3.1","/models/veo-3-1/","2025-10-15",0,[1],[2]]],
 *     "story":[
 *     ["A headline","/news/a-headline/","2026-01-23",3,[4,1]]]
 *     }}
 *
 * Each page has its title, path and day, and the numbers of its section, of its keywords and of its other names in `names`.
 * The one reader is `src/client/search/index-file.ts`; a page is on a line of its own.
 */
export function searchIndex(destinations: readonly Destination[]): string {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name) ?? 0;
  };
  const groups = Map.groupBy(destinations, ({ kind }) => kind);
  const pages = [...groups].map(([kind, group]) => {
    const lines = group.map(({ title, path, day, section, keywords, aliases }) =>
      JSON.stringify([
        title,
        path,
        day,
        numberOf(section),
        ...(keywords.length + aliases.length > 0 ? [keywords.map(numberOf)] : []),
        ...(aliases.length > 0 ? [aliases.map(numberOf)] : []),
      ]),
    );
    return `"${kind}":[\n${lines.join(',\n')}]`;
  });
  return `{"names":${JSON.stringify([...numbers.keys()])},\n"pages":{\n${pages.join(',\n')}\n}}\n`;
}
