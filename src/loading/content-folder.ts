import { lstatSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { codeVersion } from './cache/code-version.ts';
import type { Collections, Content, Entry } from './content.ts';
import { checksumOf, digestOf } from './cache/digest.ts';
import { kinds, originalFiles, pictureFiles, tableFiles, voteFiles, type Kind } from './collections.ts';
import { listFiles, type FoundFile } from './files/list-files.ts';
import { Cache } from './cache/cache.ts';
import { cacheFile } from './cache/cache-folder.ts';
import { readPicture, type PictureSize } from './files/picture.ts';
import { readStoryTable, type StoryTable } from './files/story-table.ts';
import type { Problem } from './problem.ts';
import { checkFile, invalidFile, readFields, type FileReading } from './files/read-file.ts';
import { atStart, readBytes } from './files/read-text.ts';
import type { ReadYaml } from './files/yaml.ts';

/** Bytes of a file whose fields are kept, since reading it again takes long; thousands of short ones would fill the memory. */
const longFile = 100_000;

/** What was found at a path below `content/`. */
interface Part {
  reading?: FileReading;
  /** The fields of a long file, with their positions. */
  fields?: ReadYaml | undefined;
  /** A picture; without a size where the file is wrong. */
  picture?: { size: PictureSize | undefined };
  table?: StoryTable;
  votes?: Uint8Array;
  original?: string;
  problems: Problem[];
}

/**
 * The files below `content/`, each read once: again only when it is said that it changed.
 * What was read is cached between runs.
 */
export class ContentFolder {
  readonly #root: string;
  readonly #cache: Cache<FileReading>;
  readonly #parts = new Map<string, Part>();
  /** Paths in the order of files. */
  #order: string[] | undefined;

  /** @param root the project's folder */
  constructor(root: string) {
    this.#root = root;
    this.#cache = new Cache<FileReading>(cacheFile(root, 'content'), codeVersion());
  }

  /** Reads what has not been read; no rule that looks at several entries is applied. */
  read(): Content {
    if (this.#order === undefined) {
      for (const found of listFiles(this.#folder())) this.#parts.set(found.path, this.#readPart(found));
      this.#cache.save();
      this.#order = [...this.#parts.keys()];
    }
    return this.#gathered(this.#order);
  }

  /**
   * Reads again what is at a path, and all below it.
   * @param path below `content/`, with forward slashes
   */
  refresh(path: string): void {
    const [before, order] = [this.#parts.has(path), this.#order ?? []];
    const gone = order.filter((known) => known === path || known.startsWith(`${path}/`));
    for (const known of gone) this.#parts.delete(known);
    const found = this.#found(path);
    for (const file of found) this.#parts.set(file.path, this.#readPart(file));
    const isSame = gone.length === 1 && before && found.length === 1 && found[0]?.path === path;
    if (!isSame) this.#order = [...this.#parts.keys()].sort(inFolders);
  }

  #folder(): string {
    return join(this.#root, 'content');
  }

  #found(path: string): FoundFile[] {
    const full = join(this.#folder(), path);
    const seen = lstatSync(full, { throwIfNoEntry: false });
    if (seen === undefined) return [];
    if (seen.isDirectory()) return listFiles(full, `${path}/`);
    const folder = posix.dirname(path);
    return listFiles(join(this.#folder(), folder), folder === '.' ? '' : `${folder}/`).filter(
      (file) => file.path === path,
    );
  }

  #readPart({ path, fault }: FoundFile): Part {
    const file = posix.join('content', path);
    if (fault) return { problems: [atStart(file, fault.what, fault.write)] };
    if (path === guide) return { problems: [] };
    if (pictureFiles.test(path)) return this.#readPicture(file);
    if (tableFiles.test(path)) return readStoryTable(readFileSync(join(this.#root, file)), file);
    if (voteFiles.test(path)) return { votes: readFileSync(join(this.#root, file)), problems: [] };
    if (originalFiles.test(path)) return { original: checksumOf(readFileSync(join(this.#root, file))), problems: [] };
    const kind = kindOf(path);
    return kind ? { ...this.#readFile(file, path, kind), problems: [] } : { problems: [misplacedFile(file, path)] };
  }

  #readPicture(file: string): Part {
    const found = readPicture(join(this.#root, file));
    return 'what' in found
      ? { picture: { size: undefined }, problems: [atStart(file, found.what, found.write)] }
      : { picture: { size: found }, problems: [] };
  }

  #readFile(file: string, path: string, kind: Kind): Pick<Part, 'reading' | 'fields'> {
    const id = kinds[kind].files.exec(path)?.slice(1).join('/') ?? '';
    const bytes = readBytes(this.#root, file);
    if (Array.isArray(bytes)) return { reading: { entries: [], problems: bytes, invalid: invalidFile(kind, id) } };
    const digest = digestOf(bytes);
    const key = `${file} ${digest}`;
    const cached = this.#cache.get(key);
    const fields = cached ? undefined : readFields(bytes, file);
    const reading = cached ?? checkFile({ file, kind, id }, fields ?? [], digest);
    this.#cache.set(key, reading);
    return { reading, fields: bytes.length > longFile && !Array.isArray(fields) ? fields : undefined };
  }

  /**
   * The fields of a file, with their positions.
   * @param file path from the project's root
   * @returns undefined when there are none
   */
  fieldsOf(file: string): ReadYaml | undefined {
    const kept = this.#parts.get(posix.relative('content', file))?.fields;
    if (kept) return kept;
    const bytes = readBytes(this.#root, file);
    const fields = Array.isArray(bytes) ? bytes : readFields(bytes, file);
    return Array.isArray(fields) ? undefined : fields;
  }

  #gathered(order: readonly string[]): Content {
    const content: Content = {
      collections: emptyCollections(),
      pictures: new Map(),
      tables: new Map(),
      votes: new Map(),
      originals: new Map(),
      invalid: new Set(),
      problems: [],
    };
    for (const path of order) {
      const part = this.#parts.get(path);
      if (!part) continue;
      const file = posix.join('content', path);
      if (part.picture) content.pictures.set(file, part.picture.size);
      if (part.table) content.tables.set(file, part.table);
      if (part.votes) content.votes.set(file, part.votes);
      if (part.original !== undefined) content.originals.set(file, part.original);
      for (const entry of part.reading?.entries ?? []) (content.collections[entry.kind] as Entry[]).push(entry);
      for (const name of part.reading?.invalid ?? []) content.invalid.add(name);
      for (const problem of part.problems) content.problems.push(problem);
      for (const problem of part.reading?.problems ?? []) content.problems.push(problem);
    }
    return content;
  }
}

/** The order in which folders are read: names are compared one after the other. */
function inFolders(a: string, b: string): number {
  return a.replaceAll('/', '\0') < b.replaceAll('/', '\0') ? -1 : 1;
}

function emptyCollections(): Collections {
  return {
    site: [],
    frontPage: [],
    categories: [],
    authors: [],
    providers: [],
    models: [],
    topics: [],
    lawsuits: [],
    rules: [],
    boards: [],
    editions: [],
    inferences: [],
    evidence: [],
    articles: [],
    reviews: [],
    newsletters: [],
    products: [],
    pages: [],
  };
}

/** The map of the folder for writers. */
const guide = 'README.md';

function kindOf(path: string): Kind | undefined {
  return (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].files.test(path));
}

/** Pictures that browsers or cameras know, and that stories do not hold: some run code, some are not shown everywhere. */
const otherPictures = /\.(?:svg|tiff?|hei[cf]|avif|gif|bmp|jxl|ico)$/iu;

function misplacedFile(file: string, path: string): Problem {
  if (otherPictures.test(path))
    return atStart(file, 'Pictures of this type are not taken.', 'Save the picture as WebP, PNG or JPEG.');
  if (/^(?:articles|reviews)\/.*\.mdx$/u.test(path))
    return atStart(
      file,
      'MDX is code, and stories are text.',
      'Name the file index.md, and write boxes as directives such as `:::aside{title="…"}`.',
    );
  return atStart(file, 'The path of this file fits no kind of content.', placeAdvice(path));
}

function placeAdvice(path: string): string {
  if (/(?:^|\/)\.[^/]*$/u.test(path)) return 'Delete it: files whose names begin with a dot are not read.';
  const folder = path.split('/')[0] ?? '';
  const places = Object.values(kinds)
    .map(({ place }) => place)
    // A command writes rank ranges; nobody else does.
    .filter((place) => place.startsWith(`content/${folder}/`) && !place.endsWith('.inference.json'));
  if (places.length === 0) return 'Move it into the folder of its kind; content/README.md lists them all.';
  const pictures = /^(?:articles|reviews)$/u.test(folder)
    ? ', and pictures (.webp, .png or .jpg) and tables (.csv) next to it'
    : '';
  return `Use ${places.join(' or ')}, with names in lower case, digits and hyphens${pictures}.`;
}
