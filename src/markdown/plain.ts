import { defineMdastPlugin, markdownToHtml, type MdastNode } from 'satteri';
import { readAttributes, type ParsedAttributes } from './directives.ts';
import { features, type Targets } from './render.ts';
import { allowedTags } from './sanitise.ts';

/** Writes a directive as Markdown. `held` is the Markdown inside it, and empty for one that is alone. */
export type RenderDirective = (name: string, attributes: Record<string, string>, held: string) => string;

/** A stretch of the source and what is there instead. */
interface Edit {
  start: number;
  end: number;
  /** Gets what is between {@link innerStart} and {@link innerEnd}, edited itself. */
  render: (inner: string) => string;
  innerStart: number;
  innerEnd: number;
}

/**
 * The Markdown of a story as other programs can read it: links in full, directives as plain Markdown, nothing that could run.
 * All else stays as the writer wrote it.
 * @param source Markdown without front matter
 * @param addressOf makes a path of this site a full address
 */
export function plainMarkdown(
  source: string,
  targets: Targets,
  addressOf: (path: string) => string,
  render: RenderDirective,
): string {
  const edits: Edit[] = [];
  const edit = (node: Readonly<MdastNode>, render: (inner: string) => string): void => {
    const { start, end } = spanOf(node);
    const children = 'children' in node ? node.children : [];
    const [first, last] = [children[0], children.at(-1)];
    edits.push({
      start,
      end,
      render,
      innerStart: first ? spanOf(first).start : end,
      innerEnd: last ? spanOf(last).end : end,
    });
  };
  const directive = (
    node: Readonly<MdastNode> & {
      name: string;
      attributes?: ParsedAttributes;
    },
  ): void => {
    edit(node, (inner) => render(node.name, readAttributes(node.attributes), inner));
  };
  markdownToHtml(source, {
    features,
    mdastPlugins: [
      defineMdastPlugin({
        name: 'megaton-plain',
        options: { position: true },
        link: (node) => {
          const address = addressFor(node.url, targets, addressOf);
          if (address !== node.url) edit(node, (inner) => (address === undefined ? inner : `[${inner}](${address})`));
        },
        definition: (node) => {
          const address = addressFor(node.url, targets, addressOf);
          if (address !== node.url)
            edit(node, () => (address === undefined ? '' : `[${node.label ?? node.identifier}]: ${address}`));
        },
        html: (node) => {
          const safe = safeHtml(node.value);
          if (safe !== node.value) edit(node, () => safe);
        },
        // Elsewhere one tilde strikes out.
        subscript: (node) => edit(node, (inner) => `<sub>${inner}</sub>`),
        leafDirective: directive,
        containerDirective: directive,
      }),
    ],
  });
  return apply(
    source,
    0,
    source.length,
    edits.sort((a, b) => a.start - b.start || b.end - a.end),
  ).trim();
}

const spanOf = ({ position }: Readonly<MdastNode>): { start: number; end: number } => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
});

/** @param edits by their beginnings, the wider one of two first */
function apply(source: string, from: number, to: number, edits: readonly Edit[]): string {
  let text = '';
  let done = from;
  for (const { start, end, innerStart, innerEnd, render } of edits) {
    // What is inside an edit is written with it.
    if (start < done || end > to) continue;
    const inside = edits.filter((other) => other.start >= innerStart && other.end <= innerEnd);
    text += source.slice(done, start) + render(apply(source, innerStart, innerEnd, inside));
    done = end;
  }
  return text + source.slice(done, to);
}

/** Where a link leads, in full; undefined for one that is not safe or leads to nothing. */
function addressFor(url: string, targets: Targets, addressOf: (path: string) => string): string | undefined {
  const [, kind, id = ''] = /^(model|article):(.*)$/u.exec(url) ?? [];
  const path = kind === undefined ? url : (kind === 'model' ? targets.model(id) : targets.article(id))?.path;
  if (path === undefined) return undefined;
  if (/^\/(?!\/)/u.test(path)) return addressOf(path);
  return /^(?:https?:\/\/|mailto:|#)/iu.test(path) ? path : undefined;
}

/** Elements whose text is no text either. */
const hidden =
  /<(script|style|iframe|object|embed|noscript|template|svg|math|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;

/** Raw HTML with nothing but bare tags of the kinds that a text may hold. */
function safeHtml(html: string): string {
  return html
    .replace(hidden, '')
    .replace(/<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>?/gu, '')
    .replace(/<(\/?)([a-z][a-z0-9-]*)\b[^>]*>?/giu, (_, slash: string, tag: string) =>
      allowedTags.has(tag.toLowerCase()) ? `<${slash}${tag.toLowerCase()}>` : '',
    );
}
