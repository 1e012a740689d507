import { spawn } from 'node:child_process';

/** Astro builds for tests when it sees that it is inside one: what tells it is left out. */
export const plainEnvironment = (): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|TEST|DEV|PROD|MODE|SSR|BASE_URL)/u.test(name)));

/**
 * Builds the site of a folder in a process of its own.
 * @param env beside the environment of this process
 * @param options of the build, such as `--accept-loss`
 * @throws Error with what the build said, when it fails
 */
export function buildSite(root: string, env: Record<string, string>, options: readonly string[] = []): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/build.ts', ...options], { cwd: root, env: { ...plainEnvironment(), ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build of ${root} failed:\n${said}`))));
  });
}
