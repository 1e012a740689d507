import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Callouts in the form of GitHub, and what readers see above them. */
const callouts: ReadonlyMap<string, string> = new Map([
  ['NOTE', 'Note'],
  ['TIP', 'Tip'],
  ['IMPORTANT', 'Important'],
  ['WARNING', 'Warning'],
  ['CAUTION', 'Caution'],
]);

/** Names of callouts. */
export const calloutNames: readonly string[] = [...callouts.keys()];

const mark = /^\[!([A-Za-z]+)\][ \t]*(?:\n|$)/u;

/**
 * Gives quotations that begin with `[!NOTE]` and tasks (`- [x]`) a form that readers see and hear.
 * @param root a safe tree; it is changed
 */
export function shapeCalloutsAndTasks(root: Root): void {
  root.children = root.children.map((node) => shape(node));
}

function shape(node: RootContent | ElementContent): RootContent | ElementContent {
  if (node.type !== 'element') return node;
  const element: Element = { ...node, children: node.children.map((child) => shape(child) as ElementContent) };
  if (element.tagName === 'input') return taskState(element);
  if (element.tagName === 'blockquote') return calloutOf(element) ?? element;
  return element;
}

/** A picture of a box with its state in words: a box that nobody can tick is in the way of a keyboard. */
function taskState({ properties }: Element): Element {
  const done = properties.checked === true;
  return make('span', { className: ['task'], role: 'img', ariaLabel: done ? 'Done:' : 'Open:' }, [
    { type: 'text', value: done ? '☑' : '☐' },
  ]);
}

function calloutOf({ children }: Element): Element | undefined {
  const index = children.findIndex(({ type }) => type === 'element');
  const first = children[index];
  const begin = first?.type === 'element' && first.tagName === 'p' ? first.children[0] : undefined;
  if (first?.type !== 'element' || begin?.type !== 'text') return undefined;
  const [whole = '', name = ''] = mark.exec(begin.value) ?? [];
  const label = callouts.get(name.toUpperCase());
  if (label === undefined) return undefined;
  const rest = begin.value.slice(whole.length);
  const words = [...(rest === '' ? [] : [{ ...begin, value: rest }]), ...first.children.slice(1)];
  return make('div', { className: ['callout'], role: 'note', ariaLabel: label }, [
    make('p', { className: ['callout-title'] }, [make('strong', {}, [{ type: 'text', value: label }])]),
    ...(words.length > 0 ? [{ ...first, children: words }] : []),
    ...children.slice(index + 1),
  ]);
}

function make(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
