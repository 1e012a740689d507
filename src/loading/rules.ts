import { nearest } from '#domain/nearest';
import { isDay } from '#schemas/dates';
import { slugPattern } from '#schemas/ids';
import { kinds, type Kind } from './collections.ts';
import { rankRules } from './rank-rules.ts';
import { complain, type Complaint, type Content, type Entry } from './content.ts';
import type { Path } from './yaml.ts';

/** A rule that no single file can break: it looks at entries beside each other. */
type Rule = (content: Content, now: Date) => Iterable<Complaint>;

/**
 * Finds what single schemas cannot: dangling and twin ids, missing pictures, wrong ranks, dates out of order.
 * @param content all entries that their schemas accepted
 * @param now the moment of the build
 */
export function findBrokenRules(content: Content, now: Date): Complaint[] {
  return rules.flatMap((rule) => [...rule(content, now)]);
}

const rules: Rule[] = [twinIds, takenAliases, categoryIds, danglingIds, boardFiles, sourceNumbers, pictures, storyDates, reservedNames, yearFolders, editionDates, rankRules, twinRows];

const stories = ({ collections }: Content): Entry<'articles' | 'reviews'>[] => [...collections.articles, ...collections.reviews];

function* twinIds(content: Content): Iterable<Complaint> {
  yield* twins(content.collections.articles, ({ id }) => id, [], 'The name', 'Rename this folder: its name is the address of the article.');
  yield* twins(stories(content), ({ data }) => data.id, ['id'], 'The permanent id', 'Write new letters behind the hyphen: every story has an id of its own.');
}

/** Complains of every entry whose value an earlier entry holds already. */
function* twins<E extends Entry>(entries: readonly E[], valueOf: (entry: E) => string, path: Path, name: string, write: string): Iterable<Complaint> {
  const holders = new Map<string, E>();
  for (const entry of entries) {
    const holder = holders.get(valueOf(entry));
    if (holder === undefined) holders.set(valueOf(entry), entry);
    else yield complain(entry, path, `${name} \`${valueOf(entry)}\` is taken by ${holder.file}.`, write);
  }
}

function* takenAliases({ collections }: Content): Iterable<Complaint> {
  for (const group of [collections.articles, collections.reviews]) {
    const holders = new Map<string, Entry>(group.map((entry) => [entry.id, entry]));
    for (const entry of group) {
      for (const [index, alias] of entry.data.aliases.entries()) {
        const holder = holders.get(alias);
        if (holder === undefined) holders.set(alias, entry);
        else yield complain(entry, ['aliases', index], `The alias \`${alias}\` is taken by ${holder.file}.`, 'Take it out here or there: an old address leads to one story only.');
      }
    }
  }
}

function* categoryIds({ collections }: Content): Iterable<Complaint> {
  for (const entry of collections.categories) {
    if (!slugPattern.test(entry.id)) yield complain(entry, [], `\`${entry.id}\` is not an id: lower case, digits and hyphens.`, 'Write the id as it shall stand in addresses, for example `open-weights`, and the words for readers as `name`.');
  }
}

interface Reference {
  path: Path;
  id: string;
  to: Kind;
}

function referencesOf(entry: Entry): Reference[] {
  const many = (field: string, ids: readonly string[], to: Kind): Reference[] => ids.map((id, index) => ({ path: [field, index], id, to }));
  const one = (field: string, id: string | undefined, to: Kind): Reference[] => (id === undefined ? [] : [{ path: [field], id, to }]);
  switch (entry.kind) {
    case 'articles': {
      const { authors, models, category } = (entry as Entry<'articles'>).data;
      return [...many('authors', authors, 'authors'), ...many('models', models, 'models'), ...one('category', category, 'categories')];
    }
    case 'reviews': {
      const { authors, models, model } = (entry as Entry<'reviews'>).data;
      return [...many('authors', authors, 'authors'), ...many('models', models, 'models'), ...one('model', model, 'models')];
    }
    case 'models':
      return one('provider', (entry as Entry<'models'>).data.provider, 'providers');
    case 'evidence':
    case 'editions': {
      const { entries } = (entry as Entry<'editions' | 'evidence'>).data;
      return entries.map((row, index): Reference => ({ path: ['entries', index, 'model'], id: row.model, to: 'models' }));
    }
    case 'site': {
      const { strip, panel } = (entry as Entry<'site'>).data;
      return [
        { path: ['strip', 'board'], id: strip.board, to: 'boards' },
        { path: ['panel', 'board'], id: panel.board, to: 'boards' },
      ];
    }
    default:
      return [];
  }
}

function* danglingIds({ collections, unsound }: Content): Iterable<Complaint> {
  const ids = new Map((Object.entries(collections) as [Kind, Entry[]][]).map(([kind, entries]) => [kind, new Set(entries.map(({ id }) => id))]));
  for (const entry of (Object.values(collections) as Entry[][]).flat()) {
    for (const { path, id, to } of referencesOf(entry)) {
      const known = ids.get(to) ?? new Set();
      if (!known.has(id) && !unsound.has(`${to}/${id}`) && !unsound.has(`${to}/*`)) yield complain(entry, path, `There is no \`${id}\` in ${placeOf(to)}.`, unknownId(id, known, to));
    }
  }
}

function unknownId(id: string, known: ReadonlySet<string>, to: Kind): string {
  const near = nearest(id, known);
  return near ? `Did you mean \`${near}\`?` : `Use an id that exists, or add it to ${placeOf(to)} first.`;
}

/** Where entries of a kind stand: a file, or the folder of their files. */
const placeOf = (kind: Kind): string => kinds[kind].place.replace(/\/<.*$/u, '');

function* boardFiles({ collections, unsound }: Content): Iterable<Complaint> {
  const boards = new Set(collections.boards.map(({ id }) => id));
  for (const entry of [...collections.editions, ...collections.evidence]) {
    const board = entry.id.split('/')[0] ?? '';
    if (!boards.has(board) && !unsound.has(`boards/${board}`)) yield complain(entry, [], `The folder content/leaderboards/${board} has no board.yaml.`, 'Say in board.yaml what the board measures, or move this file into the folder of its board.');
  }
}

function* sourceNumbers({ collections }: Content): Iterable<Complaint> {
  for (const entry of [...collections.models, ...collections.providers]) {
    const count = entry.data.sources.length;
    for (const [field, value] of Object.entries(entry.data)) {
      for (const [fact, at] of factsIn(value, [field])) {
        for (const [index, number] of (fact.sources ?? []).entries()) {
          if (number > count) yield complain(entry, [...at, 'sources', index], `There is no source ${number}: the file lists ${count}.`, 'Write a number of the list `sources` below, counted from 1.');
        }
      }
    }
  }
}

/** Facts with source numbers: a field is one, or a list of them. */
function factsIn(value: unknown, path: Path): [{ sources?: number[] }, Path][] {
  if (path[0] === 'sources') return [];
  if (Array.isArray(value)) return value.flatMap((part, index) => factsIn(part, [...path, index]));
  return typeof value === 'object' && value !== null ? [[value, path]] : [];
}

function* pictures(content: Content): Iterable<Complaint> {
  for (const entry of stories(content)) {
    const image = entry.data.hero?.image;
    if (image === undefined) continue;
    const folder = entry.file.replace(/index\.md$/u, '');
    if (!content.pictures.has(`${folder}${image}`)) yield complain(entry, ['hero', 'image'], `There is no picture \`${image}\` in ${folder}.`, 'Put the picture into this folder, or write the name of one that is there.');
  }
}

function* storyDates(content: Content, now: Date): Iterable<Complaint> {
  const today = now.toISOString().slice(0, 10);
  for (const entry of stories(content)) {
    const { date, updated, publishAt, draft, corrections } = entry.data;
    if (date > today && publishAt === undefined && !draft) yield complain(entry, ['date'], `The date ${date} lies in the future.`, 'Write `publishAt` with the moment at which the story may appear, or mend the date.');
    if (updated !== undefined && updated < date) yield complain(entry, ['updated'], `\`updated\` (${updated}) lies before the date of the story (${date}).`, 'Write the day of the last change, or leave it out.');
    if (updated !== undefined && updated > today) yield complain(entry, ['updated'], `\`updated\` (${updated}) lies in the future.`, 'Write the day of the last change, or leave it out.');
    for (const [index, correction] of corrections.entries()) {
      if (correction.date > today) yield complain(entry, ['corrections', index, 'date'], `The correction (${correction.date}) lies in the future.`, 'Write the day on which the correction was made.');
      if (correction.date < date) yield complain(entry, ['corrections', index, 'date'], `The correction (${correction.date}) lies before the date of the story (${date}).`, 'Write the day on which the correction was made.');
    }
  }
}

/** Addresses that belong to the site itself. */
const reserved = new Set(['404', 'archive', 'authors', 'badges', 'categories', 'compare', 'embed', 'feeds', 'leaderboards', 'models', 'news', 'pagefind', 'products', 'providers', 'reviews', 'search']);

function* reservedNames({ collections }: Content): Iterable<Complaint> {
  for (const entry of collections.pages) {
    if (reserved.has(entry.id)) yield complain(entry, [], `The address /${entry.id}/ belongs to another page of the site.`, 'Give the file another name.');
  }
  for (const entry of collections.boards) {
    if (entry.id === 'schema') yield complain(entry, [], 'The address /leaderboards/schema/ belongs to the description of the data.', 'Give the folder another name.');
  }
}

function* yearFolders({ collections }: Content): Iterable<Complaint> {
  for (const entry of collections.articles) {
    const year = entry.data.date.slice(0, 4);
    if (!entry.file.startsWith(`content/articles/${year}/`)) yield complain(entry, ['date'], `An article of ${year} stands in ${entry.file.split('/').slice(0, 3).join('/')}.`, `Move it to content/articles/${year}/, or mend the date.`);
  }
}

function* editionDates({ collections }: Content, now: Date): Iterable<Complaint> {
  const today = now.toISOString().slice(0, 10);
  for (const entry of collections.evidence) {
    if (entry.data.date > today) yield complain(entry, ['date'], `The evidence of ${entry.data.date} lies in the future.`, 'Write the day on which the board stood so.');
  }
  for (const entry of collections.editions) {
    const date = entry.id.split('/')[1] ?? '';
    if (!isDay(date)) yield complain(entry, [], `${date} is not a day that exists.`, 'Name the file after the day of the edition, as YYYY-MM-DD.yaml.');
    else if (date > today) yield complain(entry, [], `The edition of ${date} lies in the future.`, 'Name the file after the day on which the board stood so.');
  }
}

function* twinRows({ collections }: Content): Iterable<Complaint> {
  for (const entry of [...collections.editions, ...collections.evidence]) {
    const seen = new Map<string, number>();
    for (const [index, row] of entry.data.entries.entries()) {
      // Evidence holds the best row of each model; an edition may hold several of one.
      const [field, name] = 'listed' in row && entry.kind === 'editions' ? ['listed', row.listed] : ['model', row.model];
      const first = seen.get(name);
      if (first === undefined) seen.set(name, index);
      else yield complain(entry, ['entries', index, field], `\`${name}\` stands twice ${entry.kind === 'editions' ? 'in this edition' : 'here'}, first as entry ${first + 1}.`, 'Keep one of the two.');
    }
  }
}
