import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** Astro builds for tests when it sees that it is inside one: what shows it is left out. */
export const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|TEST|DEV|PROD|MODE|SSR|BASE_URL)/u.test(name)),
  );

/** Starts `astro build` in a folder. */
function startBuild(root: string, env: Record<string, string>) {
  return spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    env: { ...plainEnvironment(), ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
}

/**
 * Builds the site of a folder in a process of its own.
 * @param env next to the environment of this process
 * @returns the output of the build
 * @throws Error with the output of the build, when it fails
 */
export function buildSite(root: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = startBuild(root, env);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
    child.once('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`The build of ${root} failed:\n${output}`)),
    );
  });
}

/**
 * Starts a build and kills it as a crash would.
 * @param milliseconds from its start to its end
 */
export async function killedBuild(root: string, env: Record<string, string>, milliseconds: number): Promise<void> {
  const child = startBuild(root, env);
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([wait(milliseconds), ended]);
  child.kill('SIGKILL');
  await ended;
}
