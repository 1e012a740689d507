import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, wholeNumber } from './command-line.ts';
import { writeCorpusSite } from './corpus-site.ts';
import { hugoPath, writeHugoSite } from './hugo-site.ts';
import { measure, type Cost } from './measure.ts';

/** A way to build the same articles. */
interface Peer {
  name: string;
  folder: string;
  command: string[];
  /** A file that a correction changes. */
  article: string;
}

const values = readOptions(
  { articles: { type: 'string', default: '100,1000' }, rounds: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' }, pictures: { type: 'boolean', default: false } },
  'Usage: npm run bench -- [--articles=100,1000] [--rounds=5] [--seed=1] [--pictures]',
);
const sizes = values.articles.split(',').map((text) => wholeNumber('articles', text));
const [rounds, seed] = [wholeNumber('rounds', values.rounds), wholeNumber('seed', values.seed)];
const hasHugo = spawnSync('hugo', ['version']).status === 0;
if (!hasHugo) console.log('Hugo is not installed: nothing to compare with.');
console.log(`${cpus().length} cores; medians of ${rounds} rounds in turn; processor time of all processes.\n`);
console.log('| Articles | Site | Build | CPU s | Wall s | Peak MB | CPU to Hugo | Wall to Hugo |\n| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |');
for (const articles of sizes) await compare(articles);

/** Builds a site of so many articles cold once, and again after corrections, in turn with the peer. */
async function compare(articles: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'megaton-bench-'));
  const megaton = join(home, 'megaton');
  const paths = writeCorpusSite(process.cwd(), megaton, { articles, seed, pictures: values.pictures });
  const [article = ''] = paths;
  const peers: Peer[] = [{ name: 'Megaton', folder: megaton, command: [process.execPath, 'scripts/build.ts'], article }];
  if (hasHugo) {
    const folder = join(home, 'hugo');
    writeHugoSite(megaton, folder, paths);
    peers.push({ name: 'Hugo', folder, command: ['hugo', '--quiet', '--minify=false'], article: hugoPath(article) });
  }
  const cold = new Map<Peer, Cost[]>();
  for (const peer of peers) cold.set(peer, [await measure(peer.folder, peer.command)]);
  const edited = new Map<Peer, Cost[]>(peers.map((peer) => [peer, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const peer of peers) {
      appendFileSync(join(peer.folder, peer.article), `\nCorrected once more, round ${round}.\n`);
      edited.get(peer)?.push(await measure(peer.folder, peer.command));
    }
  }
  for (const [name, costs] of [['cold', cold], ['one article edited', edited]] as const) tell(articles, name, costs);
  rmSync(home, { recursive: true });
}

function tell(articles: number, build: string, costs: ReadonlyMap<Peer, readonly Cost[]>): void {
  const medians = [...costs].map(([peer, all]) => ({ name: peer.name, cpu: median(all, 'cpu'), wall: median(all, 'wall'), peak: median(all, 'peak') }));
  const hugo = medians.find(({ name }) => name === 'Hugo');
  const ratio = (own: number, other: number | undefined): string => (other === undefined ? '' : (own / other).toFixed(2));
  for (const { name, cpu, wall, peak } of medians) {
    console.log(`| ${articles} | ${name} | ${build} | ${cpu.toFixed(1)} | ${wall.toFixed(1)} | ${Math.round(peak / 1e6)} | ${ratio(cpu, hugo?.cpu)} | ${ratio(wall, hugo?.wall)} |`);
  }
}

function median(costs: readonly Cost[], of: keyof Cost): number {
  const sorted = costs.map((cost) => cost[of]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
