import type { Cost } from './measure.ts';

/** Kinds of builds: without anything kept, and after one article was corrected. */
export type Build = 'cold' | 'edit';

/** What builds of one kind of one site took: medians. */
export interface Row {
  articles: number;
  /** Name of the site. */
  site: string;
  build: Build;
  cost: Cost;
}

/** Names of the sites as tables show them. */
export const names = {
  megaton: 'Megaton',
  withoutSearch: 'Megaton without the full-text search',
  hugo: 'Hugo',
  hugoRelated: 'Hugo, related stories',
  eleventy: 'Eleventy',
  astro: 'Astro, defaults',
} as const;

/** What Megaton must keep to, and what it does. */
export interface Outcome {
  /** What is measured, in words. */
  what: string;
  /** The most that is allowed. */
  limit: number;
  /** `GB`, or a multiple. */
  unit: '×' | 'GB';
  /** Undefined when the site to compare with was not measured. */
  measured?: number | undefined;
  /** The same without Megaton's full-text search, where that is known. */
  withoutSearch?: number | undefined;
  met?: boolean | undefined;
}

interface Target {
  what: string;
  limit: number;
  unit: Outcome['unit'];
  /** Sizes that must be measured for it to be asked at all. */
  sizes: readonly number[];
  /** @param site the row of Megaton that is judged */
  of: (cost: Lookup, site: string) => number | undefined;
}

/** What a build took; undefined when it was not measured. */
type Lookup = (articles: number, build: Build, site: string) => Cost | undefined;

const [small, large] = [1000, 10_000];

const words = { cold: 'cold build', edit: 'one article edited', cpu: 'processor', wall: 'clock' } as const;

const targets: readonly Target[] = [
  ...[names.hugo, names.hugoRelated].flatMap((peer) => [
    toPeer(large, 'edit', 'cpu', peer, 0.4),
    toPeer(large, 'edit', 'wall', peer, 0.5),
    toPeer(small, 'edit', 'cpu', peer, 2),
    toPeer(large, 'cold', 'cpu', peer, 2),
  ]),
  toPeer(large, 'edit', 'cpu', names.astro, 0.1),
  toPeer(large, 'cold', 'cpu', names.eleventy, 1.4),
  { what: `Most memory at ${large} articles`, limit: 1, unit: 'GB', sizes: [large], of: mostMemory },
  growth('cold', large / small),
  growth('edit', 2),
];

function toPeer(articles: number, build: Build, kind: 'cpu' | 'wall', peer: string, limit: number): Target {
  return {
    what: `${articles} articles, ${words[build]}: ${words[kind]} time to that of ${peer}`,
    limit,
    unit: '×',
    sizes: [articles],
    of: (cost, site) => ratio(cost(articles, build, site)?.[kind], cost(articles, build, peer)?.[kind]),
  };
}

function growth(build: Build, limit: number): Target {
  return {
    what: `From ${small} to ${large} articles, ${words[build]}: growth of processor time`,
    limit,
    unit: '×',
    sizes: [small, large],
    of: (cost, site) => ratio(cost(large, build, site)?.cpu, cost(small, build, site)?.cpu),
  };
}

function mostMemory(cost: Lookup, site: string): number | undefined {
  const peak = Math.max(cost(large, 'cold', site)?.peak ?? 0, cost(large, 'edit', site)?.peak ?? 0);
  return peak > 0 ? peak / 1e9 : undefined;
}

const ratio = (own: number | undefined, other: number | undefined): number | undefined => (own === undefined || other === undefined ? undefined : own / other);

/**
 * Judges a run by every target whose sizes were measured in it.
 * @param rows medians of one run
 */
export function outcomes(rows: readonly Row[]): Outcome[] {
  const sizes = new Set(rows.map(({ articles }) => articles));
  const lookup: Lookup = (articles, build, site) => rows.find((row) => row.articles === articles && row.build === build && row.site === site)?.cost;
  return targets
    .filter((target) => target.sizes.every((size) => sizes.has(size)))
    .map(({ what, limit, unit, of }) => {
      const measured = of(lookup, names.megaton);
      return { what, limit, unit, measured, withoutSearch: of(lookup, names.withoutSearch), met: measured === undefined ? undefined : measured <= limit };
    });
}
