import type { Destinations, Names } from './check-links.ts';

/** What a text named, each thing once. */
export interface NamedThings {
  model: string[];
  article: string[];
  board: string[];
  picture: string[];
  path: string[];
  /** Paths of stories of which a heading is linked. */
  anchors: string[];
}

/** What prose is checked against. */
export interface Surroundings {
  to: Destinations;
  hasPicture: (file: string) => boolean;
}

/**
 * Notes what a check asks for.
 * @returns the same surroundings, and what was named so far
 */
export function listen({ to, hasPicture }: Surroundings): { surroundings: Surroundings; named: () => NamedThings } {
  const named = { model: new Set<string>(), article: new Set<string>(), board: new Set<string>(), picture: new Set<string>(), path: new Set<string>(), anchors: new Set<string>() };
  const names = (kind: 'model' | 'article' | 'board'): Names => ({ has: (id) => to[kind].has(id) && Boolean(named[kind].add(id)), [Symbol.iterator]: () => to[kind][Symbol.iterator]() });
  return {
    surroundings: {
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
      hasPicture: (file) => hasPicture(file) && Boolean(named.picture.add(file)),
    },
    named: () => ({ model: [...named.model], article: [...named.article], board: [...named.board], picture: [...named.picture], path: [...named.path], anchors: [...named.anchors] }),
  };
}

/** True when everything that a text named is still there; headings are not looked at. */
export function areThere({ model, article, board, picture, path }: Omit<NamedThings, 'anchors'>, { to, hasPicture }: Surroundings): boolean {
  return model.every((id) => to.model.has(id)) && article.every((id) => to.article.has(id)) && board.every((id) => to.board.has(id)) && picture.every(hasPicture) && path.every(to.isPath);
}
