import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkContent, type CheckedContent } from './check-content.ts';
import type { Kind } from './collections.ts';
import { ContentFolder } from './content-folder.ts';
import type { Entry } from './content.ts';
import { ContentError, isError, type Problem } from './problem.ts';
import { publishedStories } from './published.ts';

/** Milliseconds to wait for more changes: editors save a file in several steps. */
const debounce = 20;

/**
 * Reads all content once for the loaders of all collections: rules compare entries of several collections.
 * A collection that asks again starts a new reading.
 */
class SharedReading {
  #content: CheckedContent | undefined;
  #folder: ContentFolder | undefined;
  readonly #served = new Set<Kind>();
  readonly #contexts = new Map<Kind, LoaderContext>();
  readonly #changed = new Set<string>();

  /** @returns all content, read and checked */
  take(kind: Kind, root: string, now: Date): CheckedContent {
    if (this.#content === undefined || this.#served.has(kind)) {
      this.#folder = new ContentFolder(root);
      this.#content = checkContent(root, now, publishedStories(root), this.#folder);
      this.#served.clear();
    }
    this.#served.add(kind);
    return this.#content;
  }

  /** Keeps the store of a collection up to date while `astro dev` runs. */
  watch(kind: Kind, context: LoaderContext, root: string, now: () => Date): void {
    const isFirst = this.#contexts.size === 0;
    this.#contexts.set(kind, context);
    if (!isFirst) return;
    context.watcher?.on('all', (_event, path) => {
      const saved = relative(root, path).split(sep).join('/');
      if (saved.startsWith('content/')) this.#noteChange(saved.slice('content/'.length), root, now);
    });
  }

  #noteChange(path: string, root: string, now: () => Date): void {
    if (this.#changed.size === 0) setTimeout(() => this.#readAgain(root, now()), debounce);
    this.#changed.add(path);
  }

  /** A mistake in a file that is being written must not end the preview: it is reported, and the last valid state stays. */
  #readAgain(root: string, now: Date): void {
    const [changed, folder] = [[...this.#changed], this.#folder];
    this.#changed.clear();
    if (folder === undefined) return;
    for (const path of changed) folder.refresh(path);
    const content = checkContent(root, now, publishedStories(root), folder);
    const errors = errorsOf(content, true);
    for (const [kind, context] of this.#contexts) {
      if (errors.length === 0) fillStore(context, content, kind);
      else if (kind === 'site') context.logger.error(new ContentError(errors).message);
    }
  }
}

const reading = new SharedReading();

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
      const content = reading.take(kind, root, now());
      const errors = errorsOf(content, context.watcher !== undefined);
      if (errors.length > 0) throw new ContentError(errors);
      // A digest covers the file, not the schema that read it.
      context.store.clear();
      fillStore(context, content, kind);
      if (context.watcher) reading.watch(kind, context, root, now);
    },
  };
}

/** Editors keep temporary files next to one that is open: in a preview they are no error. */
const isOfEditor = ({ file }: Problem): boolean => /\/\.[^/]*$/u.test(file);

const errorsOf = ({ problems }: CheckedContent, preview: boolean): Problem[] => problems.filter((problem) => isError(problem) && !(preview && isOfEditor(problem)));

function fillStore({ store }: LoaderContext, { collections, references }: CheckedContent, kind: Kind): void {
  const entries: readonly Entry[] = collections[kind];
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const { id, file, data, digest } of entries) {
    const textReferences = references.get(file);
    store.set({ id, data: { ...data, ...(textReferences && { textReferences, fileDigest: digest }) }, digest, filePath: file });
  }
}
