import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Proof } from './proof.ts';

/**
 * Makes random changes to a site of generated articles and compares the incremental build after each with a cold one.
 * @param every compare after every so many steps, and after the last
 * @returns true when the bytes are the same each time, Pagefind's own files excepted; else both sites are kept
 */
export async function proveChanges({
  articles,
  steps,
  seed,
  every,
}: Record<'articles' | 'steps' | 'seed' | 'every', number>): Promise<boolean> {
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
    console.error(
      `${found.length} files differ from those of a cold build:\n${found.slice(0, 40).join('\n')}\nBoth sites are kept below ${home}.`,
    );
    return false;
  }
  rmSync(home, { recursive: true });
  console.log(`${steps} steps, ${compared} comparisons: the same bytes each time, Pagefind's own files excepted.`);
  return true;
}
