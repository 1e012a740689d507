import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatProblem, isError } from '#loading/problem';
import type { Collections } from '#loading/content';
import { build } from 'astro';
import type { CustomRecord } from 'pagefind';
import { openCache, sealCache } from './build-cache.ts';
import { checkContent } from './check-content.ts';
import { headersFile, policyElement, type Trusted } from './headers.ts';
import { filesBelow } from './lay-out.ts';
import { publishedStories } from './published.ts';
import { redirectsOf } from './redirects.ts';
import { makeSearchIndex } from './search-index.ts';

/** A site that must not be published, and why. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/**
 * Reads and checks all content.
 * @throws RefusedError that tells every problem
 */
export function checkedContent(root: string, now: Date): Collections {
  const { collections, problems } = checkContent(root, now, publishedStories(root));
  const errors = problems.filter(isError);
  if (errors.length > 0) throw new RefusedError([...errors.map(formatProblem), 'The site was not built: mend the content first.'].join('\n'));
  return collections;
}

/**
 * Prints every page into a folder, with Astro.
 * @param pages emptied first
 * @param cache kept for the next build
 * @returns how many pages there are, and what was wrong with the cache, in words
 */
export async function printPages(root: string, pages: string, cache: string): Promise<{ printed: number; notes: string[] }> {
  const owner = await cacheOwner(root);
  const notes = await openCache(cache, owner);
  await build({ root, outDir: pages, cacheDir: cache, logLevel: 'warn' });
  await sealCache(cache, owner);
  await dropOriginals(join(pages, '_astro'));
  return { printed: (await filesBelow(pages)).filter((path) => path.endsWith('.html')).length, notes };
}

/** `name.hash.jpg`; what is made of it is called `name.hash_more.webp`. */
const original = /\.[\w-]{8}\.(?:webp|png|jpe?g)$/u;

/**
 * Takes the writers' own pictures away, which Astro leaves beside what it made of them, those of drafts too: they may
 * tell where and by whom they were taken.
 */
async function dropOriginals(assets: string): Promise<void> {
  for (const name of await readdir(assets)) if (original.test(name)) await rm(join(assets, name));
}

/** Whatever changes how pictures and content are kept. */
async function cacheOwner(root: string): Promise<string> {
  const lock = await readFile(join(root, 'package-lock.json')).catch(() => '');
  return `${process.version} ${process.arch} ${createHash('sha256').update(lock).digest('hex')}`;
}

/**
 * Adds the files of the search to the pages.
 * @returns how many entries can be found
 */
export async function addSearch(pages: string): Promise<number> {
  const file = join(pages, 'search-records.json');
  const records = JSON.parse(await readFile(file, 'utf8')) as CustomRecord[];
  for (const { path, content } of await makeSearchIndex(records)) {
    const target = join(pages, 'pagefind', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  await rm(file);
  return records.length;
}

/**
 * Adds what the host reads: redirects and headers.
 * @returns how many redirects there are
 */
export async function addHostFiles(pages: string, collections: Collections, now: Date): Promise<number> {
  const redirects = redirectsOf(collections, now);
  const top = await readdir(pages, { withFileTypes: true });
  const names = top.map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`).sort();
  await writeFile(join(pages, '_redirects'), redirects);
  const trusted = { newsletter: collections.site[0]?.data.newsletter.action ?? '', style: await storyStyle(pages) };
  await writeFile(join(pages, '_headers'), headersFile({ ...trusted, top: names }));
  await addPolicy(join(pages, '404.html'), trusted);
  return redirects.split('\n').length - 1;
}

/** The text of the style element of stories; all carry the same. */
async function storyStyle(pages: string): Promise<string | undefined> {
  for (const section of ['news', 'reviews']) {
    for (const name of (await readdir(join(pages, section))).sort()) {
      const html = await readFile(join(pages, section, name, 'index.html'), 'utf8').catch(() => '');
      const [, style] = /<style>(.*?)<\/style>/su.exec(html) ?? [];
      if (style !== undefined) return style;
    }
  }
  return undefined;
}

/** The error page answers at addresses for which hosts have no rule. */
async function addPolicy(page: string, trusted: Trusted): Promise<void> {
  const html = await readFile(page, 'utf8');
  const [before, after, ...more] = html.split(charset);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`${page} has no place for the policy behind ${charset}.`);
  await writeFile(page, `${before}${charset}${policyElement(trusted)}${after}`);
}

const charset = '<meta charset="utf-8">';
