import { createHash } from 'node:crypto';
import { decode, encode } from 'cborg';
import { gunzipSync, gzipSync } from 'fflate';
import type { CustomRecord, IndexFile } from 'pagefind';

/** Interfaces that Pagefind brings along; ours is `src/client/search-panel.ts`, and theirs would need a wider Content-Security-Policy. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u;

/** The end of the line that takes note of a lost part. */
const swallowing = 'console.error(`Failed to load the index chunk ${url}:\n${e?.toString()}`);';

/** How Pagefind orders results. */
const byScore = '(a,b)=>b.score-a.score';

/**
 * Makes the files of the search: scripts, and an index.
 * @param records everything that this index finds
 * @param older folders of the indexes of older entries, as addresses, the newest first: readers' scripts take these in
 * @returns files with paths below `pagefind/`, sorted, the same bytes for the same records
 * @throws Error when a record is refused
 */
export async function makeSearchIndex(records: readonly CustomRecord[], older: readonly string[] = []): Promise<IndexFile[]> {
  return (await filesOf(records)).map((file) => {
    if (file.path === 'pagefind-worker.js') return withText(file, mended(file));
    return file.path === 'pagefind.js' ? withText(file, `${mended(file)}export const older=${JSON.stringify(older)};`) : file;
  });
}

/** Makes the files of an index that is taken into another: scripts are there already. */
export async function makeOlderIndex(records: readonly CustomRecord[]): Promise<IndexFile[]> {
  return (await filesOf(records)).filter(({ path }) => path === 'pagefind-entry.json' || /\.pf_\w+$/u.test(path));
}

async function filesOf(records: readonly CustomRecord[]): Promise<IndexFile[]> {
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  for (const record of records) {
    const answer = await index.addCustomRecord(record);
    if (answer.errors.length > 0) throw new Error(`The search index refused ${record.url}: ${answer.errors.join('; ')}`);
  }
  const { files, errors: failures } = await index.getFiles();
  if (failures.length > 0) throw new Error(`The search index could not be written: ${failures.join('; ')}`);
  await close();
  return inOneOrder(files.filter(({ path }) => !unused.test(path)));
}

/** What is changed in the scripts of Pagefind 1.5.2: each stands there once. */
const mends: readonly (readonly [theirs: string, ours: string])[] = [
  // The loss of a part of the index is swallowed: the search then finds nothing, or too little, and says so. Here it is an
  // error, which the page tells its reader. Upstream: https://github.com/Pagefind/pagefind/pull/1329
  [swallowing, `${swallowing}throw e;`],
  // In an order of the reader's own, the score is the place in one index, and says nothing beside the places in others.
  // Indexes follow each other by date, so their lists do.
  [`.map((s)=>s.results).flat().sort(${byScore})`, `.map((s)=>s.results.sort(${byScore})).flat().sort((a,b)=>arguments[1]?.sort?0:b.score-a.score)`],
  // Filters alone do not need the words of all texts, which are megabytes.
  ['let index_array=JSON.parse(index_resp);', 'let index_array=filter_only?[]:JSON.parse(index_resp);'],
];

function mended(file: IndexFile): string {
  return mends.reduce((text, [theirs, ours]) => {
    const parts = text.split(theirs);
    if (parts.length !== 2) throw new Error(`${file.path} is not the one that this build knows how to mend: look at \`mends\` in scripts/search-index.ts.`);
    return parts.join(ours);
  }, textOf(file));
}

const textOf = ({ content }: IndexFile): string => new TextDecoder().decode(content);

const withText = ({ path }: IndexFile, text: string): IndexFile => ({ path, content: new TextEncoder().encode(text) });

/** The index of a language, as far as this file changes it: version, pages, chunks, filters, sorts, names of fields. */
type Meta = [unknown, unknown, unknown, [name: string, hash: string][], ...unknown[]];
/** One filter: for each value the numbers of the pages that have it. */
type Filter = [name: string, values: [value: string, pages: number[]][]];
interface Entry {
  languages: Record<string, { hash: string }>;
}

/**
 * Pagefind 1.5.2 writes filters and their values in an order that changes from run to run. Here they are sorted, and
 * the files that hold them, or the name of a file that holds them, get their names anew.
 */
function inOneOrder(files: readonly IndexFile[]): IndexFile[] {
  const filters = new Map<string, IndexFile>();
  const metas = new Map<string, IndexFile>();
  for (const file of files) {
    if (!file.path.endsWith('.pf_filter')) continue;
    const [label, values] = unpack<Filter>(file);
    const content = pack([label, sorted(values)] satisfies Filter);
    const name = stem(file);
    filters.set(name, { path: `filter/${nameOf(name, content)}.pf_filter`, content });
  }
  for (const file of files) {
    if (!file.path.endsWith('.pf_meta')) continue;
    const [version, pages, chunks, named, ...rest] = unpack<Meta>(file);
    const renamed = sorted(named).map(([label, hash]): [string, string] => [label, stem(found(filters, hash))]);
    const content = pack([version, pages, chunks, renamed, ...rest] satisfies Meta);
    const name = stem(file);
    metas.set(name, { path: `pagefind.${nameOf(name, content)}.pf_meta`, content });
  }
  const others = files.filter(({ path }) => !/\.pf_(?:filter|meta)$/u.test(path)).map((file) => (file.path === 'pagefind-entry.json' ? renameIn(file, metas) : file));
  return [...others, ...filters.values(), ...metas.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function renameIn(entry: IndexFile, metas: ReadonlyMap<string, IndexFile>): IndexFile {
  const parsed = JSON.parse(textOf(entry)) as Entry;
  const languages = Object.fromEntries(sorted(Object.entries(parsed.languages)).map(([language, about]) => [language, { ...about, hash: stem(found(metas, about.hash)) }]));
  return withText(entry, JSON.stringify({ ...parsed, languages }));
}

/** What stands before the data in every packed file. */
const signature = new TextEncoder().encode('pagefind_dcd');

const unpack = <Data>(file: IndexFile): Data => decode(gunzipSync(file.content).subarray(signature.length)) as Data;

// Not zlib: it gives other bytes on other processors.
const pack = (data: unknown): Uint8Array => gzipSync(Buffer.concat([signature, encode(data)]), { level: 9, mtime: 0 });

const sorted = <Pair extends [string, unknown]>(pairs: readonly Pair[]): Pair[] => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));

/** A name made of a language and a hash, as Pagefind's are. */
const nameOf = (old: string, content: Uint8Array): string => `${old.split('_')[0] ?? ''}_${createHash('sha256').update(content).digest('hex').slice(0, 10)}`;

/** `filter/en_1234567890.pf_filter` and `pagefind.en_1234567890.pf_meta` are known by the middle part. */
const stem = ({ path }: IndexFile): string => /(?:^filter\/|^pagefind\.)([^.]+)\./u.exec(path)?.[1] ?? '';

function found(files: ReadonlyMap<string, IndexFile>, name: string): IndexFile {
  const file = files.get(name);
  if (!file) throw new Error(`The search index names ${name}, which it does not hold.`);
  return file;
}
