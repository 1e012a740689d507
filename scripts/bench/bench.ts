import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTime } from '#loading/build-time';
import { Rounds } from './rounds.ts';
import { megatonSite, peerSite, peersOf, programs, type Peer, type Program } from './sites.ts';
import { costTable, missingLines, outcomeTable, type Missing } from './tables.ts';
import { outcomes, type Build, type Row } from './targets.ts';
import { readCommand, refuse, wholeNumber } from '../command-line.ts';
import { corrected, spread } from './corpus/correction.ts';
import { newestFirst, writeCorpusSite } from './corpus/corpus-site.ts';
import { namesIn, removeBuilt } from './fresh-site.ts';
import { medianCost } from './medians.ts';

const { values } = readCommand(
  `Usage: npm run bench -- [options]

Builds sites of generated articles with Megaton and with other programs, in turn, and compares what that costs.

  --articles=100,1000   sizes of the sites
  --rounds=5            builds after an edit of one article
  --cold-rounds=1       builds from nothing
  --peers=${programs.join(',')}
  --seed=1              number that the articles are generated from
  --pictures            give articles pictures`,
  {
    articles: { type: 'string', default: '100,1000' },
    rounds: { type: 'string', default: '5' },
    'cold-rounds': { type: 'string', default: '1' },
    peers: { type: 'string', default: programs.join(',') },
    seed: { type: 'string', default: '1' },
    pictures: { type: 'boolean', default: false },
  },
);
const sizes = values.articles.split(',').map((text) => wholeNumber('articles', text));
const rounds: Record<Build, number> = {
  cold: wholeNumber('cold-rounds', values['cold-rounds']),
  edit: wholeNumber('rounds', values.rounds),
};
const seed = wholeNumber('seed', values.seed);
const chosen = values.peers.split(',').map(programNamed);
const project = process.cwd();
const today = buildTime().toISOString().slice(0, 10);
const home = realpathSync(mkdtempSync(join(tmpdir(), 'megaton-bench-')));
const rows: Row[] = [];
const missing: Missing[] = [];

try {
  const peers = chosen.flatMap(peersFor);
  console.log(
    `${cpus().length} cores, Node ${process.versions.node}. Medians of builds in turn: ${rounds.cold} cold, ${rounds.edit} with one article edited. Processor time is that of all processes.`,
  );
  for (const articles of sizes) await compare(articles, peers);
  const results = outcomes(rows);
  if (results.length > 0) console.log(`\n## Targets\n\n${outcomeTable(results)}`);
  if (missing.length > 0) console.log(`\n## Not measured\n\n${missingLines(missing)}`);
} finally {
  rmSync(home, { recursive: true, force: true });
}

function programNamed(name: string): Program {
  return (
    programs.find((program) => program === name) ??
    refuse(`\`--peers\` names \`${name}\`: choose from ${programs.join(', ')}.`)
  );
}

/** None when the program cannot be had: the others are measured without it. */
function peersFor(program: Program): Peer[] {
  if (program === 'megaton') return [];
  console.error(`Making ${program} ready.`);
  try {
    return peersOf(program, project, home);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    missing.push({ site: program, why: error.message });
    return [];
  }
}

/** Builds sites of so many articles cold, and again after corrections, and reports what that took. */
async function compare(articles: number, peers: readonly Peer[]): Promise<void> {
  const megaton = join(home, 'megaton');
  const paths = newestFirst(megaton, writeCorpusSite(project, megaton, { articles, seed, pictures: values.pictures }));
  const sites = [
    ...(chosen.includes('megaton') ? [megatonSite(megaton)] : []),
    ...peers.map((peer) => peerSite(peer, megaton, paths)),
  ];
  const written = new Map(sites.map(({ folder }) => [folder, namesIn(folder)]));
  const all = new Rounds(sites, console.error);
  for (let round = 0; round < rounds.cold; round += 1) {
    await all.round('cold', `${articles} articles, cold ${round + 1} of ${rounds.cold}`, ({ folder }) =>
      removeBuilt(folder, written.get(folder) ?? new Set()),
    );
  }
  for (let round = 0; round < rounds.edit; round += 1) {
    const article = paths[spread(round, paths.length)] ?? '';
    const text = corrected(readFileSync(join(megaton, article), 'utf8'), today);
    await all.round('edit', `${articles} articles, edit ${round + 1} of ${rounds.edit}`, ({ put }) =>
      put(article, text),
    );
  }
  console.log(`\n## ${articles} articles`);
  for (const build of ['cold', 'edit'] as const) {
    const measured = all
      .builds(build)
      .map(([site, costs]): Row => ({ articles, site, build, cost: medianCost(costs) }));
    rows.push(...measured);
    if (measured.length > 0) console.log(`\n${costTable(build, measured)}`);
  }
  missing.push(...all.failures().map(([site, why]) => ({ site: `${site}, ${articles} articles`, why })));
  for (const folder of [megaton, ...sites.map((site) => site.folder)]) rmSync(folder, { recursive: true, force: true });
}
