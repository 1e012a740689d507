import { suggestions, type nearest } from '#domain/text/nearest';
import { isDay } from '#schemas/dates';
import { slugPattern } from '#schemas/ids';
import { kinds, type Kind } from '../collections.ts';
import { frontPageRules } from './front-page-rules.ts';
import { importRules } from './import-rules.ts';
import { rankRules } from './rank-rules.ts';
import { problemIn, type EntryProblem, type Content, type Entry, type Rule } from '../content.ts';
import { phraseRules } from './phrase-rules.ts';
import { isKnownPath, pathsOf } from './site-paths.ts';
import { storyRules } from './story-rules.ts';
import { styleRules } from './style-rules.ts';
import { subjectRules } from './subject-rules.ts';
import type { Path } from '../files/yaml.ts';

/**
 * Finds what single schemas cannot: dangling and duplicate ids, missing pictures, wrong ranks, dates out of order.
 * @param content all entries that their schemas accepted
 * @param now the moment of the build
 */
export function findBrokenRules(content: Content, now: Date): EntryProblem[] {
  return rules.flatMap((rule) => [...rule(content, now)]);
}

const rules: Rule[] = [
  storyRules,
  styleRules,
  phraseRules,
  frontPageRules,
  categoryIds,
  danglingIds,
  menuPaths,
  boardFiles,
  sourceNumbers,
  reservedNames,
  editionDates,
  rankRules,
  importRules,
  sameRows,
  newsletterDates,
  subjectRules,
];

function* categoryIds({ collections }: Content): Iterable<EntryProblem> {
  for (const entry of collections.categories) {
    if (!slugPattern.test(entry.id))
      yield problemIn(
        entry,
        [],
        `\`${entry.id}\` is not an id: lower case, digits and hyphens.`,
        'Write the id as you want it in addresses, for example `open-weights`, and the words for readers as `name`.',
      );
  }
}

interface Reference {
  path: Path;
  id: string;
  to: Kind;
}

function referencesOf(entry: Entry): Reference[] {
  const many = (field: string, ids: readonly string[], to: Kind): Reference[] =>
    ids.map((id, index) => ({ path: [field, index], id, to }));
  const one = (field: string, id: string | undefined, to: Kind): Reference[] =>
    id === undefined ? [] : [{ path: [field], id, to }];
  switch (entry.kind) {
    case 'articles': {
      const { authors, models, category } = (entry as Entry<'articles'>).data;
      return [
        ...many('authors', authors, 'authors'),
        ...many('models', models, 'models'),
        ...one('category', category, 'categories'),
      ];
    }
    case 'reviews': {
      const { authors, models, model } = (entry as Entry<'reviews'>).data;
      return [
        ...many('authors', authors, 'authors'),
        ...many('models', models, 'models'),
        ...one('model', model, 'models'),
      ];
    }
    case 'models':
      return one('provider', (entry as Entry<'models'>).data.provider, 'providers');
    case 'topics': {
      const { models, lawsuits, rules: laws } = (entry as Entry<'topics'>).data;
      return [
        ...many('models', models, 'models'),
        ...many('lawsuits', lawsuits, 'lawsuits'),
        ...many('rules', laws, 'rules'),
      ];
    }
    case 'lawsuits': {
      const { providers, models } = (entry as Entry<'lawsuits'>).data;
      return [...many('providers', providers, 'providers'), ...many('models', models, 'models')];
    }
    case 'evidence':
    case 'editions': {
      const { entries } = (entry as Entry<'editions' | 'evidence'>).data;
      return entries.map((row, index): Reference => ({
        path: ['entries', index, 'model'],
        id: row.model,
        to: 'models',
      }));
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

function* danglingIds({ collections, invalid }: Content): Iterable<EntryProblem> {
  const ids = new Map(
    (Object.entries(collections) as [Kind, Entry[]][]).map(([kind, entries]) => [
      kind,
      new Set(entries.map(({ id }) => id)),
    ]),
  );
  for (const entry of (Object.values(collections) as Entry[][]).flat()) {
    const suggest = suggestions();
    for (const { path, id, to } of referencesOf(entry)) {
      const known = ids.get(to) ?? new Set();
      if (!known.has(id) && !invalid.has(`${to}/${id}`) && !invalid.has(`${to}/*`))
        yield problemIn(entry, path, `There is no \`${id}\` in ${positionOf(to)}.`, unknownId(id, known, to, suggest));
    }
  }
}

function unknownId(id: string, known: ReadonlySet<string>, to: Kind, suggest: typeof nearest): string {
  const near = suggest(id, known);
  return near ? `Did you mean \`${near}\`?` : `Use an id that exists, or add it to ${positionOf(to)} first.`;
}

/** Where entries of a kind are: a file, or the folder of their files. */
const positionOf = (kind: Kind): string => kinds[kind].place.replace(/\/<.*$/u, '');

function* menuPaths({ collections, invalid }: Content): Iterable<EntryProblem> {
  // A page that exists but is wrong is reported already.
  if (invalid.size > 0) return;
  const known = pathsOf(collections);
  for (const entry of collections.site) {
    const { main, footer } = entry.data.menus;
    const links: [string, Path][] = [
      ...main.map(({ path }, index): [string, Path] => [path, ['menus', 'main', index, 'path']]),
      ...main.flatMap(({ links: inner }, index) =>
        Array.isArray(inner)
          ? inner.map(({ path }, at): [string, Path] => [path, ['menus', 'main', index, 'links', at, 'path']])
          : [],
      ),
      ...footer.flatMap(({ links: inner }, index) =>
        inner.map(({ path }, at): [string, Path] => [path, ['menus', 'footer', index, 'links', at, 'path']]),
      ),
      ...Object.entries(entry.data.policies).map(([name, path]): [string, Path] => [path, ['policies', name]]),
    ];
    const suggest = suggestions();
    for (const [path, place] of links) {
      if (isKnownPath(path, known)) continue;
      const near = suggest(path, known);
      yield problemIn(
        entry,
        place,
        `There is no page \`${path}\`.`,
        near ? `Did you mean \`${near}\`?` : 'Write the path of a page that exists.',
      );
    }
  }
}

function* boardFiles({ collections, invalid }: Content): Iterable<EntryProblem> {
  const boards = new Set(collections.boards.map(({ id }) => id));
  for (const entry of [...collections.editions, ...collections.evidence]) {
    const board = entry.id.split('/')[0] ?? '';
    if (!boards.has(board) && !invalid.has(`boards/${board}`))
      yield problemIn(
        entry,
        [],
        `The folder content/leaderboards/${board} has no board.yaml.`,
        'Say in board.yaml what the board measures, or move this file into the folder of its board.',
      );
  }
}

function* sourceNumbers({ collections }: Content): Iterable<EntryProblem> {
  const { models, providers, topics, lawsuits, rules: laws } = collections;
  for (const entry of [...models, ...providers, ...topics, ...lawsuits, ...laws]) {
    const count = entry.data.sources.length;
    for (const [field, value] of Object.entries(entry.data)) {
      for (const [fact, at] of factsIn(value, [field])) {
        for (const [index, number] of (fact.sources ?? []).entries()) {
          if (number > count)
            yield problemIn(
              entry,
              at.length === 0 ? ['documents', index] : [...at, 'sources', index],
              `There is no source ${number}: the file lists ${count}.`,
              'Write a number of the list `sources` below, counted from 1.',
            );
        }
      }
    }
  }
}

/** Facts with source numbers: a field is one, or a list of them. */
function factsIn(value: unknown, path: Path): [{ sources?: number[] }, Path][] {
  if (path[0] === 'sources') return [];
  // The numbers of documents are a list by themselves.
  if (path[0] === 'documents') return [[{ sources: value as number[] }, []]];
  if (Array.isArray(value)) return value.flatMap((part, index) => factsIn(part, [...path, index]));
  return typeof value === 'object' && value !== null ? [[value, path]] : [];
}

/** Addresses that belong to the site itself. */
const reserved = new Set([
  '404',
  'archive',
  'authors',
  'badges',
  'cards',
  'categories',
  'changes',
  'compare',
  'corrections',
  'embed',
  'feed',
  'feeds',
  'leaderboards',
  'models',
  'news',
  'newsletter',
  'offline',
  'pagefind',
  'products',
  'providers',
  'reviews',
  'rss',
  'search',
  'sitemaps',
  'topics',
  'trackers',
]);

function* reservedNames({ collections }: Content): Iterable<EntryProblem> {
  for (const entry of collections.pages) {
    if (reserved.has(entry.id))
      yield problemIn(
        entry,
        [],
        `The address /${entry.id}/ belongs to another page of the site.`,
        'Give the file another name.',
      );
  }
  for (const entry of collections.boards) {
    if (entry.id === 'schema')
      yield problemIn(
        entry,
        [],
        'The address /leaderboards/schema/ belongs to the description of the data.',
        'Give the folder another name.',
      );
  }
}

function* editionDates({ collections }: Content, now: Date): Iterable<EntryProblem> {
  const today = now.toISOString().slice(0, 10);
  for (const entry of collections.evidence) {
    if (entry.data.date > today)
      yield problemIn(
        entry,
        ['date'],
        `The evidence of ${entry.data.date} is in the future.`,
        'Write the day on which the board was so.',
      );
  }
  for (const entry of collections.editions) {
    const date = entry.id.split('/')[1] ?? '';
    if (!isDay(date))
      yield problemIn(
        entry,
        [],
        `${date} is not a day that exists.`,
        'Name the file after the day of the edition, as YYYY-MM-DD.yaml.',
      );
    else if (date > today)
      yield problemIn(
        entry,
        [],
        `The edition of ${date} is in the future.`,
        'Name the file after the day on which the board was so.',
      );
  }
}

function* newsletterDates({ collections }: Content, now: Date): Iterable<EntryProblem> {
  const today = now.toISOString().slice(0, 10);
  for (const entry of collections.newsletters) {
    if (!isDay(entry.id))
      yield problemIn(
        entry,
        [],
        `${entry.id} is not a day that exists.`,
        'Name the file after the day of the newsletter issue, as YYYY-MM-DD.yaml.',
      );
    else if (entry.id > today)
      yield problemIn(
        entry,
        [],
        `The newsletter issue of ${entry.id} is in the future.`,
        'Name the file after the day on which the issue goes out, on that day or later.',
      );
    else if (entry.data.since > entry.id)
      yield problemIn(
        entry,
        ['since'],
        `The newsletter issue begins on ${entry.data.since}, after its own day.`,
        `Write a day up to ${entry.id}.`,
      );
  }
}

function* sameRows({ collections }: Content): Iterable<EntryProblem> {
  for (const entry of [...collections.editions, ...collections.evidence]) {
    const seen = new Map<string, number>();
    for (const [index, row] of entry.data.entries.entries()) {
      // Evidence holds the best row of each model; an edition may hold several of one.
      const [field, name] =
        'listed' in row && entry.kind === 'editions' ? ['listed', row.listed] : ['model', row.model];
      const first = seen.get(name);
      if (first === undefined) seen.set(name, index);
      else
        yield problemIn(
          entry,
          ['entries', index, field],
          `\`${name}\` appears twice ${entry.kind === 'editions' ? 'in this edition' : 'here'}, first as entry ${first + 1}.`,
          'Keep one of the two.',
        );
    }
  }
}
