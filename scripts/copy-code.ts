import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Parts of the project that a site is built from, without its content. */
const parts = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Gives a folder the code of the project, so that the content in it can be built.
 * @param project the project's folder
 * @param caches what is kept in `node_modules` between builds: `shared` with the project, together with the packages,
 *   or `own`, so that the first build finds nothing and the project gets nothing from it
 */
export function copyCode(project: string, folder: string, caches: 'shared' | 'own' = 'shared'): void {
  for (const part of parts) cpSync(join(project, part), join(folder, part), { recursive: true });
  const [from, to] = [join(project, 'node_modules'), join(folder, 'node_modules')];
  if (caches === 'shared') symlinkSync(from, to);
  else linkPackages(from, to);
}

/** Links packages one by one. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name.startsWith('@')) linkPackages(join(from, name), join(to, name));
    else if (!name.startsWith('.') || name === '.bin') symlinkSync(join(from, name), join(to, name));
  }
}
