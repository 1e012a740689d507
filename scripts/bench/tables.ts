import { names, type Build, type Outcome, type Row } from './targets.ts';
import type { Cost } from './measure.ts';

/** A site that could not be built, or not be made, and why. */
export interface Missing {
  site: string;
  why: string;
}

const titles: Record<Build, string> = { cold: 'Cold', edit: 'One article edited' };

/** A table of Markdown. The first column holds words, the others figures. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');
}

/** What builds of one kind took, with ratios of Megaton to each site. */
export function costTable(build: Build, rows: readonly Row[]): string {
  const own = rows.find(({ site }) => site === names.megaton)?.cost;
  const ratio = (kind: 'cpu' | 'wall', site: string, cost: Cost): string =>
    own && site !== names.megaton ? (own[kind] / cost[kind]).toFixed(2) : '';
  const cells = rows.map(({ site, cost }) => [
    site,
    cost.cpu.toFixed(1),
    cost.wall.toFixed(1),
    cost.peak > 0 ? String(Math.round(cost.peak / 1e6)) : '',
    ratio('cpu', site, cost),
    ratio('wall', site, cost),
  ]);
  return table([titles[build], 'CPU s', 'Wall s', 'Peak MB', 'Megaton’s CPU to it', 'Megaton’s wall to it'], cells);
}

/** Which targets are met. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const value = (number: number | undefined, unit: string): string =>
    number === undefined ? '' : `${number.toFixed(2)} ${unit}`;
  const verdict = (met: boolean | undefined): string =>
    met === undefined ? 'not measured' : met ? 'met' : '**not met**';
  const cells = outcomes.map(({ what, limit, unit, measured, met }) => [
    what,
    `${limit} ${unit}`,
    value(measured, unit),
    verdict(met),
  ]);
  return table(['Target', 'At most', 'Measured', 'Outcome'], cells);
}

/** What is not in the tables. */
export function missingLines(missing: readonly Missing[]): string {
  return missing.map(({ site, why }) => `- ${site}: ${why}`).join('\n');
}
