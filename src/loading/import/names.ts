import { nearest } from '#domain/text/nearest';
import type { Collections } from '../content.ts';
import type { ImportedRow } from './rows.ts';

/** Names under which models are known, for one board. */
export interface KnownNames {
  /** What earlier editions of the board called an entry; the newest one counts. */
  earlier: ReadonlyMap<string, { model: string; name: string }>;
  /** Ids of models by other names: those on boards, their own, their ids. */
  models: ReadonlyMap<string, string>;
  /** Names of models by id. */
  names: ReadonlyMap<string, string>;
}

/** The model of a row, and what the variant is called for readers. */
export interface FoundModel {
  /** The name on the board as editions have it, which says which entries of two editions are one. */
  listed: string;
  model: string;
  name: string;
  /** True when the name for readers is the one of the table and nobody has looked at it. */
  unseen: boolean;
}

/** Everything that names models, as far as it matters to a board. */
export function knownNames(board: string, { editions, models }: Collections): KnownNames {
  const earlier = new Map<string, { model: string; name: string }>();
  const dated = editions.filter(({ id }) => id.startsWith(`${board}/`)).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { data } of dated) {
    if (data.kind !== 'scored' && data.kind !== 'voted') continue;
    for (const { listed, model, name } of data.entries) earlier.set(listed, { model, name });
  }
  const byName = new Map<string, string>();
  // Aliases last: they were written for boards.
  for (const { id, data } of models) byName.set(id, id).set(data.name, id);
  for (const { id, data } of models) for (const alias of data.listedAs) byName.set(alias, id);
  return { earlier, models: byName, names: new Map(models.map(({ id, data }) => [id, data.name])) };
}

/**
 * Finds the model of a row: by its id in the table, by what earlier editions called it, by an alias, a name or an id, and last
 * by a name that differs in capitals, spaces and signs alone.
 * @param table names on the board of all rows
 * @returns undefined when none is sure
 */
export function findModel(
  { listed, model, name }: ImportedRow,
  known: KnownNames,
  table: ReadonlySet<string>,
): FoundModel | undefined {
  const entry = known.earlier.has(listed) ? listed : (earlierSpelling(listed, known, table) ?? listed);
  const before = known.earlier.get(entry);
  const id =
    model !== undefined && known.names.has(model)
      ? model
      : (before?.model ?? known.models.get(listed) ?? bySpelling(listed, known));
  if (id === undefined) return undefined;
  const own = known.names.get(id) ?? id;
  const earlierName = before?.model === id ? before.name : undefined;
  const isOwn = spelling(own) === spelling(listed);
  return {
    listed: entry,
    model: id,
    name: name ?? earlierName ?? (isOwn ? own : listed),
    unseen: name === undefined && earlierName === undefined && !isOwn,
  };
}

/**
 * What earlier editions called an entry that the board writes with other capitals, spaces or signs now, or by its name for
 * readers, as the pages of this site do.
 */
function earlierSpelling(listed: string, { earlier }: KnownNames, table: ReadonlySet<string>): string | undefined {
  const others = [...earlier].filter(([name]) => !table.has(name));
  const byListed = others.filter(([name]) => spelling(name) === spelling(listed));
  const found = byListed.length > 0 ? byListed : others.filter(([, { name }]) => spelling(name) === spelling(listed));
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** The one model with a name that differs in nothing but capitals, spaces and signs. */
function bySpelling(listed: string, { models }: KnownNames): string | undefined {
  const found = new Set([...models].filter(([name]) => spelling(name) === spelling(listed)).map(([, id]) => id));
  return found.size === 1 ? [...found][0] : undefined;
}

const spelling = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, '');

/** The id of the model with the most similar name; undefined when none is near. */
export function nearestModel(listed: string, { models }: KnownNames): string | undefined {
  const near = nearest(listed, models.keys());
  return near === undefined ? undefined : models.get(near);
}
