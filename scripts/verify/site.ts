import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../files.ts';
import { isTwin } from '../media-types.ts';
import { factsOf, type PageFacts } from './page-facts.ts';

/** A built site, as far as checks look at it; each page is parsed once. */
export interface BuiltSite {
  folder: string;
  /** Paths from the root, without compressed twins, sorted. */
  files: readonly string[];
  twins: readonly string[];
  has: (path: string) => boolean;
  bytes: (path: string) => Buffer;
  text: (path: string) => string;
  pages: readonly PageFacts[];
}

export async function openSite(folder: string): Promise<BuiltSite> {
  const all = filesBelow(folder);
  const files = all.filter((path) => !isTwin(path));
  const known = new Set(files);
  const bytes = (path: string): Buffer => readFileSync(join(folder, path));
  const text = (path: string): string => bytes(path).toString('utf8');
  return { folder, files, twins: all.filter(isTwin), has: (path) => known.has(path), bytes, text, pages: files.filter((path) => path.endsWith('.html')).map((path) => factsOf(addressOf(path), text(path))) };
}

/** `/news/index.html` is `/news/`. */
export const addressOf = (path: string): string => path.replace(/(?:^|(?<=\/))index\.html$/u, '');

/** The file behind an address. */
export const fileOf = (address: string): string => (address.endsWith('/') ? `${address}index.html` : address);
