import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isTwin } from '../../src/integrations/host-files/media-types.ts';
import { makeProject, type Changes } from '../loading/fixture.ts';
import { addCode, run, type Ended } from '../project.ts';

/**
 * A site of its own in a temporary folder: the code of the project with the small content of the tests.
 * @returns the folder
 */
export const makeSite = (changes: Changes = {}): string => addCode(makeProject(changes));

/** Runs a command of the site at a moment, `[script, ...arguments]`. */
export function runAt(root: string, now: Date, [script, ...args]: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return run(root, [`scripts/${script}.ts`, ...args], { ...environment, SOURCE_DATE_EPOCH: String(Math.floor(now.getTime() / 1000)) });
}

/** Paths of the built files that hold a text, also where it is compressed. */
export function filesWith(root: string, text: string): string[] {
  const dist = join(root, 'dist');
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isTwin(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => unpacked(readFileSync(file)).toString('utf8').includes(text))
    .map((file) => relative(dist, file))
    .sort();
}

const unpacked = (bytes: Buffer): Buffer => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);
