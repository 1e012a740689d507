import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf } from './digest.ts';

interface Contents {
  version: string;
  value: unknown;
}

/**
 * Writes a value to a file whose first line is a checksum of the rest. A reader sees the old file or the new one.
 * @param version names everything that must be the same for the value to be of use
 * @param value plain data, as JSON knows it
 * @throws Error when the file cannot be written
 */
export function writeChecksummed(file: string, version: string, value: unknown): void {
  const text = JSON.stringify({ version, value } satisfies Contents);
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

/** Reads what {@link writeChecksummed} wrote; undefined for a file that is missing, cut off or changed by hand. */
export function readChecksummed(file: string): Contents | undefined {
  try {
    const written = readFileSync(file, 'utf8');
    const end = written.indexOf('\n');
    const text = written.slice(end + 1);
    return digestOf(text) === written.slice(0, end) ? (JSON.parse(text) as Contents) : undefined;
  } catch {
    return undefined;
  }
}
