import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** A value with the digest of the bytes that it was read from. */
interface Kept<Value> {
  digest: string;
  value: Value;
}

/**
 * What was read from files, kept between runs, so that a file whose bytes are the same is not taken apart again.
 * A cache that is gone, broken, or of another version is an empty one: it never gives what would not be read.
 */
export class ReadCache<Value> {
  readonly #file: string;
  readonly #head: Buffer;
  #kept: Map<string, Kept<Value>> | undefined;
  readonly #asked = new Map<string, Kept<Value>>();
  #isNew = false;

  /**
   * @param file where it is kept
   * @param version names everything beside the bytes on which values depend
   */
  constructor(file: string, version: string) {
    this.#file = file;
    this.#head = Buffer.from(`${version}\n`);
  }

  /** What was read from the file `name` when its bytes had this digest; undefined when that is not known. */
  get(name: string, digest: string): Value | undefined {
    this.#kept ??= this.#open();
    const found = this.#asked.get(name) ?? this.#kept.get(name);
    if (found?.digest !== digest) return undefined;
    this.#asked.set(name, found);
    return found.value;
  }

  /** Keeps what was read; the value must be of plain data. */
  set(name: string, digest: string, value: Value): void {
    this.#asked.set(name, { digest, value });
    this.#isNew = true;
  }

  /** Saves what was asked for or set, and nothing else. A disk that takes no cache is no fault. */
  save(): void {
    if (!this.#isNew && this.#asked.size === (this.#kept?.size ?? 0)) return;
    const half = `${this.#file}.${process.pid}`;
    try {
      const body = serialize(this.#asked);
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(half, Buffer.concat([this.#head, sumOf(body), body]));
      renameSync(half, this.#file);
    } catch {
      rmSync(half, { force: true });
    }
    this.#kept = this.#asked;
    this.#isNew = false;
  }

  #open(): Map<string, Kept<Value>> {
    try {
      const all = readFileSync(this.#file);
      const [start, end] = [this.#head.length, this.#head.length + sumLength];
      const body = all.subarray(end);
      if (all.subarray(0, start).equals(this.#head) && all.subarray(start, end).equals(sumOf(body))) return deserialize(body) as Map<string, Kept<Value>>;
    } catch {
      // No cache, or one of another version of the serialiser.
    }
    return new Map();
  }
}

const sumLength = 32;
const sumOf = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest();

/** Changes whenever the bytes do. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

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
