import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Kind } from './collections.ts';
import { ContentError, isError } from './problem.ts';
import type { Content, Entry } from './content.ts';
import { handedOver } from './handover.ts';
import { readContent } from './read-content.ts';

/**
 * Reading of all content that the loaders of one build share: each kind takes it once,
 * and a kind that asks again (a file was saved) starts a new one.
 */
class SharedReading {
  #content: Content | undefined;
  #root: string | undefined;
  readonly #taken = new Set<Kind>();

  take(kind: Kind, root: string, now: Date): Content {
    if (this.#content === undefined || this.#root !== root || this.#taken.has(kind)) {
      this.#content = readContent(root, now);
      this.#root = root;
      this.#taken.clear();
    }
    this.#taken.add(kind);
    return this.#content;
  }
}

const shared = new SharedReading();

/**
 * Loads one collection into Astro's store: front matter, digest and path; bodies stay in their files.
 * @throws ContentError that tells every problem of all the content, not only of this collection
 */
export function contentLoader(kind: Kind, now: () => Date): Loader {
  return {
    name: `megaton-${kind}`,
    load: async (context) => {
      // The build has read and checked all, and hands it to the pages itself.
      if (handedOver()) return context.store.clear();
      const root = fileURLToPath(context.config.root);
      fill(context, kind, root, now());
      context.watcher?.on('all', (_event, path) => {
        if (path.startsWith(`${root}content`)) reload(context, kind, root, now());
      });
    },
  };
}

function fill({ store }: LoaderContext, kind: Kind, root: string, now: Date): void {
  const content = shared.take(kind, root, now);
  const errors = content.problems.filter(isError);
  if (errors.length > 0) throw new ContentError(errors);
  store.clear();
  for (const { id, file, data, digest } of content.collections[kind] as Entry[]) {
    store.set({ id, data: data as Record<string, unknown>, digest, filePath: file });
  }
}

/** A mistake in a file that is being written must not end the preview: it is told, and the last good state stays. */
function reload(context: LoaderContext, kind: Kind, root: string, now: Date): void {
  try {
    fill(context, kind, root, now);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    if (kind === 'site') context.logger.error(error.message);
  }
}
