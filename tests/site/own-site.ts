import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isTwin } from '../../scripts/media-types.ts';
import { makeProject, type Changes } from '../loading/fixture.ts';

const project = join(import.meta.dirname, '../..');

/**
 * A site of its own in a temporary folder: the code of the project with the small content of the tests.
 * Nothing is shared with the project but the packages, so that no cache of it is touched.
 * @returns the folder
 */
export function makeSite(changes: Changes = {}): string {
  const root = makeProject(changes);
  for (const part of ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) cpSync(join(project, part), join(root, part), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(project, 'node_modules'))) {
    if (name === '.bin' || !name.startsWith('.')) symlinkSync(join(project, 'node_modules', name), join(root, 'node_modules', name));
  }
  return root;
}

/** What a command of the site said. */
export interface Answer {
  status: number | null;
  out: string;
}

/** Runs a command of the site at a moment, `[script, ...arguments]`. What the test runner sets in the environment would make a development build. */
export function run(root: string, now: Date, [script, ...args]: readonly string[], environment: Record<string, string> = {}): Answer {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync('node', [`scripts/${script}.ts`, ...args], { cwd: root, encoding: 'utf8', input: '', env: { PATH, HOME, ...environment, SOURCE_DATE_EPOCH: String(Math.floor(now.getTime() / 1000)) } });
  return { status, out: `${stdout}${stderr}` };
}

/** Every file of the built site as text, by its path; what is compressed is unpacked. */
export function builtTexts(root: string): Map<string, string> {
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !isTwin(entry.name));
  return new Map(
    files.map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      return [relative(dist, join(entry.parentPath, entry.name)), text.toString('utf8')];
    }),
  );
}

/** Paths of the built files that hold a text. */
export const filesWith = (root: string, text: string): string[] => [...builtTexts(root)].filter(([, content]) => content.includes(text)).map(([path]) => path).sort();
