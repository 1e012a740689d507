import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf } from './digest.ts';

/** What a sealed file holds. */
interface Sealed {
  owner: string;
  value: unknown;
}

/**
 * Writes a value to a file that shows by itself whether it is whole. A reader sees the old file or the new one.
 * @param owner names everything that must be the same for the value to be of use
 * @param value plain data, as JSON knows it
 */
export function writeSealed(file: string, owner: string, value: unknown): void {
  const text = JSON.stringify({ owner, value } satisfies Sealed);
  // Another process may write at the same time.
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, `${digestOf(text)}\n${text}`);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Reads what {@link writeSealed} wrote; undefined for a file that is gone, cut off or changed by hand. */
export function readSealed(file: string): Sealed | undefined {
  try {
    const written = readFileSync(file, 'utf8');
    const end = written.indexOf('\n');
    const text = written.slice(end + 1);
    return digestOf(text) === written.slice(0, end) ? (JSON.parse(text) as Sealed) : undefined;
  } catch {
    return undefined;
  }
}
