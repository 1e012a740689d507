import { readSealed, writeSealed } from './sealed-file.ts';

/**
 * What was found out in earlier runs, by keys that name everything it follows from. What a run does not use is forgotten.
 * A memory only saves work: one that cannot be read, or that another version of the code wrote, is empty.
 */
export class Memory<Value> {
  readonly #file: string;
  readonly #owner: string;
  readonly #known: ReadonlyMap<string, Value>;
  readonly #used = new Map<string, Value>();

  /**
   * @param file where it is kept
   * @param owner names the code that makes the values, which are plain data as JSON knows it
   */
  constructor(file: string, owner: string) {
    this.#file = file;
    this.#owner = owner;
    const sealed = readSealed(file);
    this.#known = new Map(sealed?.owner === owner ? (sealed.value as [string, Value][]) : []);
  }

  recall(key: string): Value | undefined {
    return this.#used.get(key) ?? this.#known.get(key);
  }

  /** Keeps a value for the next run. */
  keep(key: string, value: Value): void {
    this.#used.set(key, value);
  }

  /** Writes down what was kept in this run; nothing when that is what stands there. A disk that takes nothing is no fault. */
  save(): void {
    if (this.#used.size === this.#known.size && [...this.#used].every(([key, value]) => this.#known.get(key) === value)) return;
    try {
      writeSealed(this.#file, this.#owner, [...this.#used]);
    } catch {
      // The next run finds out again.
    }
  }
}
