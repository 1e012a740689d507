import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, wholeNumber } from './command-line.ts';
import { copyCode } from './copy-code.ts';
import { writeCorpusSite } from './corpus-site.ts';
import { differences } from './differences.ts';
import { ChangingSite, harm } from './random-changes.ts';

/**
 * Proves by trial that a build which keeps what it can equals one from nothing: changes a made-up site at random, builds it
 * in place and, beside it, from nothing, and compares every byte.
 */
const options = readOptions(
  { articles: { type: 'string', default: '300' }, steps: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' }, every: { type: 'string', default: '1' } },
  'Usage: npm run prove -- [--articles=300] [--steps=300] [--seed=1] [--every=1]\n--every=3 compares after every third step only.',
);
const [articles, steps, seed, every] = [wholeNumber('articles', options.articles), wholeNumber('steps', options.steps), wholeNumber('seed', options.seed), wholeNumber('every', options.every)];
const mostChanges = 4;

const home = realpathSync(mkdtempSync(join(tmpdir(), 'megaton-prove-')));
const folder = join(home, 'site');
writeCorpusSite(process.cwd(), folder, { articles, seed, pictures: false });
const site = new ChangingSite(folder, join(process.cwd(), 'content/articles'), seed);
await build(folder);
console.log(`A site of ${articles} articles, seed ${seed}, in ${folder}.`);

for (let step = 1; step <= steps; step += 1) {
  const done = site.change(site.dice.between(1, mostChanges));
  if (site.dice.chance(0.15)) done.push(harm(site));
  console.log(`${step} of ${steps}: ${done.join('; ')}`);
  await build(folder);
  if (step % every !== 0 && step !== steps) continue;
  const found = await compareWithCold();
  if (found.length === 0) continue;
  console.error(`${found.length} files differ from those of a build from nothing:\n${found.slice(0, 40).join('\n')}\nBoth sites are kept below ${home}.`);
  process.exit(1);
}
rmSync(home, { recursive: true });
console.log(`After ${steps} steps each of ${Math.ceil(steps / every)} comparisons found the same bytes.`);

/** Builds the same content from nothing. */
async function compareWithCold(): Promise<string[]> {
  const cold = join(home, 'cold');
  rmSync(cold, { recursive: true, force: true });
  mkdirSync(cold);
  cpSync(join(folder, 'content'), join(cold, 'content'), { recursive: true });
  copyCode(folder, cold);
  await build(cold);
  return differences(realpathSync(join(folder, 'dist')), realpathSync(join(cold, 'dist')));
}

function build(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/build.ts', '--accept-loss'], { cwd: root, env: { ...process.env, SOURCE_DATE_EPOCH: site.epoch } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build of ${root} failed:\n${said}`))));
  });
}
