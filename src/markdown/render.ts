import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { defineHastPlugin, defineMdastPlugin, markdownToHtml, type Features } from 'satteri';
import { shapeCalloutsAndTasks } from './callouts.ts';
import { faultsOf, misplaced, readAttributes } from './directives.ts';
import { sanitise } from './sanitise.ts';
import { deepest, findOversize, tooDeep } from './size.ts';

/** Where a link inside a text leads. */
export interface Target {
  path: string;
  /** The model's present rank, such as `No. 18`, and the board that gives it; only for models that are ranked. */
  rank?: { label: string; board: string } | undefined;
}

/** Finds the page behind `model:` and `article:` links. */
export interface Targets {
  model: (id: string) => Target | undefined;
  article: (slug: string) => Target | undefined;
}

/** A part of a text, ready for the page, or a directive that a component renders. */
export type Block =
  | { kind: 'html'; html: string }
  /** About half of the text is before this place. */
  | { kind: 'half' }
  | { kind: 'directive'; name: string; attributes: Record<string, string>; html: string };

/** A heading that a contents list can point to. */
export interface Heading {
  id: string;
  text: string;
  /** 2 for a part of the text, 3 and 4 for what is within one. */
  level: number;
}

/** A text, rendered. */
export interface RenderedText {
  blocks: Block[];
  headings: Heading[];
  /** All words, for counting. */
  text: string;
}

/** Markdown that cannot be rendered as it is. */
export class BodyError extends Error {
  override readonly name = 'BodyError';
}

export const features: Features = {
  directive: true,
  rawHtml: true,
  // With it, one tilde is a subscript (`H~2~O`), and only two strike out.
  subscript: true,
  smartPunctuation: { quotes: true, dashes: false, ellipses: false },
  gfm: { footnotes: { label: 'Notes', clobberPrefix: '', backLabel: 'Back to the text, note {reference}' } },
};

// NUL cannot occur in parsed Markdown (CommonMark replaces it), so it is a safe mark between blocks.
const mark = '\0';

/** Keeps a rank on the line of its model; and browsers copy it where they drop a space at the edge of hidden words. */
const noBreakSpace = '\u00a0';

interface Slot {
  name: string;
  attributes: Record<string, string>;
}

/**
 * Turns the Markdown of a story into safe HTML and directives.
 * @param source Markdown without front matter
 * @param targets finds models and articles that the text links
 * @throws BodyError on an unknown directive, a directive inside another block, a link to nothing, or parts too deep inside each other
 */
export function renderBody(source: string, targets: Targets): RenderedText {
  const slots: Slot[] = [];
  const headings: Heading[] = [];
  let text = '';
  const { html } = markdownToHtml(source, {
    features,
    mdastPlugins: [directivePlugin(slots)],
    hastPlugins: [
      defineHastPlugin({
        name: 'megaton-text',
        after(root, context) {
          if (isTooDeep(root)) throw new BodyError(`${tooDeep.what} ${tooDeep.write}`);
          const safe = sanitise(root);
          shapeCalloutsAndTasks(safe);
          text = textOf(safe);
          const anchors = new Anchors();
          safe.children = safe.children.flatMap((node) => finish(node, { targets, headings, anchors }));
          markBlocks(safe, slots.length);
          context.replaceNode(root, safe);
        },
      }),
    ],
  });
  return { blocks: splitBlocks(html, slots), headings, text };
}

/**
 * The anchors that a rendered story has: its headings and notes.
 * @param source Markdown without front matter
 * @returns undefined when the text cannot be rendered as it is
 */
export function anchorsIn(source: string): ReadonlySet<string> | undefined {
  if (findOversize(source)) return undefined;
  const anywhere = { path: '/' };
  try {
    const { blocks } = renderBody(source, { model: () => anywhere, article: () => anywhere });
    const html = blocks.map((block) => ('html' in block ? block.html : '')).join('');
    return new Set([...html.matchAll(/<[a-z][^>]* id="([^"]+)"/gu)].map(([, id = '']) => id));
  } catch (error) {
    if (error instanceof BodyError) return undefined;
    throw error;
  }
}

/** Puts an empty slot where a directive is, and remembers the directive. */
function directivePlugin(slots: Slot[]) {
  const open = (
    name: string,
    attributes: Record<string, string | null | undefined> | null | undefined,
    holds: 'text' | 'nothing',
  ): { hName: string; hProperties: Record<string, string> } => {
    const written = readAttributes(attributes);
    const [fault] = faultsOf({ name, holds, attributes: written });
    if (fault) throw new BodyError(`${fault.what} ${fault.write}`);
    slots.push({ name, attributes: written });
    return { hName: 'div', hProperties: { dataSlot: String(slots.length - 1) } };
  };
  return defineMdastPlugin({
    name: 'megaton-directives',
    leafDirective: (node, context) => context.setProperty(node, 'data', open(node.name, node.attributes, 'nothing')),
    containerDirective: (node, context) => context.setProperty(node, 'data', open(node.name, node.attributes, 'text')),
    // `16:9` and `10:30` are text: a directive inside a line does not exist here.
    textDirective: (node, context) => {
      const label =
        node.children.length > 0
          ? [{ type: 'text' as const, value: '[' }, ...node.children, { type: 'text' as const, value: ']' }]
          : [];
      context.replaceNode(node, [{ type: 'text', value: `:${node.name}` }, ...label]);
    },
  });
}

/** Gives each heading an anchor of its own. */
class Anchors {
  readonly #taken = new Set<string>();
  /** How many headings have the same words. */
  readonly #counts = new Map<string, number>();

  take(base: string): string {
    let count = (this.#counts.get(base) ?? 0) + 1;
    let id = count === 1 ? base : `${base}-${count}`;
    for (; this.#taken.has(id); id = `${base}-${count}`) count += 1;
    this.#counts.set(base, count);
    this.#taken.add(id);
    return id;
  }
}

/** What links lead to, and what headings add to. */
interface Finishing {
  targets: Targets;
  headings: Heading[];
  anchors: Anchors;
}

/** Finishes one safe node and all inside it: links, headings, tables. */
function finish(
  node: RootContent | ElementContent,
  finishing: Finishing,
): RootContent | ElementContent | ElementContent[] {
  if (node.type !== 'element') return node;
  const children = node.children.flatMap((child) => finish(child, finishing) as ElementContent);
  const element: Element = { ...node, children };
  switch (element.tagName) {
    case 'a':
      return finishLink(element, finishing.targets);
    case 'h2':
    case 'h3':
    case 'h4':
      return element.properties.id === undefined ? finishHeading(element, textOf(node), finishing) : element;
    case 'td':
    case 'th':
      return finishCell(element);
    case 'table':
      return make('div', { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: tableName(element) }, [
        element,
      ]);
    default:
      return element;
  }
}

/** A link, with a label behind one to a ranked model. The label is no part of the link, so that the link's name is the model's. */
function finishLink(link: Element, targets: Targets): Element | ElementContent[] {
  const href = link.properties.href ?? '';
  const [, scheme, id = ''] = /^(model|article):(.*)$/u.exec(href) ?? [];
  if (scheme === undefined) return link;
  const target = scheme === 'model' ? targets.model(id) : targets.article(id);
  if (!target) throw new BodyError(`There is no ${scheme} \`${id}\`.`);
  if (scheme === 'article') return make('a', { href: target.path }, link.children);
  const model = make('a', { href: target.path, className: ['model-link'] }, link.children);
  if (!target.rank) return model;
  const { label, board } = target.rank;
  return [
    model,
    words(noBreakSpace),
    make('span', { className: ['model-rank'] }, [
      words(`(${label}`),
      make('span', { className: ['visually-hidden'] }, [words(`${noBreakSpace}in ${board}`)]),
      words(')'),
    ]),
  ];
}

/** @param text the heading's words, without the ranks behind its links: an anchor must not move with a rank */
function finishHeading(heading: Element, text: string, { headings, anchors }: Finishing): Element {
  const slug =
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/gu, '') || 'section';
  // These belong to footnotes.
  const base = /^(?:fn-|fnref-|footnote-label$)/u.test(slug) ? `section-${slug}` : slug;
  const id = anchors.take(base);
  headings.push({ id, text, level: Number(heading.tagName.slice(1)) });
  return { ...heading, properties: { ...heading.properties, id } };
}

/** Tables are distinguished by the heads of their columns. */
function tableName(table: Element): string {
  const heads = table.children.filter((child) => child.type === 'element' && child.tagName === 'thead').map(textOf);
  const names = heads.join(' ').trim().replace(/\s+/gu, ' ');
  return names === '' ? 'Table' : `Table: ${names}`;
}

/** A strict Content-Security-Policy refuses style attributes: alignment becomes a class. */
function finishCell(cell: Element): Element {
  const { style, ...properties } = cell.properties;
  const side = typeof style === 'string' ? style.replace('text-align: ', '') : undefined;
  return {
    ...cell,
    properties: side && side !== 'left' ? { ...properties, className: [`align-${side}`] } : properties,
  };
}

/** True for a tree with more levels than walks can take. */
export function isTooDeep(root: Root): boolean {
  let level: (Root | RootContent)[] = [root];
  for (let depth = 0; depth <= deepest; depth += 1)
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  return level.length > 0;
}

const words = (value: string): Text => ({ type: 'text', value });

function make(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

/** The number of a note and the arrow back from it are no words. */
const isNoteLink = (node: Root | RootContent): boolean =>
  node.type === 'element' &&
  ['dataFootnoteRef', 'dataFootnoteBackref'].some((name) => Object.hasOwn(node.properties, name));

function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  if (isNoteLink(node)) return '';
  return 'children' in node ? node.children.map(textOf).join(isBlock(node) ? ' ' : '') : '';
}

const isBlock = (node: Root | RootContent): boolean =>
  node.type === 'root' ||
  (node.type === 'element' && /^(?:div|section|table|thead|tbody|tr|ul|ol|li|blockquote|details)$/u.test(node.tagName));

/** Sets marks around directives and at half of the text. */
function markBlocks(root: Root, slotCount: number): void {
  const half = halfway(root.children);
  const seen = new Set<string>();
  root.children = root.children.flatMap((node, index) => {
    const before = index === half ? [raw(`${mark}half${mark}`)] : [];
    const slot = slotOf(node);
    if (slot === undefined || !(Number(slot) < slotCount)) return [...before, node];
    seen.add(slot);
    return [...before, raw(`${mark}slot ${slot}${mark}`), ...(node as Element).children, raw(`${mark}end${mark}`)];
  });
  if (seen.size < slotCount) throw new BodyError(`${misplaced.what} ${misplaced.write}`);
}

const raw = (value: string): RootContent => ({ type: 'raw', value }) as unknown as RootContent;

const slotOf = (node: RootContent): string | undefined =>
  node.type === 'element' && node.tagName === 'div' && node.properties['dataSlot'] !== undefined
    ? String(node.properties['dataSlot'])
    : undefined;

/** Letters that a text has at least before something is put into its middle. */
const longEnough = 1500;

/** Index of the first block after half of the text, where a break does not disturb: before a paragraph or heading, and not behind a heading. */
function halfway(nodes: readonly RootContent[]): number | undefined {
  const textBlocks = nodes.filter((node) => node.type === 'element' && node.tagName !== 'section');
  const total = textBlocks.reduce((sum, node) => sum + textOf(node).length, 0);
  if (total < longEnough) return undefined;
  let sum = 0;
  let previous: RootContent | undefined;
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'element') continue;
    if (
      sum >= total / 2 &&
      /^(?:p|h2|h3)$/u.test(node.tagName) &&
      !(previous?.type === 'element' && /^h\d$/u.test(previous.tagName))
    )
      return index;
    sum += textOf(node).length;
    previous = node;
  }
  return undefined;
}

function splitBlocks(html: string, slots: readonly Slot[]): Block[] {
  const parts = html.split(mark);
  const blocks: Block[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    if (index % 2 === 0) {
      if (part.trim() !== '') blocks.push({ kind: 'html', html: part.trim() });
    } else if (part === 'half') {
      blocks.push({ kind: 'half' });
    } else if (part.startsWith('slot ')) {
      const slot = slots[Number(part.slice(5))];
      if (slot) blocks.push({ kind: 'directive', ...slot, html: (parts[index + 1] ?? '').trim() });
      index += 2;
    }
  }
  return blocks;
}
