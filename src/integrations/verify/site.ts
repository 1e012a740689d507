import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '#loading/cache/digest';
import { Memory } from '#loading/cache/cache';
import { filesBelow } from '../built-site/files.ts';
import { isTwin } from '../host-files/media-types.ts';

import { FactsMemory } from './facts-cache.ts';
import { factsOfFile, type FileFacts } from './file-facts.ts';

/** A built site, as far as checks look at it; each file is read once. */
export interface BuiltSite {
  folder: string;
  /** Paths from the root, without compressed twins, sorted. */
  files: readonly string[];
  twins: readonly string[];
  has: (path: string) => boolean;
  bytes: (path: string) => Buffer;
  text: (path: string) => string;
  /** SHA-256 of a file. */
  digest: (path: string) => string;
  facts: (path: string) => FileFacts;
  /** What earlier builds found out about bytes by their digest; undefined where no build is under way. */
  remember: (name: string, about: string) => Memory<true> | undefined;
}

/** What a build knows of the site that it has laid out. */
export interface KnownSite {
  /** SHA-256 of each file, by path. */
  digests: ReadonlyMap<string, string>;
  /** Where builds write down what they found out. */
  folder: string;
  /** Names the code. */
  owner: string;
  tell: (done: number, all: number) => void;
}

/**
 * Reads a site for checks.
 * @param home address of the site, without a slash at its end
 */
export async function openSite(folder: string, home: string, known?: KnownSite): Promise<BuiltSite> {
  const all = known ? [...known.digests.keys()] : filesBelow(folder);
  const files = all.filter((path) => !isTwin(path));
  const there = new Set(files);
  const bytes = (path: string): Buffer => readFileSync(join(folder, path));
  const digest = (path: string): string => known?.digests.get(path) ?? digestOf(bytes(path));
  const memory = known && new FactsMemory(join(known.folder, 'facts.json'), digestOf(`${known.owner} ${home}`));
  const facts = new Map<string, FileFacts>();
  for (const [index, path] of files.entries()) {
    const found = memory?.recall(path, digest(path)) ?? inOwnMemory(await factsOfFile(path, bytes(path), home));
    memory?.keep(path, digest(path), found);
    facts.set(path, found);
    known?.tell(index + 1, files.length);
  }
  memory?.save();
  const remember = (name: string, about: string): Memory<true> | undefined => known && new Memory<true>(join(known.folder, `${name}.json`), digestOf(`${known.owner} ${about}`));
  return { folder, files, twins: all.filter(isTwin), has: (path) => there.has(path), bytes, text: (path) => bytes(path).toString('utf8'), digest, facts: (path) => facts.get(path) ?? noFacts, remember };
}

const noFacts: FileFacts = { faults: [] };

/** A piece of a text keeps the whole text in memory: thousands of pages together are gigabytes. */
const inOwnMemory = (facts: FileFacts): FileFacts => JSON.parse(JSON.stringify(facts)) as FileFacts;
