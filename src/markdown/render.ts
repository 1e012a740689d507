import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { defineHastPlugin, defineMdastPlugin, markdownToHtml, type Features } from 'satteri';
import { updateAnchor, updateMoment } from '#domain/stories/updates';
import { shapeCalloutsAndTasks } from './callouts.ts';
import { faultsOf, holdsDirectives, misplaced, readAttributes } from './directives.ts';
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
export type TextBlock =
  | { kind: 'html'; html: string }
  | { kind: 'directive'; name: string; attributes: Record<string, string>; html: string };

/** A dated update of a live story. */
export interface UpdateBlock {
  kind: 'update';
  attributes: Record<string, string>;
  blocks: TextBlock[];
  /** Its words. */
  text: string;
}

/** A part of a text. */
export type Block =
  | TextBlock
  /** About half of the text is before this place. */
  | { kind: 'half' }
  | UpdateBlock;

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
  /** The words of an update. */
  text: string;
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
          markBlocks(safe, slots);
          context.replaceNode(root, safe);
        },
      }),
    ],
  });
  return { blocks: splitBlocks(html, slots), headings, text };
}

/**
 * The anchors that a rendered story has: its headings, notes and updates.
 * @param source Markdown without front matter
 * @returns undefined when the text cannot be rendered as it is
 */
export function anchorsIn(source: string): ReadonlySet<string> | undefined {
  if (findOversize(source)) return undefined;
  const anywhere = { path: '/' };
  try {
    const { blocks } = renderBody(source, { model: () => anywhere, article: () => anywhere });
    return new Set(blocks.flatMap(anchorsOf));
  } catch (error) {
    if (error instanceof BodyError) return undefined;
    throw error;
  }
}

function anchorsOf(block: Block): string[] {
  if (block.kind === 'half') return [];
  if (block.kind === 'update')
    return [...updateAnchors(block.attributes['at'] ?? ''), ...block.blocks.flatMap(anchorsOf)];
  return [...block.html.matchAll(/<[a-z][^>]* id="([^"]+)"/gu)].map(([, id = '']) => id);
}

/** None for a moment that does not exist, which the check reports. */
const updateAnchors = (at: string): string[] => (Number.isNaN(Date.parse(at)) ? [] : [updateAnchor(updateMoment(at))]);

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
    slots.push({ name, attributes: written, text: '' });
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
  // These belong to footnotes and updates.
  const base = /^(?:fn-|fnref-|footnote-label$|update-\d{8}-\d{4})/u.test(slug) ? `section-${slug}` : slug;
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
function markBlocks(root: Root, slots: readonly Slot[]): void {
  const half = halfway(root.children);
  const seen = new Set<string>();
  const markSlot = (node: RootContent): RootContent[] => {
    const written = slotOf(node);
    const slot = slots[Number(written)];
    if (written === undefined || slot === undefined) return [node];
    seen.add(written);
    const { children } = node as Element;
    const holds = holdsDirectives(slot.name);
    if (holds) slot.text = textOf(node).trim().replace(/\s+/gu, ' ');
    return [
      raw(`${mark}slot ${written}${mark}`),
      ...(holds ? children.flatMap(markInner) : children),
      raw(`${mark}end${mark}`),
    ];
  };
  // Nothing that holds others is inside another.
  const markInner = (node: RootContent): RootContent[] => {
    const slot = slots[Number(slotOf(node))];
    return slot && !holdsDirectives(slot.name) ? markSlot(node) : [node];
  };
  root.children = root.children.flatMap((node, index) => [
    ...(index === half ? [raw(`${mark}half${mark}`)] : []),
    ...markSlot(node),
  ]);
  if (seen.size < slots.length) throw new BodyError(`${misplaced.what} ${misplaced.write}`);
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

const splitBlocks = (html: string, slots: readonly Slot[]): Block[] => readBlocks(html.split(mark).values(), slots);

/** Reads up to the end of a directive or of the text. @param pieces HTML and marks in turn */
function readBlocks(pieces: Iterator<string>, slots: readonly Slot[]): Block[] {
  const blocks: Block[] = [];
  for (let piece = pieces.next(); !piece.done; piece = pieces.next()) {
    const html = piece.value.trim();
    if (html !== '') blocks.push({ kind: 'html', html });
    const next = pieces.next();
    if (next.done || next.value === 'end') return blocks;
    const slot = slots[Number(next.value.replace('slot ', ''))];
    if (slot === undefined) blocks.push({ kind: 'half' });
    else blocks.push(blockOf(slot, readBlocks(pieces, slots) as TextBlock[]));
  }
  return blocks;
}

function blockOf({ name, attributes, text }: Slot, blocks: TextBlock[]): Block {
  if (holdsDirectives(name)) return { kind: 'update', attributes, blocks, text };
  return { kind: 'directive', name, attributes, html: blocks.map(({ html }) => html).join('') };
}
