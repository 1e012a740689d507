import type { ChartKind } from '#domain/stories/chart';
import type { Destinations, Names } from './check-links.ts';

/** What a text refers to, each thing once. */
export interface RecordedReferences {
  model: string[];
  article: string[];
  board: string[];
  picture: string[];
  /** Kinds of charts with the names of their tables, `bar prices.csv`. */
  table: string[];
  path: string[];
  /** Paths of stories of which a heading is linked. */
  anchors: string[];
}

/** The files next to a text, by their names. */
export interface StoryFolder {
  hasPicture: (file: string) => boolean;
  hasTable: (file: string, kind: ChartKind) => boolean;
}

/** What a text is checked against. */
export interface CheckContext {
  to: Destinations;
  folder: StoryFolder;
}

/**
 * Records what a check looks up.
 * @returns the same context, and what was looked up and found so far
 */
export function recordReferences({ to, folder }: CheckContext): {
  context: CheckContext;
  recorded: () => RecordedReferences;
} {
  const named = {
    model: new Set<string>(),
    article: new Set<string>(),
    board: new Set<string>(),
    picture: new Set<string>(),
    table: new Set<string>(),
    path: new Set<string>(),
    anchors: new Set<string>(),
  };
  const names = (kind: 'model' | 'article' | 'board'): Names => ({
    has: (id) => to[kind].has(id) && Boolean(named[kind].add(id)),
    [Symbol.iterator]: () => to[kind][Symbol.iterator](),
  });
  return {
    context: {
      to: {
        ...to,
        model: names('model'),
        article: names('article'),
        board: names('board'),
        isPath: (path) => to.isPath(path) && Boolean(named.path.add(path)),
        anchorsAt: (path) => {
          named.anchors.add(path);
          return to.anchorsAt(path);
        },
      },
      folder: {
        hasPicture: (file) => folder.hasPicture(file) && Boolean(named.picture.add(file)),
        hasTable: (file, kind) => folder.hasTable(file, kind) && Boolean(named.table.add(`${kind} ${file}`)),
      },
    },
    recorded: () => ({
      model: [...named.model],
      article: [...named.article],
      board: [...named.board],
      picture: [...named.picture],
      table: [...named.table],
      path: [...named.path],
      anchors: [...named.anchors],
    }),
  };
}

/** True when everything that a text refers to exists; headings are not looked at. */
export function allExist(
  { model, article, board, picture, table, path }: Omit<RecordedReferences, 'anchors'>,
  { to, folder }: CheckContext,
): boolean {
  return (
    model.every((id) => to.model.has(id)) &&
    article.every((id) => to.article.has(id)) &&
    board.every((id) => to.board.has(id)) &&
    picture.every(folder.hasPicture) &&
    table.map(tableOf).every(([kind, file]) => folder.hasTable(file, kind)) &&
    path.every(to.isPath)
  );
}

/** What a recorded table is: `bar prices.csv`. */
export const tableOf = (recorded: string): [kind: ChartKind, file: string] =>
  recorded.split(' ') as [ChartKind, string];
