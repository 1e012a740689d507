import { lstatSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** What happened to a file. */
export type FileEvent = 'add' | 'change' | 'unlink';

/** Where the system itself watches what is below a folder. */
const watchesBelow = process.platform === 'darwin' || process.platform === 'win32';

/** Tells of every file below a folder that appears, changes or goes. Only folders are watched: there are fewer of them. */
export class FolderWatch {
  readonly #tell: (event: FileEvent, path: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #files = new Set<string>();

  /** @throws Error when the system watches no more folders */
  constructor(folder: string, tell: (event: FileEvent, path: string) => void) {
    this.#tell = tell;
    this.#add(folder, false);
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** @param isNew true when the files in it are to be told of */
  #add(folder: string, isNew: boolean): void {
    // Watched before it is read: what is written in between is told twice, and not missed.
    if (!watchesBelow || this.#watchers.size === 0) {
      const watcher = watch(folder, { recursive: watchesBelow }, (_event, name) => name !== null && this.#look(join(folder, name)));
      watcher.on('error', () => this.#drop(folder));
      this.#watchers.set(folder, watcher);
    }
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) this.#add(path, isNew);
      else this.#see(path, isNew);
    }
  }

  #see(path: string, isNew: boolean): void {
    const event = this.#files.has(path) ? 'change' : 'add';
    this.#files.add(path);
    if (isNew) this.#tell(event, path);
  }

  #look(path: string): void {
    const seen = lstatSync(path, { throwIfNoEntry: false });
    if (seen === undefined) this.#drop(path);
    else if (!seen.isDirectory()) this.#see(path, true);
    else if (!this.#watchers.has(path)) this.#tryFolder(path);
  }

  #tryFolder(folder: string): void {
    try {
      this.#add(folder, true);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      this.#drop(folder);
    }
  }

  #drop(path: string): void {
    const isGone = (other: string): boolean => other === path || other.startsWith(join(path, '/'));
    for (const [folder, watcher] of this.#watchers) {
      if (!isGone(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const file of [...this.#files].filter(isGone)) {
      this.#files.delete(file);
      this.#tell('unlink', file);
    }
  }
}
