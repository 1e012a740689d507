import { Memory } from '#loading/cache/cache';
import type { FileFacts } from './file-facts.ts';

/** Facts with a number for each target: pages have most of their links in common. */
type PackedFacts = Omit<FileFacts, 'targets'> & { targets?: readonly number[] };

/** Key of the list of targets; no path begins like it. */
const wordsKey = '=';

/** What earlier builds found in the files of a site, by path and bytes. */
export class FactsMemory {
  readonly #memory: Memory<PackedFacts | readonly string[]>;
  readonly #words: readonly string[];
  readonly #numbers = new Map<string, number>();

  /** @param owner names the code and the address of the site */
  constructor(file: string, owner: string) {
    this.#memory = new Memory(file, owner);
    this.#words = (this.#memory.recall(wordsKey) as readonly string[] | undefined) ?? [];
  }

  recall(path: string, digest: string): FileFacts | undefined {
    const packed = this.#memory.recall(`${path} ${digest}`) as PackedFacts | undefined;
    if (packed === undefined) return undefined;
    const { targets, ...facts } = packed;
    return targets === undefined ? facts : { ...facts, targets: targets.map((number) => this.#words[number] ?? '') };
  }

  keep(path: string, digest: string, { targets, ...facts }: FileFacts): void {
    this.#memory.keep(`${path} ${digest}`, targets === undefined ? facts : { ...facts, targets: targets.map((target) => this.#numberOf(target)) });
  }

  save(): void {
    this.#memory.keep(wordsKey, [...this.#numbers.keys()]);
    this.#memory.save();
  }

  #numberOf(word: string): number {
    const number = this.#numbers.get(word) ?? this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }
}
