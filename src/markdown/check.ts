import { nearest } from '#domain/nearest';
import type { Root } from 'hast';
import { defineHastPlugin, defineMdastPlugin, markdownToHtml, type MdastNode } from 'satteri';
import { faultsOf, misplaced } from './directives.ts';
import { features, isTooDeep, tooDeep } from './render.ts';
import { allowedTags } from './sanitise.ts';

/** Ids that prose may name. */
export interface KnownIds {
  model: ReadonlySet<string>;
  article: ReadonlySet<string>;
  board: ReadonlySet<string>;
}

/** Something in prose that a writer should mend, with its place in the prose, counted from 1. */
export interface ProseProblem {
  line: number;
  column: number;
  what: string;
  write: string;
}

const safeSchemes = /^(?:https?:|mailto:|model:|article:|#|\/(?!\/))/u;

/**
 * Finds what cannot be printed: unknown ids, wrong directives, links that lead nowhere or would run, pictures outside a figure.
 * @param source Markdown without front matter
 * @param known ids that exist
 * @param hasPicture whether a picture is in the story's folder
 */
export function checkProse(source: string, known: KnownIds, hasPicture: (file: string) => boolean): ProseProblem[] {
  const problems: ProseProblem[] = [];
  const report = (node: Readonly<MdastNode>, what: string, write: string): void => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    problems.push({ line, column, what, write });
  };
  const needId = (node: Readonly<MdastNode>, kind: keyof KnownIds, id: string): void => {
    if (known[kind].has(id)) return;
    const near = nearest(id, known[kind]);
    report(node, `There is no ${kind} \`${id}\`.`, near ? `Did you mean \`${near}\`?` : `Use the id of a ${kind} that exists.`);
  };
  const checkLink = (node: Readonly<MdastNode>, url: string): void => {
    const [, kind, id = ''] = /^(model|article):(.*)$/u.exec(url) ?? [];
    if (kind === 'model' || kind === 'article') needId(node, kind, id);
    else if (!safeSchemes.test(url)) report(node, `The link \`${url}\` has no known form.`, 'Write an address that starts with https://, a path that starts with /, `model:` with an id, or `article:` with a slug.');
  };
  const checkDirective = (node: Readonly<MdastNode> & { name: string; attributes?: Record<string, string | null | undefined> | null | undefined }, holds: 'text' | 'nothing', inside: string | undefined): void => {
    const attributes = Object.fromEntries(Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? '']));
    const faults = faultsOf({ name: node.name, holds, attributes });
    for (const { what, write } of faults) report(node, what, write);
    if (faults.length > 0) return;
    if (inside !== 'root') report(node, misplaced.what, misplaced.write);
    const { id = '', models = '', src = '' } = attributes;
    if (node.name === 'board') needId(node, 'board', id);
    if (node.name === 'model') needId(node, 'model', id);
    if (node.name === 'compare') for (const model of models.split(' ')) needId(node, 'model', model);
    if (node.name === 'figure' && !hasPicture(src)) report(node, `There is no picture \`${src}\` in this folder.`, 'Put the picture into the folder of the article, or write the name of one that is there.');
  };
  const reportPicture = (node: Readonly<MdastNode>): void => report(node, 'A picture stands in the text without credit.', 'Write `:::figure{src=… alt="…" credit="…" made=…}`, the caption, and `:::` on lines of their own.');
  markdownToHtml(source, {
    features,
    mdastPlugins: [
      defineMdastPlugin({
        name: 'megaton-check',
        options: { position: true },
        link: (node) => checkLink(node, node.url),
        definition: (node) => checkLink(node, node.url),
        image: reportPicture,
        imageReference: reportPicture,
        html: (node) => {
          for (const tag of tagsIn(node.value)) if (!allowedTags.has(tag)) report(node, `\`<${tag}>\` is taken out of the text.`, 'Write Markdown, or a directive such as `::video{…}`.');
        },
        leafDirective: (node, context) => checkDirective(node, 'nothing', context.parent(node)?.type),
        containerDirective: (node, context) => checkDirective(node, 'text', context.parent(node)?.type),
        textDirective: (node) => {
          if (Object.keys(node.attributes ?? {}).length > 0) report(node, `\`:${node.name}\` within a line is text, and the braces behind it would be lost.`, 'Write `\\{` for the brace; a directive begins a line of its own with two or three colons.');
        },
        heading: (node) => {
          if (node.depth === 1) report(node, 'A heading with one `#` is the headline, which stands in the front matter.', 'Write `##`.');
        },
      }),
    ],
    hastPlugins: mayBeDeep(source)
      ? [
          defineHastPlugin({
            name: 'megaton-depth',
            after(root) {
              if (isTooDeep(root as Root)) problems.push({ line: 1, column: 1, ...tooDeep });
            },
          }),
        ]
      : [],
  });
  return problems;
}

/** A cheap first look, since looking at the whole tree costs more than all the rest: quotations, lists, emphasis, directives or HTML in heaps. */
function mayBeDeep(source: string): boolean {
  return /^(?:[ \t]*>){15}|^[ \t]{30}|[*_~]{30}|:{15}/mu.test(source) || source.split(/<[a-z]/iu).length > 30;
}

/** Names of the tags that a stretch of HTML opens, each once. */
function tagsIn(html: string): Set<string> {
  return new Set([...html.matchAll(/<([a-z][a-z0-9-]*)/giu)].map(([, tag = '']) => tag.toLowerCase()));
}
