import { mdxToMdast, type MdastNode, type MdxJsxAttributeUnion } from 'satteri';
import { suggestions } from '#domain/text/nearest';
import { headline, type BodyProblem } from './check.ts';
import { faultsOfLink, type Destinations, type LinkContext, type LinkProblem } from './check-links.ts';
import { allowedAttributes, allowedTags } from './sanitise.ts';
import { findOversize } from './size.ts';

/** What a page shows of `site.yaml`, as a writer types it. */
const components = {
  Email: '<Email address={props.contacts.general} />',
  PostalAddress: '<PostalAddress lines={props.address} />',
};

const escape = 'For the sign itself, write a backslash in front of it: `\\{` or `\\<`.';
const code = { what: 'What is between braces is code, and a page has none.', write: escape };
const importOrExport = {
  what: 'A paragraph that begins with `import` or `export` is code, and a page has none.',
  write: 'Begin the sentence with another word, or delete it.',
};
/** The parser looks for the end of each brace in all the text behind it. */
const mostBraces = 500;

/**
 * Finds what would stop the build or be lost in the text of a standing page or a product, which is MDX: Markdown with
 * elements. None of it is run.
 * @param source MDX without front matter
 * @param to what a text can link
 * @param contacts names of the e-mail addresses in `site.yaml`; undefined where that file is wrong itself
 */
export function checkPage(source: string, to: Destinations, contacts: readonly string[] | undefined): BodyProblem[] {
  const oversize = findOversize(source);
  if (oversize) return [oversize];
  if (source.split('{').length > mostBraces)
    return [{ line: 1, column: 1, what: `The text has more than ${mostBraces} braces.`, write: escape }];
  // The page is made by Astro, which knows its anchors; the check of the built site finds those that are not there.
  const context: LinkContext = { to, suggest: suggestions(), ownAnchors: () => undefined };
  try {
    return [...faultsIn(mdxToMdast(source, { position: true }), context, contacts)];
  } catch (error) {
    return [readSyntaxError(error instanceof Error ? error.message : String(error))];
  }
}

function* faultsIn(
  node: MdastNode,
  context: LinkContext,
  contacts: readonly string[] | undefined,
): Iterable<BodyProblem> {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  for (const fault of faultsOfNode(node, context, contacts)) yield { line, column, ...fault };
  if ('children' in node) for (const child of node.children) yield* faultsIn(child, context, contacts);
}

function faultsOfNode(node: MdastNode, context: LinkContext, contacts: readonly string[] | undefined): LinkProblem[] {
  switch (node.type) {
    case 'link':
    case 'definition':
      return faultsOfPageLink(node.url, context);
    case 'heading':
      return node.depth === 1 ? [headline] : [];
    case 'mdxjsEsm':
      return [importOrExport];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return /^\s*\/\*[^]*\*\/\s*$/u.test(node.value) ? [] : [code];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return faultsOfElement(node.name ?? '', node.attributes, context, contacts);
    default:
      return [];
  }
}

function faultsOfPageLink(url: string, context: LinkContext): LinkProblem[] {
  const [, kind, id = ''] = /^(model|article):(.*)$/u.exec(url) ?? [];
  if (kind === undefined) return faultsOfLink(url, '', context);
  return [
    {
      what: `A page has no links with \`${kind}:\`.`,
      write: `Write \`/${kind === 'model' ? 'models' : 'news'}/${id}/\`.`,
    },
  ];
}

function faultsOfElement(
  name: string,
  attributes: readonly MdxJsxAttributeUnion[],
  context: LinkContext,
  contacts: readonly string[] | undefined,
): LinkProblem[] {
  if (/^[a-z]/u.test(name)) return faultsOfHtml(name, attributes, context);
  if (!Object.hasOwn(components, name)) {
    const near = context.suggest(name, Object.keys(components));
    return [
      {
        what: `There is no element \`<${name}>\`.`,
        write: near
          ? `Did you mean \`<${near}>\`?`
          : `Elements are ${Object.keys(components)
              .map((known) => `\`<${known}>\``)
              .join(' and ')}.`,
      },
    ];
  }
  const known = name as keyof typeof components;
  const [attribute, ...others] = attributes;
  const expression = attribute && expressionOf(attribute);
  if (others.length > 0 || expression === undefined) return [wrongElement(known)];
  if (known === 'PostalAddress') return expression === 'props.address' ? [] : [wrongElement(known)];
  const [, contact] = /^props\.contacts\.(\w+)$/u.exec(expression) ?? [];
  if (contact === undefined) return [wrongElement(known)];
  if (contacts === undefined || contacts.includes(contact)) return [];
  return [{ what: `There is no contact \`${contact}\` in site.yaml.`, write: `Contacts are ${contacts.join(', ')}.` }];
}

function faultsOfHtml(name: string, attributes: readonly MdxJsxAttributeUnion[], context: LinkContext): LinkProblem[] {
  if (!allowedTags.has(name))
    return [{ what: `\`<${name}>\` is not allowed in a page.`, write: 'Write it as Markdown, or delete the tag.' }];
  const allowed = allowedAttributes.get(name) ?? [];
  return attributes.flatMap((attribute) => {
    if (expressionOf(attribute) !== undefined || attribute.type === 'mdxJsxExpressionAttribute') return [code];
    if (!allowed.includes(attribute.name))
      return [{ what: `\`${attribute.name}\` of \`<${name}>\` is not allowed in a page.`, write: 'Delete it.' }];
    return attribute.name === 'href' && typeof attribute.value === 'string'
      ? faultsOfPageLink(attribute.value, context)
      : [];
  });
}

const wrongElement = (name: keyof typeof components): LinkProblem => ({
  what: `The element \`<${name}>\` has other fields than it needs.`,
  write: `Write \`${components[name]}\`.`,
});

/** The code between the braces of an attribute; undefined where there is none. */
function expressionOf(attribute: MdxJsxAttributeUnion): string | undefined {
  if (attribute.type === 'mdxJsxExpressionAttribute') return attribute.value;
  return typeof attribute.value === 'object' && attribute.value !== null ? attribute.value.value.trim() : undefined;
}

/** The parser gives the position and the reason in one line: `3:1: Expected a closing tag for …  (rule)`. */
function readSyntaxError(message: string): BodyProblem {
  const [, line = '1', column = '1', reason = message] =
    /^(\d+):(\d+): ([^]*?)(?: \([\w-]+:[\w-]+\))?$/u.exec(message) ?? [];
  const at = { line: Number(line), column: Number(column) };
  const [, open] = /^Expected a closing tag for `<([^>`]*)>`/u.exec(reason) ?? [];
  if (open !== undefined)
    return { ...at, what: `The element \`<${open}>\` has no end.`, write: `Write \`</${open}>\` where it ends.` };
  if (reason.includes('to create a comment in MDX'))
    return { ...at, what: 'A comment of HTML is not possible in a page.', write: 'Write `{/* … */}`.' };
  if (reason.includes('to create a link in MDX'))
    return {
      ...at,
      what: 'What begins with `<` here is no element.',
      write: 'Write a link as `[words](https://…)`, and the sign itself as `\\<`.',
    };
  if (/closing brace for `\{`|parse (?:expression|esm)/u.test(reason)) return { ...at, ...code };
  return { ...at, what: `The text cannot be read: ${reason.replace(/\.$/u, '')}.`, write: escape };
}
