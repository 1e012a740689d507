import { names, type Build, type Outcome, type Row } from './targets.ts';
import type { Stage } from '../build-stages.ts';
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
  const ratio = (kind: 'cpu' | 'wall', site: string, cost: Cost): string => (own && site !== names.megaton && site !== names.withoutSearch ? (own[kind] / cost[kind]).toFixed(2) : '');
  const cells = rows.map(({ site, cost }) => [site, cost.cpu.toFixed(1), cost.wall.toFixed(1), cost.peak > 0 ? String(Math.round(cost.peak / 1e6)) : '', ratio('cpu', site, cost), ratio('wall', site, cost)]);
  return table([titles[build], 'CPU s', 'Wall s', 'Peak MB', 'Megaton’s CPU to it', 'Megaton’s wall to it'], cells);
}

/** Where the time of a build of Megaton goes. A stage that takes more than a tenth of it is marked. */
export function stageTable(build: Build, stages: readonly Stage[], whole: Cost): string {
  const known = stages.reduce((sum, { cpu, wall }) => ({ cpu: sum.cpu + cpu, wall: sum.wall + wall }), { cpu: 0, wall: 0 });
  const rest = { name: 'Start, end and what no stage tells', cpu: Math.max(0, whole.cpu - known.cpu), wall: Math.max(0, whole.wall - known.wall) };
  const cells = [...stages, rest].map(({ name, cpu, wall }) => {
    const shares = [cpu / whole.cpu, wall / whole.wall];
    return [Math.max(...shares) > 0.1 ? `**${name}**` : name, cpu.toFixed(1), wall.toFixed(1), ...shares.map(percent)];
  });
  return table([`Megaton, ${titles[build].toLowerCase()}`, 'CPU s', 'Wall s', 'of CPU', 'of wall'], cells);
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Which targets are met. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const value = (number: number | undefined, unit: string): string => (number === undefined ? '' : `${number.toFixed(2)} ${unit}`);
  const verdict = (met: boolean | undefined): string => (met === undefined ? 'not measured' : met ? 'met' : '**not met**');
  const cells = outcomes.map(({ what, limit, unit, measured, withoutSearch, met }) => [what, `${limit} ${unit}`, value(measured, unit), verdict(met), value(withoutSearch, unit)]);
  return table(['Target', 'At most', 'Measured', 'Outcome', 'Without the full-text search'], cells);
}

/** What is not in the tables. */
export function missingLines(missing: readonly Missing[]): string {
  return missing.map(({ site, why }) => `- ${site}: ${why}`).join('\n');
}
