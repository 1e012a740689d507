import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Kind } from './collections.ts';
import { ContentFolder } from './content-folder.ts';
import type { Content, Entry } from './content.ts';
import { ContentError, isError, type Problem } from './problem.ts';
import { readContent } from './read-content.ts';
import { shelve, shelved } from './shelf.ts';

/** Milliseconds to wait for more: editors save a file in several steps. */
const pause = 20;

/**
 * Reading of all content that the loaders of one build share: each kind takes it once,
 * and a kind that asks again starts a new one.
 */
class SharedReading {
  #content: Content | undefined;
  #folder: ContentFolder | undefined;
  #root: string | undefined;
  readonly #taken = new Set<Kind>();
  readonly #changed = new Set<string>();

  take(kind: Kind, root: string, now: Date): Content {
    if (this.#content === undefined || this.#root !== root || this.#taken.has(kind)) {
      this.#folder = new ContentFolder(root);
      this.#content = readContent(root, now, [], this.#folder);
      this.#root = root;
      this.#taken.clear();
    }
    this.#taken.add(kind);
    return this.#content;
  }

  /**
   * Notes that a path was saved, and reads it soon; a path that is noted already is read once.
   * @param path below `content/`
   * @param told called with the new content
   */
  change(path: string, now: () => Date, told: (content: Content) => void): void {
    const [folder, root] = [this.#folder, this.#root];
    if (folder === undefined || root === undefined || this.#changed.has(path)) return;
    if (this.#changed.size === 0) {
      setTimeout(() => {
        const changed = [...this.#changed];
        this.#changed.clear();
        for (const saved of changed) folder.refresh(saved);
        told(readContent(root, now(), [], folder));
      }, pause);
    }
    this.#changed.add(path);
  }
}

const shared = new SharedReading();

/**
 * Loads one collection. In a preview pages take all content from the shelf, where each saved file is replaced at once; in a
 * build it lies there already. Only where Astro is called alone is its own store filled: with fields, digest and path;
 * bodies stay in their files.
 * @throws ContentError that tells every problem of all the content, not only of this collection
 */
export function contentLoader(kind: Kind, now: () => Date): Loader {
  return {
    name: `megaton-${kind}`,
    load: async (context) => {
      if (!context.watcher && shelved()) return context.store.clear();
      const root = fileURLToPath(context.config.root);
      const content = shared.take(kind, root, now());
      throwErrors(content, context.watcher !== undefined);
      if (!context.watcher) return fill(context, content.collections[kind] as Entry[]);
      context.store.clear();
      shelve({ collections: content.collections });
      context.watcher.on('all', (_event, path) => {
        const saved = relative(root, path).split(sep).join('/');
        if (saved.startsWith('content/')) shared.change(saved.slice('content/'.length), now, (changed) => show(changed, context));
      });
    },
  };
}

/** Editors keep files of their own beside one that is open: they are no reason to show nothing while one writes. */
const isOfEditor = ({ file }: Problem): boolean => /\/\.[^/]*$/u.test(file);

function throwErrors({ problems }: Content, preview: boolean): void {
  const errors = problems.filter((problem) => isError(problem) && !(preview && isOfEditor(problem)));
  if (errors.length > 0) throw new ContentError(errors);
}

function fill({ store }: LoaderContext, entries: readonly Entry[]): void {
  store.clear();
  for (const { id, file, data, digest } of entries) store.set({ id, data: data as Record<string, unknown>, digest, filePath: file });
}

/** A mistake in a file that is being written must not end the preview: it is told, and the last good state stays. */
function show(content: Content, { logger }: LoaderContext): void {
  try {
    throwErrors(content, true);
    shelve({ collections: content.collections });
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    logger.error(error.message);
  }
}
