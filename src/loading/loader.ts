import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkContent, type CheckedContent } from './check-content.ts';
import type { Kind } from './collections.ts';
import { ContentFolder } from './content-folder.ts';
import type { Entry } from './content.ts';
import { textsOf } from './files/story-table.ts';
import { ContentError, isError, type Problem } from './problem.ts';
import { publishedStories } from './published.ts';

/** Milliseconds to wait for more changes: editors save a file in several steps. */
const debounce = 20;

/**
 * Reads all content once for the loaders of all collections: rules compare entries of several collections.
 * A collection that loads again reads everything again.
 */
class SharedReading {
  readonly #root: string;
  #content: CheckedContent | undefined;
  #folder: ContentFolder | undefined;
  #watcher: LoaderContext['watcher'];
  readonly #served = new Set<Kind>();
  readonly #contexts = new Map<Kind, LoaderContext>();
  readonly #changed = new Set<string>();

  /** @param root the project's folder */
  constructor(root: string) {
    this.#root = root;
  }

  /** @returns all content, read and checked */
  take(kind: Kind, now: Date): CheckedContent {
    if (this.#content === undefined || this.#served.has(kind)) {
      this.#folder = new ContentFolder(this.#root);
      this.#content = this.#check(this.#folder, now);
      this.#served.clear();
    }
    this.#served.add(kind);
    return this.#content;
  }

  /** Keeps the store of a collection up to date while `astro dev` runs. */
  watch(kind: Kind, context: LoaderContext, now: () => Date): void {
    this.#contexts.set(kind, context);
    if (context.watcher === this.#watcher) return;
    this.#watcher = context.watcher;
    context.watcher?.on('all', (_event, path) => {
      const saved = relative(this.#root, path).split(sep).join('/');
      if (saved.startsWith('content/')) this.#noteChange(saved.slice('content/'.length), now);
    });
  }

  #noteChange(path: string, now: () => Date): void {
    if (this.#changed.size === 0) setTimeout(() => this.#readAgain(now()), debounce);
    this.#changed.add(path);
  }

  /** A mistake in a file that is being written must not end the preview: it is reported, and the last valid state stays. */
  #readAgain(now: Date): void {
    const [changed, folder] = [[...this.#changed], this.#folder];
    this.#changed.clear();
    if (folder === undefined) return;
    for (const path of changed) folder.refresh(path);
    const content = this.#check(folder, now);
    const errors = errorsOf(content, true);
    for (const [kind, context] of this.#contexts) {
      if (errors.length === 0) fillStore(context, content, kind);
    }
    if (errors.length > 0) [...this.#contexts.values()][0]?.logger.error(new ContentError(errors).message);
  }

  #check(folder: ContentFolder, now: Date): CheckedContent {
    return checkContent(this.#root, now, publishedStories(this.#root), folder);
  }
}

const readings = new Map<string, SharedReading>();

/** The reading of a project's content; there is one project in a process but in tests. */
function readingOf(root: string): SharedReading {
  const reading = readings.get(root) ?? new SharedReading(root);
  readings.set(root, reading);
  return reading;
}

/**
 * Loads one collection into Astro's content store: fields, digest, path and, for a story, what its text refers to.
 * Bodies stay in their files.
 * @param now returns the moment of the build
 * @throws ContentError that lists every problem of all the content, not only of this collection
 */
export function contentLoader(kind: Kind, now: () => Date): Loader {
  return {
    name: `megaton-${kind}`,
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const reading = readingOf(root);
      const content = reading.take(kind, now());
      const errors = errorsOf(content, context.watcher !== undefined);
      if (errors.length > 0) throw new ContentError(errors);
      // A digest covers the file, not the schema that read it.
      context.store.clear();
      fillStore(context, content, kind);
      if (context.watcher) reading.watch(kind, context, now);
    },
  };
}

/** Editors keep temporary files next to one that is open: in a preview they are no error. */
const isOfEditor = ({ file }: Problem): boolean => /\/\.[^/]*$/u.test(file);

/** The errors of all the content; a preview passes over files that an editor keeps while it is open. */
export const errorsOf = ({ problems }: CheckedContent, preview: boolean): Problem[] =>
  problems.filter((problem) => isError(problem) && !(preview && isOfEditor(problem)));

function fillStore(
  { store }: LoaderContext,
  { collections, references, pictures, tables }: CheckedContent,
  kind: Kind,
): void {
  const tablesIn = Map.groupBy(tables, ([path]) => folderOf(path));
  const picturesIn = Map.groupBy(pictures, ([path]) => folderOf(path));
  const entries: readonly Entry[] = collections[kind];
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const { id, file, data, digest } of entries) {
    const textReferences = references.get(file);
    const pictureSizes = Object.fromEntries(
      (picturesIn.get(folderOf(file)) ?? []).map(([path, size]) => [path.slice(folderOf(path).length), size]),
    );
    const storyTables = Object.fromEntries(
      (tablesIn.get(folderOf(file)) ?? []).map(([path, table]) => [path.slice(folderOf(path).length), textsOf(table)]),
    );
    store.set({
      id,
      data: { ...data, ...(textReferences && { textReferences, pictureSizes, storyTables, fileDigest: digest }) },
      digest,
      filePath: file,
    });
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
