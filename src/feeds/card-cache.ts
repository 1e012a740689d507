import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const day = 86_400_000;
/** What nobody has asked for in so many milliseconds is dropped. */
const longest = 30 * day;

/**
 * Files that are made once and kept between builds.
 * What is kept is checked each time, and made again when a byte of it is wrong. What is not asked for in 30 days goes.
 */
export class FileCache {
  readonly #folder: string;
  readonly #ending: string;
  #now: number | undefined;

  constructor(folder: string, ending: string) {
    this.#folder = folder;
    this.#ending = ending;
  }

  /**
   * The file that a key stands for.
   * @param key letters and digits that name everything on which the bytes depend
   * @param make called when the file is not there
   */
  async get(key: string, make: () => Promise<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
    this.#now ??= this.#open();
    const file = join(this.#folder, key + this.#ending);
    // A small file is read at once faster than other threads are asked for it.
    const kept = readKept(file, this.#now);
    if (kept) return kept;
    const made = Buffer.from(await make());
    // Another process may make the same file: a half-written one must never be read.
    const half = `${file}.${process.pid}`;
    writeFileSync(half, Buffer.concat([digestOf(made), made]));
    renameSync(half, file);
    return made;
  }

  /**
   * Makes the folder and drops what is old.
   * @returns the time by the clock that dates its files, in milliseconds
   */
  #open(): number {
    mkdirSync(this.#folder, { recursive: true });
    const clock = join(this.#folder, `clock.${process.pid}`);
    writeFileSync(clock, '');
    const now = statSync(clock).mtimeMs;
    for (const name of readdirSync(this.#folder)) {
      const file = join(this.#folder, name);
      if (now - (timeOf(file) ?? now) > longest) rmSync(file, { force: true });
    }
    rmSync(clock);
    return now;
  }
}

/** Undefined for a file that is not there, or not whole. */
function readKept(file: string, now: number): Buffer<ArrayBuffer> | undefined {
  const time = timeOf(file);
  if (time === undefined) return undefined;
  const all = readFileSync(file);
  const content = all.subarray(digestLength);
  if (!digestOf(content).equals(all.subarray(0, digestLength))) return undefined;
  if (now - time > day) utimesSync(file, now / 1000, now / 1000);
  return content;
}

/** When a file was written or asked for last, in milliseconds; undefined when there is none. */
const timeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs;

const digestLength = 32;
const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
