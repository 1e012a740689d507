import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code that reads files, and what it takes its rules from. */
const rooms = ['loading', 'schemas', 'domain'];
/** Packages on which it depends what is read from a file. */
const packages = ['zod', 'yaml'];

/**
 * A digest of all code on which it depends what is read from a file.
 * @param src the folder of the code; `package.json` stands beside it
 */
export function codeVersion(src = join(import.meta.dirname, '..')): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of rooms.flatMap((room) => readdirSync(join(src, room)).sort().map((name) => join(room, name)))) hash.update(`\n${file}\n`).update(readFileSync(join(src, file)));
  const { dependencies } = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')) as { dependencies: Record<string, string> };
  return hash.update(`\n${packages.map((name) => `${name} ${dependencies[name]}`).join(' ')}`).digest('hex');
}
