import { createHash } from 'node:crypto';
import { decode, encode } from 'cborg';
import { gunzipSync, gzipSync } from 'fflate';
import type { CustomRecord, IndexFile } from 'pagefind';

/** Interfaces that Pagefind brings along; ours is `src/client/search-panel.ts`, and theirs would need a wider Content-Security-Policy. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u;

/**
 * Makes the files of the search.
 * @param records everything that can be found
 * @returns files with paths below `pagefind/`, sorted, the same bytes for the same records
 * @throws Error when a record is refused
 */
export async function makeSearchIndex(records: readonly CustomRecord[]): Promise<IndexFile[]> {
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
  return inOneOrder(files.filter(({ path }) => !unused.test(path)).map(tellFailures));
}

/**
 * Pagefind 1.5.2 swallows the loss of a part of its index: the search then finds nothing, or too little, and says so.
 * Here a lost part is an error, which the page tells its reader. Upstream: https://github.com/Pagefind/pagefind/pull/1329
 */
function tellFailures(file: IndexFile): IndexFile {
  if (!/^pagefind(?:-worker)?\.js$/u.test(file.path)) return file;
  const parts = new TextDecoder().decode(file.content).split(swallowing);
  if (parts.length !== 2) throw new Error(`${file.path} is not the one that this build knows how to mend: look at tellFailures in scripts/search-index.ts.`);
  return { path: file.path, content: new TextEncoder().encode(parts.join(`${swallowing}throw e;`)) };
}

/** The end of the line that takes note of a lost part. */
const swallowing = 'console.error(`Failed to load the index chunk ${url}:\n${e?.toString()}`);';

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
  const parsed = JSON.parse(new TextDecoder().decode(entry.content)) as Entry;
  const languages = Object.fromEntries(sorted(Object.entries(parsed.languages)).map(([language, about]) => [language, { ...about, hash: stem(found(metas, about.hash)) }]));
  return { path: entry.path, content: new TextEncoder().encode(JSON.stringify({ ...parsed, languages })) };
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
