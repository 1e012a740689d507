import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { makeProject, type Changes } from '../loading/fixture.ts';
import { addCode, run, type Ended } from '../project.ts';

/**
 * A site of its own in a temporary folder: the code of the project with the small content of the tests.
 * @returns the folder
 */
export const makeSite = (changes: Changes = {}): string => addCode(makeProject(changes));

const epochOf = (now: Date): string => String(Math.floor(now.getTime() / 1000));

/** Builds a site at a moment. */
export const buildAt = (
  root: string,
  now: Date,
  environment: Record<string, string> = {},
  killWhen?: () => boolean,
): Promise<Ended> =>
  run(
    root,
    ['node_modules/astro/bin/astro.mjs', 'build'],
    { ASTRO_TELEMETRY_DISABLED: '1', ...environment, SOURCE_DATE_EPOCH: epochOf(now) },
    killWhen,
  );

/** Runs a command for writers on the content of a site at a moment, `[script, ...arguments]`. */
export const runAt = (root: string, now: Date, [script = '', ...args]: readonly string[]): Promise<Ended> =>
  run(root, [join(process.cwd(), 'scripts/content', `${script}.ts`), ...args], { SOURCE_DATE_EPOCH: epochOf(now) });

/** Paths of the built files that hold a text, also where it is compressed. */
export function filesWith(root: string, text: string): string[] {
  const dist = join(root, 'dist');
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => decompressed(readFileSync(file)).toString('utf8').includes(text))
    .map((file) => relative(dist, file))
    .sort();
}

const decompressed = (bytes: Buffer): Buffer => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);
