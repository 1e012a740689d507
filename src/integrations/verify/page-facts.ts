import { Parser } from 'htmlparser2';

/** What checks know of a page, or of a stretch of HTML or SVG. */
export interface PageFacts {
  /** `/news/` for `/news/index.html`. */
  address: string;
  /** Anchors. */
  ids: ReadonlySet<string>;
  /** Addresses that readers may follow. */
  links: readonly string[];
  /** Addresses that a browser fetches by itself. */
  loads: readonly string[];
  /** Addresses that forms are sent to. */
  forms: readonly string[];
  /** Texts of inline scripts; blocks of data are none. */
  inlineScripts: readonly string[];
  /** Texts of style elements. */
  inlineStyles: readonly string[];
  /** Markup that a strict policy refuses, or that could run. */
  dangers: readonly string[];
}

/** Elements that run, frame or restyle, and that no page of the site needs. */
const dangerous = /^(?:applet|base|embed|frame|frameset|object|portal)$/u;
/** Attributes whose addresses a browser fetches by itself. */
const loading: Record<string, readonly string[]> = {
  iframe: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  script: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  input: ['src'],
  image: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
};
/** Relations of `link` elements that say something and fetch nothing. */
const silent = /^(?:alternate|author|canonical|hub|license|me|next|prev|search|self)$/u;
const dataType = /^application\/(?:ld\+)?json$|^speculationrules$/u;

/** Reads HTML or SVG. */
export function factsOf(address: string, markup: string, xmlMode = false): PageFacts {
  const ids = new Set<string>();
  const facts = {
    links: [] as string[],
    loads: [] as string[],
    forms: [] as string[],
    inlineScripts: [] as string[],
    inlineStyles: [] as string[],
    dangers: [] as string[],
  };
  let script: string | undefined;
  let style: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = name.toLowerCase();
        if (attributes['id'] !== undefined) ids.add(attributes['id']);
        if (dangerous.test(tag)) facts.dangers.push(`<${tag}>`);
        facts.dangers.push(...dangersIn(tag, attributes));
        facts.loads.push(...loadsOf(tag, attributes));
        const href = attributes['href'];
        if (href !== undefined && (tag === 'a' || tag === 'area' || tag === 'link')) facts.links.push(href);
        if (tag === 'form') facts.forms.push(attributes['action'] ?? address);
        if (attributes['formaction'] !== undefined) facts.forms.push(attributes['formaction']);
        script =
          tag === 'script' && attributes['src'] === undefined && !dataType.test(attributes['type'] ?? '')
            ? ''
            : undefined;
        style = tag === 'style' ? '' : undefined;
      },
      ontext(text) {
        if (script !== undefined) script += text;
        if (style !== undefined) style += text;
      },
      onclosetag(name) {
        const tag = name.toLowerCase();
        if (tag === 'script' && script !== undefined) facts.inlineScripts.push(script);
        if (tag === 'style' && style !== undefined) facts.inlineStyles.push(style);
        script = style = undefined;
      },
    },
    { xmlMode },
  );
  parser.end(markup);
  return { address, ids, ...facts };
}

function dangersIn(tag: string, attributes: Record<string, string>): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    const attribute = name.toLowerCase();
    if (attribute === 'style' || attribute === 'srcdoc' || attribute.startsWith('on')) return [`<${tag} ${attribute}>`];
    if (tag === 'meta' && attribute === 'http-equiv' && !/^content-security-policy$/iu.test(value))
      return [`<meta http-equiv="${value}">`];
    return /^(?:href|xlink:href|src|action|formaction|poster|data)$/u.test(attribute) && runs(value)
      ? [`<${tag} ${attribute}="${value.slice(0, 60)}">`]
      : [];
  });
}

/** True for addresses that run or hold a document of their own; browsers skip blanks and control characters in them. */
const runs = (address: string): boolean =>
  /^(?:javascript|vbscript|data|blob|filesystem):/iu.test(address.replace(/[\u0000-\u0020]/gu, ''));

function loadsOf(tag: string, attributes: Record<string, string>): string[] {
  if (tag === 'link')
    return (attributes['rel'] ?? '').split(/\s+/u).every((relation) => silent.test(relation))
      ? []
      : [attributes['href'] ?? ''];
  return (loading[tag] ?? []).flatMap((name) => {
    const value = attributes[name];
    if (value === undefined) return [];
    return name === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s+/u)[0] ?? '') : [value];
  });
}
