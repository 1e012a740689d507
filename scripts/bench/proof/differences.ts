import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../../src/integrations/built-site/files.ts';

/**
 * Files that two folders do not have in common byte for byte, in words.
 * @param counts false for files that are not compared
 */
export function differences(one: string, other: string, counts: (path: string) => boolean = () => true): string[] {
  const [here, there] = [filesBelow(one).filter(counts), filesBelow(other).filter(counts)];
  const inOther = new Set(there);
  const inOne = new Set(here);
  return [
    ...here.filter((path) => !inOther.has(path)).map((path) => `only in ${one}: ${path}`),
    ...there.filter((path) => !inOne.has(path)).map((path) => `only in ${other}: ${path}`),
    ...here
      .filter((path) => inOther.has(path) && !readFileSync(join(one, path)).equals(readFileSync(join(other, path))))
      .map((path) => `differs: ${path}`),
  ];
}
