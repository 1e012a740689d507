import { readChecksummed, writeChecksummed } from './checksummed-file.ts';

/**
 * Results of earlier runs, by keys that name everything they follow from. What a run does not use is dropped.
 * A cache only saves work: one that cannot be read, or that another version of the code wrote, is empty.
 */
export class Cache<Value> {
  readonly #file: string;
  readonly #version: string;
  readonly #previous: ReadonlyMap<string, Value>;
  readonly #used = new Map<string, Value>();

  /**
   * @param file where it is saved
   * @param version names the code that makes the values, which are plain data as JSON knows it
   */
  constructor(file: string, version: string) {
    this.#file = file;
    this.#version = version;
    const saved = readChecksummed(file);
    this.#previous = new Map(saved?.version === version ? (saved.value as [string, Value][]) : []);
  }

  get(key: string): Value | undefined {
    return this.#used.get(key) ?? this.#previous.get(key);
  }

  /** Keeps a value for the next run. */
  set(key: string, value: Value): void {
    this.#used.set(key, value);
  }

  /** Saves what was set in this run, if it differs from what is saved. A full disk is no error. */
  save(): void {
    if (
      this.#used.size === this.#previous.size &&
      [...this.#used].every(([key, value]) => this.#previous.get(key) === value)
    )
      return;
    try {
      writeChecksummed(this.#file, this.#version, [...this.#used]);
    } catch {
      // The next run starts without it.
    }
  }
}
