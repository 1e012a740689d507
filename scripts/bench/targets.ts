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
  met?: boolean | undefined;
}

interface Target {
  what: string;
  limit: number;
  unit: Outcome['unit'];
  /** The size of the sites that it is about. */
  articles: number;
  of: (cost: Lookup) => number | undefined;
}

/** What a build took; undefined when it was not measured. */
type Lookup = (articles: number, build: Build, site: string) => Cost | undefined;

/** Articles of the sites that the targets are about. */
const large = 10_000;

const words = { cold: 'cold build', edit: 'one article edited' } as const;

const targets: readonly Target[] = [
  toPeer(large, 'cold', names.eleventy, 8),
  toPeer(large, 'cold', names.hugoRelated, 1),
  toPeer(large, 'edit', names.hugo, 1.2),
  memory(large, 'cold', 1.8),
  memory(large, 'edit', 1.3),
];

function toPeer(articles: number, build: Build, peer: string, limit: number): Target {
  return {
    what: `${articles} articles, ${words[build]}: processor time to that of ${peer}`,
    limit,
    unit: '×',
    articles,
    of: (cost) => ratio(cost(articles, build, names.megaton)?.cpu, cost(articles, build, peer)?.cpu),
  };
}

function memory(articles: number, build: Build, limit: number): Target {
  return {
    what: `${articles} articles, ${words[build]}: most memory`,
    limit,
    unit: 'GB',
    articles,
    of: (cost) => {
      const peak = cost(articles, build, names.megaton)?.peak ?? 0;
      return peak > 0 ? peak / 1e9 : undefined;
    },
  };
}

const ratio = (own: number | undefined, other: number | undefined): number | undefined =>
  own === undefined || other === undefined ? undefined : own / other;

/**
 * Compares a run with every target whose size was measured in it.
 * @param rows medians of one run
 */
export function outcomes(rows: readonly Row[]): Outcome[] {
  const lookup: Lookup = (articles, build, site) =>
    rows.find((row) => row.articles === articles && row.build === build && row.site === site)?.cost;
  return targets
    .filter((target) => rows.some(({ articles }) => articles === target.articles))
    .map(({ what, limit, unit, of }) => {
      const measured = of(lookup);
      return { what, limit, unit, measured, met: measured === undefined ? undefined : measured <= limit };
    });
}
