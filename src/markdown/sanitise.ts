import type { Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';

/** Elements that a text may hold. */
export const allowedTags: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'blockquote',
  'br',
  'cite',
  'code',
  'dd',
  'del',
  'details',
  'div',
  'dl',
  'dt',
  'em',
  'h2',
  'h3',
  'h4',
  'hr',
  'i',
  'ins',
  'kbd',
  'li',
  'mark',
  'ol',
  'p',
  'pre',
  'q',
  's',
  'section',
  'small',
  'strong',
  'sub',
  'summary',
  'sup',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
]);

/** Attributes that a writer may give to elements in HTML. */
export const allowedAttributes: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href']],
  ['abbr', ['title']],
  ['code', ['class']],
  ['details', ['open']],
  ['ol', ['start']],
]);

/** What a text may hold; everything else is taken out, the text inside it stays. */
const schema: Schema = {
  strip: ['script', 'style', 'iframe', 'object', 'embed', 'noscript', 'template', 'svg', 'math', 'textarea', 'title'],
  clobberPrefix: '',
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
  ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  // The parser makes a checkbox of each task; a writer's own would be reported.
  tagNames: [...allowedTags, 'input'],
  required: { input: { type: 'checkbox', disabled: true } },
  attributes: {
    a: [
      'href',
      ['id', /^fnref-[\w-]+$/u],
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaLabel',
      ['ariaDescribedBy', 'footnote-label'],
      ['className', 'data-footnote-backref'],
    ],
    abbr: ['title'],
    code: [['className', /^language-[\w-]+$/u]],
    // A slot marks the place of a directive; a forged one only repeats the writer's own directive.
    div: ['dataSlot'],
    details: ['open'],
    h2: [['id', 'footnote-label']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [['id', /^fn-[\w-]+$/u]],
    ol: ['start'],
    section: ['dataFootnotes'],
    td: [['style', /^text-align: (?:left|right|center)$/u]],
    th: [['style', /^text-align: (?:left|right|center)$/u]],
  },
  protocols: { href: ['https', 'http', 'mailto', 'model', 'article'] },
};

/**
 * Takes everything out of a tree that could run, style or disguise.
 * @param root the tree as the writer's Markdown and HTML made it
 * @returns a new, safe tree
 */
export function sanitise(root: Root): Root {
  return sanitize(root, schema) as Root;
}
