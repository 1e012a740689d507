import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code that reads and checks content, and the packages that it does this with. */
const readers = ['loading', 'schemas', 'domain', 'markdown'];
const packages = ['zod', 'yaml', 'csv-parse', 'satteri', 'tldts', 'parse5', 'htmlparser2', 'feedsmith'];

/**
 * A digest of all code that decides what is read from a file and what is wrong with it.
 * @param src the folder of the code; `package.json` is next to it
 */
export function codeVersion(folders: readonly string[] = readers, src = join(import.meta.dirname, '../..')): string {
  const hash = createHash('sha256').update(process.version);
  const names = folders.flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  for (const name of names.filter((each) => each.endsWith('.ts')).sort())
    hash.update(`\n${name}\n`).update(readFileSync(join(src, name)));
  const { dependencies } = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return hash.update(`\n${packages.map((name) => `${name} ${dependencies[name]}`).join(' ')}`).digest('hex');
}
