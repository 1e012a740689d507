import { statSync } from 'node:fs';
import { Cache } from '#loading/cache/cache';
import { isHashed } from '../host-files/headers.ts';
import type { FileFacts } from './file-facts.ts';

/** Facts with a number for each target: pages have most of their links in common. */
type PackedFacts = Omit<FileFacts, 'targets'> & { targets?: readonly number[] };

/** Key of the list of targets; no path is like it. */
const targetsKey = '=';

/** What earlier builds found in the files of a site that have not been written since. */
export class FactsCache {
  readonly #cache: Cache<PackedFacts | readonly string[]>;
  readonly #targets: readonly string[];
  readonly #numbers = new Map<string, number>();

  /** @param version names the code that finds facts, and the address of the site */
  constructor(file: string, version: string) {
    this.#cache = new Cache(file, version);
    this.#targets = (this.#cache.get(targetsKey) as readonly string[] | undefined) ?? [];
  }

  /** @param stamp see {@link stampOf} */
  get(path: string, stamp: string): FileFacts | undefined {
    const packed = this.#cache.get(`${path} ${stamp}`) as PackedFacts | undefined;
    if (packed === undefined) return undefined;
    const { targets, ...facts } = packed;
    return targets === undefined ? facts : { ...facts, targets: targets.map((number) => this.#targets[number] ?? '') };
  }

  set(path: string, stamp: string, { targets, ...facts }: FileFacts): void {
    this.#cache.set(
      `${path} ${stamp}`,
      targets === undefined ? facts : { ...facts, targets: targets.map((target) => this.#numberOf(target)) },
    );
  }

  save(): void {
    this.#cache.set(targetsKey, [...this.#numbers.keys()]);
    this.#cache.save();
  }

  #numberOf(target: string): number {
    const number = this.#numbers.get(target) ?? this.#numbers.size;
    this.#numbers.set(target, number);
    return number;
  }
}

/** Changes whenever a file is written: its size and time. A name with a hash says by itself what the file holds. */
export function stampOf(folder: string, path: string): string {
  const { size, mtimeMs } = statSync(`${folder}${path}`);
  return isHashed(path) ? String(size) : `${size} ${mtimeMs}`;
}
