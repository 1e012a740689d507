import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstError } from '../measure.ts';

/**
 * Installs packages for a site of another kind, so that sites in folders below find them. No package runs a script.
 * @param folder made when it is missing
 * @param packages exact versions by name
 * @throws Error with npm's own words, when it does not get them
 */
export function installPeer(folder: string, packages: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: packages }),
  );
  const { status, stderr, error } = spawnSync(
    'npm',
    [
      'install',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--fetch-retries=1',
      '--loglevel=error',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0)
    throw new Error(`npm could not install it: ${firstError(stderr) ?? error?.message ?? `it ended with ${status}`}`);
}
