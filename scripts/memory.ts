import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf } from './store.ts';

/**
 * What was found out in earlier runs, by keys that name everything it follows from. What a run does not use is forgotten.
 * A memory only saves work: one that cannot be read, or that another version of the code wrote, is empty.
 */
export class Memory<Value> {
  readonly #file: string;
  readonly #owner: string;
  readonly #known: ReadonlyMap<string, Value>;
  readonly #used = new Map<string, Value>();

  private constructor(file: string, owner: string, known: ReadonlyMap<string, Value>) {
    this.#file = file;
    this.#owner = owner;
    this.#known = known;
  }

  /** @param owner names the code that made the values; without blanks at its end */
  static open<Value>(file: string, owner: string): Memory<Value> {
    return new Memory<Value>(file, owner, read<Value>(file, owner));
  }

  recall(key: string): Value | undefined {
    return this.#known.get(key);
  }

  /** Keeps a value for the next run. */
  keep(key: string, value: Value): void {
    this.#used.set(key, value);
  }

  /** Writes down what was kept in this run; nothing when that is what stands there. */
  save(): void {
    if (this.#used.size === this.#known.size && [...this.#used].every(([key, value]) => this.#known.get(key) === value)) return;
    const text = JSON.stringify([...this.#used]);
    mkdirSync(dirname(this.#file), { recursive: true });
    // Another run may write at the same time.
    const unfinished = `${this.#file}.${process.pid}`;
    writeFileSync(unfinished, `${this.#owner} ${digestOf(text)}\n${text}`);
    renameSync(unfinished, this.#file);
  }
}

function read<Value>(file: string, owner: string): ReadonlyMap<string, Value> {
  try {
    const written = readFileSync(file, 'utf8');
    const end = written.indexOf('\n');
    const text = written.slice(end + 1);
    return written.slice(0, end) === `${owner} ${digestOf(text)}` ? new Map(JSON.parse(text) as [string, Value][]) : new Map();
  } catch {
    return new Map();
  }
}
