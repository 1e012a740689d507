import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cache } from '#loading/cache/cache';
import { filesBelow } from '../built-site/files.ts';
import { FactsCache, stampOf } from './facts-cache.ts';
import { factsOfFile, type FileFacts } from './file-facts.ts';

/** A built site, as far as checks look at it. */
export interface BuiltSite {
  folder: string;
  /** Paths from the root, sorted. */
  files: readonly string[];
  has: (path: string) => boolean;
  bytes: (path: string) => Buffer;
  text: (path: string) => string;
  /** Changes whenever a file is written. */
  stamp: (path: string) => string;
  facts: (path: string) => FileFacts;
  /** Files that passed a check in an earlier build; undefined when everything is to be checked. */
  passed: (check: string, version: string) => Cache<true> | undefined;
}

/** Where builds keep what they found out, so that they read only what has changed. */
export interface VerifyCache {
  /** The file of a cache by its name. */
  fileOf: (name: string) => string;
  /** Names the code of the checks. */
  version: string;
}

/**
 * Reads a site for checks.
 * @param folder the built site, without a slash at its end
 * @param home address of the site, without a slash at its end
 * @param cache undefined to read every file
 */
export async function openSite(folder: string, home: string, cache?: VerifyCache): Promise<BuiltSite> {
  // The editor is no page of the site: its scripts are those of its package.
  const files = filesBelow(folder).filter((path) => !path.startsWith('/admin/'));
  const paths = new Set(files);
  const bytes = (path: string): Buffer => readFileSync(join(folder, path));
  const stamps = new Map(files.map((path) => [path, stampOf(folder, path)]));
  const stamp = (path: string): string => stamps.get(path) ?? '';
  const known = cache && new FactsCache(cache.fileOf('facts'), `${cache.version} ${home}`);
  const facts = new Map<string, FileFacts>();
  for (const path of files) {
    const found = known?.get(path, stamp(path)) ?? copied(await factsOfFile(path, bytes(path), home));
    known?.set(path, stamp(path), found);
    facts.set(path, found);
  }
  known?.save();
  return {
    folder,
    files,
    has: (path) => paths.has(path),
    bytes,
    text: (path) => bytes(path).toString('utf8'),
    stamp,
    facts: (path) => facts.get(path) ?? { faults: [] },
    passed: (check, version) => cache && new Cache<true>(cache.fileOf(check), `${cache.version} ${version}`),
  };
}

/** A slice of a text keeps the whole text in memory: thousands of pages are gigabytes. */
const copied = (facts: FileFacts): FileFacts => JSON.parse(JSON.stringify(facts)) as FileFacts;
