import { mixedScripts } from '#domain/text/host-names';
import type { nearest } from '#domain/text/nearest';
import { findMisleading, isBareAddress } from './misleading.ts';

/** Names that exist; the list of them is for "did you mean". */
export type Names = Iterable<string> & Pick<ReadonlySet<string>, 'has'>;

/** What a story can lead to. */
export interface Destinations {
  /** Ids that a text may name. */
  model: Names;
  article: Names;
  /** Boards with an edition. */
  board: Names;
  /** Paths of pages, for "did you mean". */
  paths: ReadonlySet<string>;
  /** Whether a path of this site leads somewhere; a query and an anchor do not matter. */
  isPath: (path: string) => boolean;
  /** Anchors of the story at a path; undefined where they are not known. */
  anchorsAt: (path: string) => ReadonlySet<string> | undefined;
  /** Address of the site, without a slash at its end. */
  site: string;
}

/** {@link Destinations} for the links of one text. */
export interface LinkContext {
  to: Destinations;
  /** Finds the name that may be meant. */
  suggest: typeof nearest;
  /** Anchors of the text; undefined while it cannot be rendered. */
  ownAnchors: () => ReadonlySet<string> | undefined;
}

/** What is wrong with a link, and what to write. */
export interface LinkProblem {
  what: string;
  write: string;
  /** True for advice. */
  warning?: boolean;
}

const safeSchemes = /^(?:https?:|mailto:)/u;

/**
 * Finds what is wrong with a link.
 * @param url where it leads
 * @param text its words, as far as they are known
 */
export function faultsOfLink(url: string, text: string, context: LinkContext): LinkProblem[] {
  const { to } = context;
  const [, kind, id = ''] = /^(model|article):(.*)$/u.exec(url) ?? [];
  if (kind === 'model' || kind === 'article') return unknownId(kind, id, context);
  const inside = url.startsWith(`${to.site}/`) ? url.slice(to.site.length) : url;
  if (inside.startsWith('#')) return missingAnchor(inside.slice(1), context.ownAnchors(), context);
  if (/^\/(?!\/)/u.test(inside)) return faultsOfPath(inside, context);
  if (!safeSchemes.test(url)) return [faultOfForm(url, text)];
  return faultsOfHost(url, text);
}

function faultOfForm(url: string, text: string): LinkProblem {
  if (url.trim() === '')
    return {
      what: text === '' ? 'The link has no address.' : `The link \`${text}\` has no address.`,
      write: 'Write the address between the round brackets: `[words](https://…)`.',
    };
  if (isBareAddress(url))
    return { what: `The link \`${url}\` has no \`https://\`.`, write: `Write \`https://${url}\`.` };
  return {
    what: `The link \`${url}\` has no known form.`,
    write:
      'Write an address that starts with https://, a path that starts with /, `model:` with an id, or `article:` with a slug.',
  };
}

/** An id that nothing has; an empty list when something has it. */
export function unknownId(
  kind: 'model' | 'article' | 'board',
  id: string,
  { to, suggest }: LinkContext,
): LinkProblem[] {
  if (to[kind].has(id)) return [];
  const near = suggest(id, to[kind]);
  return [
    {
      what: `There is no ${kind} \`${id}\`.`,
      write: near
        ? `Did you mean \`${near}\`?`
        : `Use the id of ${kind === 'article' ? 'an' : 'a'} ${kind} that exists.`,
    },
  ];
}

function faultsOfPath(path: string, context: LinkContext): LinkProblem[] {
  const { to, suggest } = context;
  if (!to.isPath(path)) {
    const near = suggest(path.replace(/[?#].*$/u, ''), to.paths);
    return [
      {
        what: `There is no page \`${path}\`.`,
        write: near ? `Did you mean \`${near}\`?` : 'Write the path of a page that exists.',
      },
    ];
  }
  const [page = '', anchor] = path.replace(/\?[^#]*/u, '').split('#');
  return anchor === undefined ? [] : missingAnchor(anchor, to.anchorsAt(page), context, page);
}

function missingAnchor(
  anchor: string,
  anchors: ReadonlySet<string> | undefined,
  { suggest }: LinkContext,
  page?: string,
): LinkProblem[] {
  if (anchors === undefined || anchors.has(decoded(anchor))) return [];
  const near = suggest(anchor, anchors);
  return [
    {
      what: `There is no heading \`#${anchor}\` in ${page === undefined ? 'the text' : `\`${page}\``}.`,
      write: near
        ? `Did you mean \`#${near}\`?`
        : 'Write the words of a heading in lower case, with hyphens for spaces.',
    },
  ];
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

function faultsOfHost(url: string, text: string): LinkProblem[] {
  const misleading = findMisleading(url, text);
  if (misleading) {
    const { shown, real, certain } = misleading;
    return [
      certain
        ? {
            what: `The link reads \`${shown}\` and leads to \`${real}\`.`,
            write: 'Write where it leads, or words in place of an address.',
          }
        : {
            what: `The link reads \`${shown}\`, which readers may take for an address, and leads to \`${real}\`.`,
            write: 'If it is a name, keep it; else write where the link leads.',
            warning: true,
          },
    ];
  }
  const scripts = mixedScripts(url);
  return scripts.length > 1
    ? [
        {
          what: `The host of the link mixes letters of different scripts (${scripts.join(', ')}).`,
          write: 'Check that it is the site that you mean, and type its address again.',
          warning: true,
        },
      ]
    : [];
}
