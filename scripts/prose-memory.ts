import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { NamedThings } from '#markdown/asked';
import { digestOf } from './store.ts';

/** A text with which nothing is wrong as long as what it names is there. */
export interface SoundProse extends Omit<NamedThings, 'anchors'> {
  /** Stories of which a heading is linked: path, and digest of the story's file. */
  anchors: (readonly [path: string, digest: string])[];
  /** True when facts of models are shown. */
  facts: boolean;
}

/** What was learned of texts in earlier checks, by digest: most of them are never changed again. */
export class ProseMemory {
  readonly #file: string;
  readonly #owner: string;
  readonly #known: ReadonlyMap<string, SoundProse>;
  readonly #used = new Map<string, SoundProse>();

  private constructor(file: string, owner: string, known: ReadonlyMap<string, SoundProse>) {
    this.#file = file;
    this.#owner = owner;
    this.#known = known;
  }

  /**
   * @param file where it is kept; one that cannot be read, or that another version of the code wrote, counts for nothing
   * @param owner names the code
   */
  static open(file: string, owner: string): ProseMemory {
    return new ProseMemory(file, owner, read(file, owner));
  }

  /** @param digest of the story's file */
  recall(digest: string): SoundProse | undefined {
    return this.#known.get(digest);
  }

  /** Keeps it for the next check. */
  keep(digest: string, prose: SoundProse): void {
    this.#used.set(digest, prose);
  }

  /** Writes down what was kept in this check; nothing when that is what stands there. */
  save(): void {
    if (this.#used.size === this.#known.size && [...this.#used].every(([digest, prose]) => this.#known.get(digest) === prose)) return;
    const text = JSON.stringify([...this.#used]);
    mkdirSync(dirname(this.#file), { recursive: true });
    // Another check may write at the same time.
    const unfinished = `${this.#file}.${process.pid}`;
    writeFileSync(unfinished, `${this.#owner} ${digestOf(text)}\n${text}`);
    renameSync(unfinished, this.#file);
  }
}

function read(file: string, owner: string): ReadonlyMap<string, SoundProse> {
  try {
    const written = readFileSync(file, 'utf8');
    const end = written.indexOf('\n');
    const text = written.slice(end + 1);
    return written.slice(0, end) === `${owner} ${digestOf(text)}` ? new Map(JSON.parse(text) as [string, SoundProse][]) : new Map();
  } catch {
    return new Map();
  }
}
