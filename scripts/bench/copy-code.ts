import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Parts of the project that a site is built from, without its content. */
const parts = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Gives a folder the code of the project, so that the content in it can be built. The packages are shared; what builds keep
 * is not: it is below the folder itself.
 * @param project the project's folder
 */
export function copyCode(project: string, folder: string): void {
  for (const part of parts) cpSync(join(project, part), join(folder, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
}
