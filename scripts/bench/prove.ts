import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, wholeNumber } from '../command-line.ts';
import { Proof } from './proof/proof.ts';

/** Shows by many trials that an incremental build equals a cold one, byte for byte. */
const options = readOptions(
  { articles: { type: 'string', default: '300' }, steps: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' }, every: { type: 'string', default: '1' } },
  'Usage: npm run prove -- [--articles=300] [--steps=100] [--seed=1] [--every=1]\n--every=3 compares after every third step only.',
);
const [articles, steps, seed, every] = [wholeNumber('articles', options.articles), wholeNumber('steps', options.steps), wholeNumber('seed', options.seed), wholeNumber('every', options.every)];

const home = mkdtempSync(join(tmpdir(), 'megaton-prove-'));
const proof = await Proof.begin(process.cwd(), home, { articles, seed });
console.log(`A site of ${articles} articles, seed ${seed}, below ${home}.`);
let compared = 0;
for (let step = 1; step <= steps; step += 1) {
  const done = await proof.step();
  console.log(`${step} of ${steps}: ${done.join('; ')}`);
  if (step % every !== 0 && step !== steps) continue;
  const found = await proof.compare();
  compared += 1;
  if (found.length === 0) continue;
  console.error(`${found.length} files differ from those of a build from nothing:\n${found.slice(0, 40).join('\n')}\nBoth sites are kept below ${home}.`);
  process.exit(1);
}
rmSync(home, { recursive: true });
console.log(`${steps} steps, ${compared} comparisons: the same bytes each time, Pagefind's own files excepted.`);
