import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomRecord } from 'pagefind';
import { formatProblem, isError } from '#loading/problem';
import type { Asked, Collections } from '#loading/content';
import { digestOf } from '#loading/digest';
import { shelve } from '#loading/shelf';
import { openCache, sealCache } from './build-cache.ts';
import { checkContent } from './check-content.ts';
import { codeDigest } from './code-digest.ts';
import { filesBelow } from './files.ts';
import { headersFile } from './headers.ts';
import { makePress, openPress, UnknownPictureError, type Press } from './press.ts';
import { printSheets, storyStyle, type Printed } from './print.ts';
import type { Places } from './publish.ts';
import { publishedStories } from './published.ts';
import { redirectsOf } from './redirects.ts';
import { makeOlderIndex, makeSearchIndex } from './search-index.ts';
import { divide } from './search-parts.ts';
import type { Store } from './store.ts';

/** A site that must not be published, and why. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** Content that may be published. */
export interface CheckedContent {
  collections: Collections;
  /** What the prose of each story asks for, by path of its file. */
  asked: ReadonlyMap<string, Asked>;
}

/**
 * Reads and checks all content.
 * @throws RefusedError that tells every problem
 */
export function checkedContent(root: string, now: Date): CheckedContent {
  const { collections, asked, problems } = checkContent(root, now, publishedStories(root));
  const errors = problems.filter(isError);
  if (errors.length > 0) throw new RefusedError([...errors.map(formatProblem), 'The site was not built: mend the content first.'].join('\n'));
  return { collections, asked };
}

/** What everything that a build keeps is made of beside content. */
export const ownerOf = (): string => `${codeDigest()} ${process.env['MEGATON_PREVIEW'] === '1' ? 'preview' : 'public'}`;

/** Where pages are printed, and with what. */
export interface PagesJob {
  root: string;
  places: Pick<Places, 'press' | 'cache'>;
  store: Store;
  content: CheckedContent;
  /** What {@link ownerOf} tells. */
  owner: string;
  tell: (done: number, all: number) => void;
  note: (text: string) => void;
}

/**
 * Puts every page, feed and data file into the store, and whatever they link.
 * A press that is kept prints them where it can; else a new one is made.
 */
export async function printPages({ root, places, store, content, owner, tell, note }: PagesJob): Promise<Printed> {
  shelve(content);
  const { url, newsletter } = content.collections.site[0]?.data ?? { url: '', newsletter: { action: '' } };
  const code = digestOf(`${owner} ${url}`);
  const key = digestOf(`${code} ${inputsDigest(root)}`);
  const print = async (press: Press): Promise<Printed> => printSheets(press, { sheets: await press.sheets(), store, code, newsletter: newsletter.action, tell });
  const kept = await openPress(places.press, key, (path) => store.has(path));
  if (typeof kept === 'string') {
    if (kept !== '') note(kept);
  } else if (!store.keepsGroup('assets', key)) {
    note('Files of the bundled code are damaged or gone: it is bundled anew.');
  } else {
    try {
      return await print(kept);
    } catch (error) {
      if (!(error instanceof UnknownPictureError)) throw error;
      note('A picture is needed in a new size: the code is bundled anew, which makes it.');
    }
  }
  let printed: Printed = { pages: 0, files: 0, made: 0 };
  const tools = toolsOf(root);
  for (const told of await openCache(places.cache, tools)) note(told);
  await makePress({
    root,
    folder: places.press,
    cache: places.cache,
    key,
    code,
    print: async (press, assets) => {
      store.putGroup('assets', key, assets.map(({ path, file }) => [path, readFileSync(file)]));
      printed = await print(press);
    },
    takePictures: (pictures) => {
      for (const { path, file } of pictures) store.offer(path, readFileSync(file));
    },
  });
  await sealCache(places.cache, tools);
  return printed;
}

/** What decides how pictures are made, beside the pictures themselves. */
const toolsOf = (root: string): string => `${process.version} ${process.arch} ${digestOf(readFileSync(join(root, 'package-lock.json')))}`;

/** Files of the content that are bundled with the code, and files that are taken over as they are. */
const bundled = /\.(?:mdx|webp|png|jpe?g)$/u;

function inputsDigest(root: string): string {
  const inputs = ['content', 'public'].flatMap((folder) => filesBelow(join(root, folder)).filter((path) => folder === 'public' || bundled.test(path)).map((path) => folder + path));
  return digestOf(inputs.map((path) => `${path} ${digestOf(readFileSync(join(root, path)))}`).join('\n'));
}

/** Where the pages put what can be found; not a part of the site. */
const recordsFolder = '/search-records/';

const isForBuild = (path: string): boolean => path.startsWith(recordsFolder);

/** Paths of the files that readers are given, sorted, with the SHA-256 of each. */
export const sitePaths = (store: Store): Map<string, string> => new Map([...store.paths()].filter(([path]) => !isForBuild(path)));

/** The search of a site. */
export interface AddedSearch {
  /** How many pages can be found. */
  entries: number;
  indexes: number;
  /** How many of the indexes are as they were. */
  kept: number;
}

/**
 * Adds the files of the search; an index is made only when something that it finds has changed.
 * @param size files of records in one index; for tests
 */
export async function addSearch(store: Store, size?: number): Promise<AddedSearch> {
  const digests = new Map([...store.paths()].filter(([path]) => isForBuild(path)));
  const read = (path: string): CustomRecord[] => JSON.parse(store.read(path).toString('utf8')) as CustomRecord[];
  const parts = divide([...digests.keys()].sort((a, b) => numberIn(a) - numberIn(b)), read, size);
  const newest = parts.length - 1;
  const folders = parts.map((_, index) => (index === newest ? '/pagefind/' : `/pagefind/older/${index + 1}/`));
  const older = folders.slice(0, -1).reverse();
  let [entries, kept] = [0, 0];
  for (const [index, { files, others }] of parts.entries()) {
    const folder = folders[index] ?? '';
    const key = digestOf(JSON.stringify([files.map((path) => digests.get(path)), others, index === newest && older]));
    if (store.keepsGroup(folder, key)) kept += 1;
    else {
      const records = [...files.flatMap(read), ...others];
      const made = await (index === newest ? makeSearchIndex(records, older) : makeOlderIndex(records));
      store.putGroup(folder, key, made.map(({ path, content }) => [folder + path, content]));
    }
    entries += pageCount(store.read(`${folder}pagefind-entry.json`));
  }
  return { entries, indexes: parts.length, kept };
}

const numberIn = (path: string): number => Number(/\d+/u.exec(path)?.[0]);

const pageCount = (entry: Buffer): number => Object.values((JSON.parse(entry.toString('utf8')) as { languages: Record<string, { page_count: number }> }).languages).reduce((sum, { page_count }) => sum + page_count, 0);

/**
 * Adds what the host reads: redirects and headers.
 * @returns how many redirects there are
 */
export function addHostFiles(store: Store, collections: Collections, now: Date): number {
  const redirects = redirectsOf(collections, now);
  const paths = [...sitePaths(store).keys()];
  const top = new Set([...paths, '/_headers', '/_redirects'].map((path) => path.replace(/^\/([^/]+\/?).*$/u, '$1')));
  top.delete('_headers');
  top.delete('_redirects');
  const put = (path: string, text: string): boolean => store.put(path, Buffer.from(text), { key: '' });
  put('/_redirects', redirects);
  const trusted = { newsletter: collections.site[0]?.data.newsletter.action ?? '', style: storyStyle(paths.map((path) => ({ path })), store) };
  put('/_headers', headersFile({ ...trusted, top: [...top].sort() }));
  return redirects.split('\n').length - 1;
}
