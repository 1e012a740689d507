import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.ts';

const folders = ['src', 'scripts'];
const files = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

const root = join(import.meta.dirname, '..');

/**
 * Digest of everything but content that decides what a build makes: this code, the versions of the packages and of the
 * runtime.
 */
export function codeDigest(): string {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}\n`);
  for (const path of [...folders.flatMap((folder) => filesBelow(join(root, folder)).map((path) => folder + path)), ...files]) {
    hash.update(`${path}\n`).update(bytesOf(join(root, path))).update('\n');
  }
  return hash.digest('base64url');
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
