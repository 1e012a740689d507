import { defineMdastPlugin, markdownToHtml, type MdastNode } from 'satteri';
import type { BodyProblem } from './check.ts';
import { readAttributes, type ParsedAttributes } from './directives.ts';
import { features } from './render.ts';
import { findOversize } from './size.ts';

/** An update as it was written, with its position in the text, counted from 1. */
export interface WrittenUpdate {
  line: number;
  column: number;
  /** What was written as its moment, if anything. */
  at: string;
}

/** The updates of a text in its order, and what is wrong with their form; their moments are not looked at. */
export interface WrittenUpdates {
  updates: WrittenUpdate[];
  problems: BodyProblem[];
}

type Node = Readonly<MdastNode>;

/**
 * Reads the updates of a text.
 * @param source Markdown without front matter
 */
export function readUpdates(source: string): WrittenUpdates {
  const found: WrittenUpdates = { updates: [], problems: [] };
  // Nearly all texts have none, and a whole tree costs more than the check.
  if (!/^:{3,}update\b/mu.test(source) || findOversize(source)) return found;
  markdownToHtml(source, {
    features,
    mdastPlugins: [
      defineMdastPlugin({
        name: 'megaton-updates',
        options: { position: true },
        after: ({ children }) => readBlocks(children, found),
      }),
    ],
  });
  return found;
}

function readBlocks(children: readonly Node[], { updates, problems }: WrittenUpdates): void {
  for (const node of children) {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    const report = (what: string, write: string): void => void problems.push({ line, column, what, write });
    if (!isUpdate(node)) {
      if (updates.length > 0 && !isNote(node) && !problems.some(({ what }) => what === textBehind))
        report(textBehind, 'Put it above the first update, where it stays on top of the page, or into an update.');
      continue;
    }
    updates.push({ line, column, at: readAttributes(node.attributes)['at'] ?? '' });
    if (node.children.length === 0)
      report('The update has no text.', 'Write the text between its line and the `:::` that ends it.');
    for (const heading of headingsIn(node))
      problems.push({
        line: heading.position?.start.line ?? line,
        column: heading.position?.start.column ?? column,
        what: 'A heading is inside an update.',
        write: 'Take the `#` away: the heading of an update is its `title`.',
      });
  }
}

const textBehind = 'Text is behind an update, and in none.';

type Update = Node & { attributes?: ParsedAttributes; children: readonly Node[] };

const isUpdate = (node: Node): node is Update => node.type === 'containerDirective' && node.name === 'update';

/** What has no place of its own on the page. */
const isNote = ({ type }: Node): boolean => type === 'footnoteDefinition' || type === 'definition';

function headingsIn(node: Node): Node[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap(headingsIn) : [];
}
