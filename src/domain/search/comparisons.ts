import { comparePath, pickPath } from '../site/addresses.ts';
import { isConnecting, isGeneral } from './common-words.ts';
import type { Destination } from './destination.ts';
import { newestFirst, type Names } from './names.ts';

/** Words between two models that a reader wants to compare. */
const between = new Set(['vs', 'v', 'versus', 'against', 'or', 'and', 'with', 'to', 'than', 'from']);
/** Words by which a reader asks for a comparison. */
const comparing = new Set(['compare', 'compared', 'comparison', 'difference', 'better', 'between', 'comparing']);
/** How many models of one family are paired. */
const mostModels = 12;
/** How many comparisons one query gives. */
const mostComparisons = 5;

/** Models that one side of a comparison can mean. */
interface Side {
  models: readonly Destination[];
  isExact: boolean;
}

/**
 * Comparisons that a query like `veo 3.1 vs kling 2.6` wants, best first: pages of their own, else the page on which readers
 * compare any models, with the two chosen.
 * @param terms the query in the terms of the index
 * @param destinations every page that the search leads to
 */
export function comparisonsFor(
  terms: readonly string[],
  names: Names,
  destinations: readonly Destination[],
): Destination[] {
  const [left, right] = sidesOf(terms, names, destinations) ?? [];
  if (!left || !right) return [];
  const pages = new Map(
    destinations.filter(({ kind }) => kind === 'comparison').map((destination) => [destination.path, destination]),
  );
  const pairs = left.models.flatMap((a) =>
    right.models.filter((b) => b !== a).map((b) => ({ pair: [a, b] as const, newer: [a, b].sort(newestFirst) })),
  );
  const found = pairs
    .map(({ pair, newer }) => ({ newer, page: pages.get(comparePath(idOf(pair[0]), idOf(pair[1]))) }))
    .filter(({ page }) => page !== undefined)
    // A pair is as new as the older of the two.
    .sort(
      (a, b) =>
        newestFirst(a.newer[1] ?? nothing, b.newer[1] ?? nothing) ||
        newestFirst(a.newer[0] ?? nothing, b.newer[0] ?? nothing),
    )
    .flatMap(({ page }) => page ?? []);
  if (found.length > 0) return [...new Set(found)].slice(0, mostComparisons);
  const [first] = pairs;
  return first ? [pickOf(first.pair)] : [];
}

const nothing = { day: '' } as Destination;

const idOf = ({ path }: Destination): string => path.split('/').at(-2) ?? '';

const pickOf = ([a, b]: readonly [Destination, Destination]): Destination => ({
  kind: 'comparison',
  title: `${a.title} and ${b.title}`,
  path: pickPath([idOf(a), idOf(b)]),
  day: '',
  section: 'Comparison',
  aliases: [],
  keywords: [],
});

/** Two sides with a word between them, or two exact names next to each other. */
function sidesOf(
  terms: readonly string[],
  names: Names,
  destinations: readonly Destination[],
): [Side, Side] | undefined {
  const named = terms.filter((term) => !comparing.has(term));
  const sides = (at: number, after: number): [Side, Side] | undefined => {
    const [left, right] = [named.slice(0, at), named.slice(after)].map((side) => sideOf(side, names, destinations));
    return left && right && [left, right];
  };
  for (const [index, term] of named.entries()) {
    if (!between.has(term)) continue;
    const found = sides(index, index + 1);
    if (found) return found;
  }
  for (const index of named.keys()) {
    const found = sides(index, index);
    if (found?.every(({ isExact }) => isExact)) return found;
  }
  return undefined;
}

function sideOf(terms: readonly string[], names: Names, destinations: readonly Destination[]): Side | undefined {
  const { exact, family, begun } = names.match(
    terms.filter((term) => !isConnecting(term) && !isGeneral(term)).join(''),
  );
  const modelsIn = (found: readonly Destination[]): Destination[] => found.filter(({ kind }) => kind === 'model');
  const ofMaker = (maker: Destination): Destination[] =>
    modelsIn(destinations)
      .filter(({ keywords }) => keywords.includes(maker.title))
      .sort(newestFirst);
  const exactly = modelsIn(exact);
  if (exactly.length > 0) return { models: exactly, isExact: true };
  const models = [
    modelsIn(family),
    exact.filter(({ kind }) => kind === 'provider').flatMap(ofMaker),
    modelsIn(begun),
  ].find(({ length }) => length > 0);
  return models && { models: models.slice(0, mostModels), isExact: false };
}
