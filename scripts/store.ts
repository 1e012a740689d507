import { linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from '#loading/digest';
import { readSealed, writeSealed } from '#loading/sealed-file';

/** A file that builds share, as it was when it was made. */
interface Kept {
  /** Of what it was made: equal keys mean equal bytes. */
  key: string;
  /** SHA-256 of its bytes. */
  digest: string;
  size: number;
  /** Milliseconds since 1970, and the number of the file on its disk: both change with every way of writing to it. */
  time: number;
  inode: number;
  /** Paths of other files that it cannot do without. */
  needs?: readonly string[];
}

/** Files that are made together. */
interface Group {
  key: string;
  paths: readonly string[];
}

interface Index {
  files: Record<string, Kept>;
  groups: Record<string, Group>;
}

/** What {@link Store.put} takes beside the bytes. */
export interface PutOptions {
  key: string;
  needs?: readonly string[];
}

/**
 * The files of a site from build to build. A build asks for each file by what it would be made of, and makes only those
 * that are not there; what no build asks for any more is taken away. A file that is not as it was made is never handed
 * out. Finished sites hold hard links to these files, so none is written into: another takes its place.
 *
 * Paths begin with a slash, as in addresses.
 */
export class Store {
  readonly #folder: string;
  readonly #owner: string;
  #files: Map<string, Kept>;
  #groups: Map<string, Group>;
  readonly #asked = new Set<string>();
  readonly #askedGroups = new Set<string>();
  /** What was thrown away when the store was opened, and why, in words. */
  readonly notes: string[];

  private constructor(folder: string, owner: string, index: Index | undefined, notes: string[]) {
    this.#folder = folder;
    this.#owner = owner;
    this.#files = new Map(Object.entries(index?.files ?? {}));
    this.#groups = new Map(Object.entries(index?.groups ?? {}));
    this.notes = notes;
  }

  /**
   * Opens a store; what is damaged, unfinished or of another owner is thrown away.
   * @param folder where its files are; its index stands beside it
   * @param owner names everything that must be the same for files to be of use: versions, code
   */
  static open(folder: string, owner: string): Store {
    mkdirSync(folder, { recursive: true });
    const index = readSealed(indexOf(folder));
    if (index?.owner === owner) {
      const store = new Store(folder, owner, index.value as Index, []);
      store.#dropDamaged();
      return store;
    }
    const wasThere = index !== undefined || readdirSync(folder).length > 0;
    rmSync(folder, { recursive: true, force: true });
    rmSync(indexOf(folder), { force: true });
    mkdirSync(folder, { recursive: true });
    return new Store(folder, owner, undefined, wasThere ? [index ? 'What builds keep is of another version of the code or of the tools: everything is made anew.' : 'What builds keep has no readable index: everything is made anew.'] : []);
  }

  #dropDamaged(): void {
    const damaged: string[] = [];
    for (const [path, kept] of this.#files) {
      const found = this.#look(path, kept);
      if (found) this.#files.set(path, found);
      else damaged.push(path);
    }
    for (const path of damaged) this.#remove(path);
    if (damaged.length > 0) this.notes.push(`Made anew, since what was kept is damaged or gone: ${damaged.length === 1 ? damaged[0] : `${damaged.length} files, ${damaged[0]} among them`}.`);
  }

  /** The record of a file that still has its bytes. The disk is asked first; the bytes are read only when its answer differs. */
  #look(path: string, kept: Kept): Kept | undefined {
    const file = this.#fileOf(path);
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats?.isFile() !== true || stats.size !== kept.size) return undefined;
    if (stats.mtimeMs === kept.time && stats.ino === kept.inode) return kept;
    return digestOf(readFileSync(file)) === kept.digest ? { ...kept, time: stats.mtimeMs, inode: stats.ino } : undefined;
  }

  /** True when a file is there that was made of the same, with all that it needs; it then belongs to this build. */
  keeps(path: string, key: string): boolean {
    const kept = this.#files.get(path);
    if (kept?.key !== key || kept.needs?.every((needed) => this.#files.has(needed)) === false) return false;
    this.#asked.add(path);
    return true;
  }

  /**
   * Takes a file in for this build.
   * @returns false when the very same bytes are there already
   */
  put(path: string, bytes: Uint8Array, { key, needs }: PutOptions): boolean {
    const digest = digestOf(bytes);
    const before = this.#files.get(path);
    this.#asked.add(path);
    const record = { key, digest, ...(needs && needs.length > 0 && { needs }) };
    if (before?.digest === digest) {
      this.#files.set(path, { ...before, ...record });
      return false;
    }
    const file = this.#fileOf(path);
    writeInto(`${file}.new`, bytes);
    renameSync(`${file}.new`, file);
    const { size, mtimeMs: time, ino: inode } = lstatSync(file);
    this.#files.set(path, { ...record, size, time, inode });
    return true;
  }

  /** True when all files of a group are there and made of the same; they then belong to this build. */
  keepsGroup(name: string, key: string): boolean {
    const group = this.#groups.get(name);
    if (group?.key !== key || !group.paths.every((path) => this.#files.has(path))) return false;
    for (const path of group.paths) this.#asked.add(path);
    this.#askedGroups.add(name);
    return true;
  }

  /** Takes the files of a group in for this build. */
  putGroup(name: string, key: string, files: Iterable<readonly [path: string, bytes: Uint8Array]>): void {
    const paths: string[] = [];
    for (const [path, bytes] of files) {
      this.put(path, bytes, { key });
      paths.push(path);
    }
    this.#groups.set(name, { key, paths });
    this.#askedGroups.add(name);
  }

  /** Takes in a file that other files may need, and that belongs to this build only when one of them does. */
  offer(path: string, bytes: Uint8Array): void {
    this.put(path, bytes, { key: '' });
    this.#asked.delete(path);
  }

  /** How many files are kept. */
  get size(): number {
    return this.#files.size;
  }

  /** True when a file is there, whoever made it of what. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** @throws Error when there is no such file */
  read(path: string): Buffer {
    return readFileSync(this.#fileOf(path));
  }

  /**
   * Paths of this build, sorted, with the SHA-256 of each.
   * @throws Error when a file needs one that is not there
   */
  paths(): Map<string, string> {
    const all = new Set(this.#asked);
    for (const path of this.#asked) {
      for (const needed of this.#files.get(path)?.needs ?? []) {
        if (!this.#files.has(needed)) throw new Error(`${path} needs ${needed}, which was not made.`);
        all.add(needed);
      }
    }
    return new Map([...all].sort().map((path) => [path, this.#files.get(path)?.digest ?? '']));
  }

  /** Takes away what does not belong to this build. */
  sweep(): void {
    const used = this.paths();
    for (const path of [...this.#files.keys()]) if (!used.has(path)) this.#remove(path);
    this.#groups = new Map([...this.#groups].filter(([name]) => this.#askedGroups.has(name)));
  }

  /** Writes down what is there, for the next build. */
  save(): void {
    writeSealed(indexOf(this.#folder), this.#owner, { files: Object.fromEntries(this.#files), groups: Object.fromEntries(this.#groups) } satisfies Index);
  }

  /**
   * Lays files of this build out as hard links.
   * @param to an empty folder on the same disk
   */
  layOut(paths: Iterable<string>, to: string): void {
    let folder = '';
    for (const path of paths) {
      const target = join(to, path);
      if (dirname(target) !== folder) {
        folder = dirname(target);
        mkdirSync(folder, { recursive: true });
      }
      linkSync(this.#fileOf(path), target);
    }
  }

  #remove(path: string): void {
    this.#files.delete(path);
    const file = this.#fileOf(path);
    rmSync(file, { recursive: true, force: true });
    removeEmpty(dirname(file), this.#folder);
  }

  #fileOf(path: string): string {
    return join(this.#folder, path);
  }
}

const indexOf = (folder: string): string => `${folder}.json`;

/** Writes a file, and makes its folder where there is none. */
function writeInto(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Takes a folder away that holds nothing more, and those above it. */
function removeEmpty(folder: string, top: string): void {
  for (let at = folder; at.length > top.length; at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch (error) {
      // It holds something, or is gone already.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
    }
  }
}
