import { isSameText } from '#domain/text/same-text';
import type { ChartKind } from '#domain/stories/chart';
import { defineHastPlugin, defineMdastPlugin, markdownToHtml, type MdastNode } from 'satteri';
import { suggestions, type nearest } from '#domain/text/nearest';
import { faultsOfLink, unknownId, type Destinations, type LinkContext, type LinkProblem } from './check-links.ts';
import { calloutNames } from './callouts.ts';
import {
  adviceOnHabit,
  faultsOf,
  holdsDirectives,
  misplaced,
  readAttributes,
  type ParsedAttributes,
} from './directives.ts';
import { figureAdvice, readRawHtml } from './raw-html.ts';
import type { StoryFolder } from './references.ts';
import { anchorsIn, features, isTooDeep } from './render.ts';
import { findOversize, tooDeep } from './size.ts';
import { readUpdates } from './updates.ts';

/** Something in a text that a writer should fix, with its position in the text, counted from 1. */
export interface BodyProblem {
  line: number;
  column: number;
  what: string;
  write: string;
  /** True for advice. */
  warning?: boolean;
}

type Written = Readonly<MdastNode>;
type WrittenDirective = Written & {
  name: string;
  attributes?: ParsedAttributes;
};
type Report = (node: Written, fault: LinkProblem, inNode?: { line: number; column: number }) => void;

/** What is said of a headline in a text. */
export const headline = {
  what: 'A heading with one `#` is the headline, which is in the front matter.',
  write: 'Write `##`.',
};

/**
 * Finds what cannot be rendered, and what would be lost: unknown ids and pages, wrong directives, HTML that is taken out,
 * links that lead nowhere or somewhere else than they say, notes without a text, pictures outside a figure.
 * @param source Markdown without front matter
 * @param to what a text can link
 * @param folder what is next to the text
 */
export function checkBody(source: string, to: Destinations, folder: StoryFolder): BodyProblem[] {
  const oversize = findOversize(source);
  if (oversize) return [oversize];
  const problems: BodyProblem[] = [];
  const report: Report = (node, fault, { line, column } = { line: 1, column: 1 }) => {
    const start = node.position?.start ?? { line: 1, column: 1 };
    problems.push({ line: start.line + line - 1, column: line === 1 ? start.column + column - 1 : column, ...fault });
  };
  const notes = new NoteCheck(report);
  let anchors: ReadonlySet<string> | undefined;
  const context: LinkContext = {
    to,
    suggest: suggestions(),
    ownAnchors: () => (anchors ??= anchorsIn(source)),
  };
  const checkLink = (node: Written, url: string, text: string, inNode?: { line: number; column: number }): void => {
    for (const fault of faultsOfLink(url, text, context)) report(node, fault, inNode);
  };
  const reportPicture = (node: Written & { url?: string; alt?: string | null | undefined }): void =>
    report(node, {
      what: 'A picture is in the text without credit.',
      write: figureAdvice(node.url ?? '', node.alt ?? ''),
    });
  const lines = source.split(/\r\n|\n|\r/u);
  let depth = 1;
  markdownToHtml(source, {
    features,
    mdastPlugins: [
      defineMdastPlugin({
        name: 'megaton-check',
        options: { position: true },
        link: (node) => checkLink(node, node.url, textOf(node)),
        definition: (node) => checkLink(node, node.url, ''),
        image: reportPicture,
        imageReference: reportPicture,
        html: (node) => {
          const { faults, links } = readRawHtml(node.value);
          for (const { line, column, ...fault } of faults) report(node, fault, { line, column });
          for (const { line, column, url } of links) checkLink(node, url, '', { line, column });
        },
        leafDirective: (node, visit) =>
          checkDirective(node, 'nothing', mayHold(visit.parent(node), node.name), report, context, folder),
        containerDirective: (node, visit) =>
          checkDirective(node, 'text', mayHold(visit.parent(node), node.name), report, context, folder),
        textDirective: (node) => {
          if (Object.keys(node.attributes ?? {}).length > 0)
            report(node, {
              what: `\`:${node.name}\` within a line is text, and the braces behind it would be lost.`,
              write: 'Write `\\{` for the brace; a directive begins a line of its own with two or three colons.',
            });
        },
        heading: (node) => {
          if (node.depth === 1) report(node, headline);
          else if (node.depth > depth + 1)
            report(node, {
              what: `Before this heading with \`${'#'.repeat(node.depth)}\` a level is left out.`,
              write: `Write \`${'#'.repeat(depth + 1)}\`.`,
              warning: true,
            });
          depth = Math.max(node.depth, 2);
        },
        text: (node) => {
          notes.readText(node);
          for (const { fault, inNode } of unreadDirectives(node, lines)) report(node, fault, inNode);
        },
        blockquote: (node) => {
          const fault = faultOfCallout(node, context.suggest);
          if (fault) report(node, fault);
        },
        footnoteReference: (node) => notes.use(node.identifier),
        footnoteDefinition: (node) => notes.define(node.identifier, node),
      }),
    ],
    hastPlugins: mayBeDeep(source) ? [depthPlugin(problems)] : [],
  });
  notes.finish();
  return [...problems, ...readUpdates(source).problems];
}

/** Lines of text that a writer takes for a box: `::: note`, a `:::` too many, `::board {id=x}`. */
function* unreadDirectives(
  { position, ...node }: Written & { value: string },
  lines: readonly string[],
): Iterable<{ fault: LinkProblem; inNode: { line: number; column: number } }> {
  const { line = 1, column = 1 } = position?.start ?? {};
  for (const [index, text] of node.value.split('\n').entries()) {
    const [written, colons = '', blank, name = ''] = /^(::+)([ \t]*)([A-Za-z][\w-]*)?/u.exec(text) ?? [];
    if (written === undefined || (name === '' && text !== colons)) continue;
    // Colons in the middle of a line are text.
    if (index === 0 && !/^[\s>*+\d.)-]*$/u.test(lines[line - 1]?.slice(0, column - 1) ?? '')) continue;
    yield {
      fault: {
        what: `\`${text}\` looks like a box and is text.`,
        write:
          adviceOnHabit(name) ??
          (name === ''
            ? 'Delete the colons, or write the name of a box behind the first ones.'
            : blank === ''
              ? `Write \`${colons}${name}{…}\` with nothing else on the line.`
              : `Write \`${colons}${name}\` without a blank.`),
      },
      inNode: { line: index + 1, column: 1 },
    };
  }
}

/** A quotation that begins as a callout does, and is none. */
function faultOfCallout(node: Written, suggest: typeof nearest): LinkProblem | undefined {
  const first = 'children' in node ? node.children[0] : undefined;
  const words = first?.type === 'paragraph' ? textOf(first) : '';
  const [, name = '', behind = ''] = /^\[!([A-Za-z]+)\][ \t]*([^\n]*)/u.exec(words) ?? [];
  if (name === '') return undefined;
  const advice = `Callouts are ${calloutNames.map((known) => `\`[!${known}]\``).join(', ')}.`;
  if (!calloutNames.includes(name.toUpperCase())) {
    const near = suggest(name.toUpperCase(), calloutNames);
    return {
      what: `There is no callout \`[!${name}]\`.`,
      write: near ? `Did you mean \`[!${near}]\`?` : (adviceOnHabit(name) ?? advice),
    };
  }
  return behind === ''
    ? undefined
    : {
        what: `Text is behind \`[!${name}]\` on its line, so that it is no callout.`,
        write: 'Begin the text on the next line, after `> `.',
      };
}

/** Marks of notes without a note, and notes that no mark names: both would be lost in silence. */
class NoteCheck {
  readonly #used = new Set<string>();
  readonly #defined = new Map<string, Written>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** A mark without its note is plain text. */
  readText(node: Written & { value: string }): void {
    let [line, start] = [1, 0];
    for (const { 0: mark, 1: name, index } of node.value.matchAll(/\n|\[\^([^\]\s[]+)\]/gu)) {
      if (name === undefined) {
        [line, start] = [line + 1, index + 1];
        continue;
      }
      this.#report(
        node,
        {
          what: `There is no note \`${name}\`.`,
          write: `Write \`${mark}: …\` on a line of its own, or take the mark out.`,
        },
        { line, column: index - start + 1 },
      );
    }
  }

  use(name: string): void {
    this.#used.add(name);
  }

  define(name: string, node: Written): void {
    if (this.#defined.has(name))
      this.#report(node, {
        what: `The note \`${name}\` appears twice, and readers see the first only.`,
        write: 'Give each note a name of its own.',
      });
    else this.#defined.set(name, node);
    if (!/^[\w-]+$/u.test(name))
      this.#report(node, {
        what: `The note \`${name}\` has signs in its name that no address holds, so that its mark would lead nowhere.`,
        write: 'Name it with numbers, letters from a to z and hyphens.',
      });
  }

  finish(): void {
    for (const [name, node] of this.#defined) {
      if (!this.#used.has(name))
        this.#report(node, {
          what: `No mark in the text names the note \`${name}\`, so that no reader sees it.`,
          write: `Write \`[^${name}]\` where it belongs, or take the note out.`,
        });
    }
  }
}

/** True where a directive is rendered: on its own, or inside one that may hold it. An update inside another block is reported itself. */
const mayHold = (parent: Written, name: string): boolean =>
  parent.type === 'root' ||
  (parent.type === 'containerDirective' && holdsDirectives(parent.name) && !holdsDirectives(name));

function checkDirective(
  node: WrittenDirective,
  holds: 'text' | 'nothing',
  isPlaced: boolean,
  report: Report,
  context: LinkContext,
  folder: StoryFolder,
): void {
  const attributes = readAttributes(node.attributes);
  const faults = faultsOf({ name: node.name, holds, attributes }, context.suggest);
  for (const fault of faults) report(node, fault);
  if (faults.length > 0) return;
  if (!isPlaced) report(node, misplaced);
  const { id = '', models = id, src = '', alt = '', data = '', kind } = attributes;
  if (node.name === 'board') for (const fault of unknownId('board', id, context)) report(node, fault);
  if (node.name === 'model' || node.name === 'compare')
    for (const model of models.split(' ')) for (const fault of unknownId('model', model, context)) report(node, fault);
  if (node.name === 'chart' && !folder.hasTable(data, kind as ChartKind))
    report(node, {
      what: `There is no table \`${data}\` in this folder.`,
      write: 'Save the figures as CSV in the folder of the article, or write the name of a table that is there.',
    });
  if (node.name !== 'figure') return;
  if (!folder.hasPicture(src))
    report(node, {
      what: `There is no picture \`${src}\` in this folder.`,
      write: 'Put the picture into the folder of the article, or write the name of one that is there.',
    });
  if (isSameText(textOf(node), alt))
    report(node, {
      what: 'The alt text repeats the caption, so a screen reader says it twice.',
      write: 'Say in `alt` what is to be seen.',
      warning: true,
    });
}

function textOf(node: Written): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

function depthPlugin(problems: BodyProblem[]) {
  return defineHastPlugin({
    name: 'megaton-depth',
    after(root) {
      if (isTooDeep(root)) problems.push({ line: 1, column: 1, ...tooDeep });
    },
  });
}

/** A cheap first look, since looking at the whole tree costs more than all the rest: quotations, lists, emphasis, directives or HTML in heaps. */
function mayBeDeep(source: string): boolean {
  return /^(?:[ \t]*>){15}|^[ \t]{30}|[*_~]{30}|:{15}/mu.test(source) || source.split(/<[a-z]/iu).length > 30;
}
