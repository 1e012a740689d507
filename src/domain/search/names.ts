import { destinationKinds, type Destination } from './destination.ts';
import { nameKeys, type NameKey } from './terms.ts';

interface Name extends NameKey {
  destination: Destination;
  isTitle: boolean;
}

/** Pages by how well their names answer a query. */
export interface Named {
  /** The query is the name. */
  exact: Destination[];
  /** The name begins with the query and goes on with another word: the models of a family. */
  family: Destination[];
  /** The name begins with the query, in the middle of a word or number. */
  begun: Destination[];
}

/** The names of all pages but stories, with blanks, dots and hyphens ignored. */
export class Names {
  readonly #exact: ReadonlyMap<string, Name[]>;
  readonly #all: readonly Name[];

  constructor(destinations: readonly Destination[]) {
    this.#all = destinations
      .filter(({ kind }) => kind !== 'story' && kind !== 'comparison')
      .flatMap((destination) => [
        ...nameKeys(destination.title).map((key) => ({ ...key, destination, isTitle: true })),
        ...destination.aliases.flatMap(nameKeys).map((key) => ({ ...key, destination, isTitle: false })),
      ]);
    const exact = new Map<string, Name[]>();
    for (const name of this.#all) exact.set(name.key, [...(exact.get(name.key) ?? []), name]);
    this.#exact = exact;
  }

  /** @param key a query in letters and figures alone, as `nameKeys` makes them */
  match(key: string): Named {
    const found = new Set<Destination>();
    const take = (names: readonly Name[]): Destination[] => {
      const taken = names.map(({ destination }) => destination).filter((destination) => !found.has(destination));
      for (const destination of taken) found.add(destination);
      return [...new Set(taken)];
    };
    if (key === '') return { exact: [], family: [], begun: [] };
    const exact = take(
      [...(this.#exact.get(key) ?? [])].sort((a, b) => Number(b.isTitle) - Number(a.isTitle) || byName(a, b)),
    );
    const begun = this.#all.filter((name) => name.key.startsWith(key)).sort(byName);
    return { exact, family: take(begun.filter(({ ends }) => ends.has(key.length))), begun: take(begun) };
  }
}

/** Models by their titles, then by their other names, newest first; then other kinds: the shortest name, which the query fills best. */
function byName(a: Name, b: Name): number {
  const kind = byKind(a.destination, b.destination);
  if (kind !== 0) return kind;
  if (a.destination.kind !== 'model') return a.key.length - b.key.length;
  return Number(b.isTitle) - Number(a.isTitle) || newestFirst(a.destination, b.destination);
}

/** Those without a day last. */
export const newestFirst = (a: Destination, b: Destination): number => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0);

/** In the order of the list of kinds. */
export const byKind = (a: Destination, b: Destination): number =>
  destinationKinds.indexOf(a.kind) - destinationKinds.indexOf(b.kind);
