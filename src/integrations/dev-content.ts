import { relative, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { buildTime } from '#loading/build-time';
import { checkContent } from '#loading/check-content';
import { ContentFolder } from '#loading/content-folder';
import { errorsOf } from '#loading/loader';
import { listProblems, presentable, type Problem } from '#loading/problem';
import { publishedStories } from '#loading/published';

/** The part of a development server that is used here. */
export interface PreviewServer {
  config: { root: string };
  watcher: { on: (event: 'all', react: (event: string, path: string) => void) => unknown };
  ws: {
    on: (event: 'connection', react: () => void) => unknown;
    send: (message: ErrorMessage | { type: 'full-reload' }) => unknown;
  };
}

/** @see https://vite.dev/guide/api-plugin#client-server-communication */
interface ErrorMessage {
  type: 'error';
  err: {
    name: string;
    title: string;
    message: string;
    stack: string;
    loc: { file: string; line: number; column: number };
  };
}

/** Milliseconds to wait for more changes: editors save a file in several steps. */
const debounce = 50;

/** Shows mistakes in the content over the page while `npm run dev` runs, until they are fixed. */
export function devContent(): AstroIntegration {
  return {
    name: 'megaton-dev-content',
    hooks: { 'astro:server:setup': ({ server }) => showMistakes(server, buildTime) },
  };
}

/**
 * Checks the content at each change, and shows what is wrong in every open page.
 * @param now returns the moment of the check
 */
export function showMistakes(server: PreviewServer, now: () => Date): void {
  const { root } = server.config;
  const changed = new Set<string>();
  let folder: ContentFolder | undefined;
  let shown: ErrorMessage | undefined;
  let timer: NodeJS.Timeout | undefined;
  const check = (): void => {
    if (folder) for (const path of changed) folder.refresh(path);
    else folder = new ContentFolder(root);
    changed.clear();
    const errors = errorsOf(checkContent(root, now(), publishedStories(root), folder), true);
    const before = shown;
    shown = messageOf(errors, root);
    if (shown) server.ws.send(shown);
    else if (before) server.ws.send({ type: 'full-reload' });
  };
  server.watcher.on('all', (_event, path) => {
    const saved = relative(root, path).split(sep).join('/');
    if (!saved.startsWith('content/')) return;
    changed.add(saved.slice('content/'.length));
    clearTimeout(timer);
    timer = setTimeout(check, debounce);
  });
  // A page that is opened or loaded again shows the last valid state.
  server.ws.on('connection', () => {
    if (shown) server.ws.send(shown);
  });
}

function messageOf(errors: readonly Problem[], root: string): ErrorMessage | undefined {
  const [first] = errors;
  if (!first) return undefined;
  const { file, line, column, what, write } = presentable(first);
  return {
    type: 'error',
    err: {
      name: errors.length === 1 ? '1 mistake in the content' : `${errors.length} mistakes in the content`,
      title: `${file}:${line}:${column}  ${what}  ${write}`,
      // Astro shows this one as HTML: nothing from the content may be in it.
      message: 'The page shows the last state without mistakes. This notice goes when they are fixed.',
      stack: listProblems(errors).join('\n'),
      loc: { file: `${root.replace(/[\\/]$/u, '')}/${first.file}`, line, column },
    },
  };
}
