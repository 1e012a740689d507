import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { plainEnvironment } from '../scripts/bench/build-site.ts';
import { copyCode } from '../scripts/bench/copy-code.ts';

/**
 * Makes a folder that holds `content/` a whole project, which can be built and broken.
 * @returns the same folder, by its real path
 */
export function addCode(folder: string): string {
  const root = realpathSync(folder);
  copyCode(process.cwd(), root);
  return root;
}

/** How a command ended, and what it said. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  said: string;
}

/**
 * Runs `node` in a folder.
 * @param killWhen the process is killed as soon as this is true, as by a lack of memory
 */
export function run(
  root: string,
  args: readonly string[],
  env: Record<string, string> = {},
  killWhen?: () => boolean,
): Promise<Ended> {
  return new Promise((end) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...plainEnvironment(), ...env } });
    const timer = setInterval(() => killWhen?.() && child.kill('SIGKILL'), 5);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    child.once('close', (code, signal) => {
      clearInterval(timer);
      end({ code, signal, said });
    });
  });
}

/** SHA-256 of each file of a folder, by path. */
export function digestsOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const digests = entries
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): [string, string] => [
      file.slice(folder.length + 1),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]);
  return Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1)));
}
