import { defineMdastPlugin, markdownToHtml, type MdastNode } from 'satteri';
import { features } from './render.ts';
import { findOversize } from './size.ts';

/** A stretch of text with its position in the source, counted from 1. */
export interface Words {
  line: number;
  column: number;
  text: string;
}

type Node = Readonly<MdastNode>;

/**
 * The words of a text that its writer chose: not quotations, pull quotes, code, HTML, or the words of links to other
 * sites, which may be titles.
 * @param source Markdown without front matter
 * @returns in the order of the text
 */
export function ownWords(source: string): Words[] {
  if (findOversize(source)) return [];
  const found: Words[] = [];
  markdownToHtml(source, {
    features,
    mdastPlugins: [
      defineMdastPlugin({
        name: 'megaton-own-words',
        options: { position: true },
        after: (root) => collect(root, found),
      }),
    ],
  });
  return found;
}

function collect(node: Node, found: Words[]): void {
  if (isOfOthers(node)) return;
  if (node.type === 'text') {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    found.push({ line, column, text: node.value });
  } else if ('children' in node) for (const child of node.children) collect(child, found);
}

const isOfOthers = (node: Node): boolean =>
  node.type === 'blockquote' ||
  (node.type === 'containerDirective' && node.name === 'pullquote') ||
  (node.type === 'link' && /^https?:/iu.test(node.url));
