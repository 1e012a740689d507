import { Tokenizer, type Token, type TokenHandler } from 'parse5';
import { shortened } from '#domain/text/visible';
import { allowedAttributes, allowedTags } from './sanitise.ts';

/** A place inside a stretch of HTML, counted from 1. */
interface PositionInHtml {
  line: number;
  column: number;
}

/** Something in HTML that the renderer takes out. */
export interface HtmlProblem extends PositionInHtml {
  what: string;
  write: string;
}

/** An address that a stretch of HTML links. */
export interface HtmlLink extends PositionInHtml {
  url: string;
}

/** What a stretch of HTML holds that a writer should know of. */
export interface HtmlFindings {
  faults: HtmlProblem[];
  links: HtmlLink[];
}

/**
 * Reads a stretch of HTML by the rules of browsers and reports what of it no reader would see.
 * @param html as it is in the Markdown; elements may begin or end outside of it
 */
export function readRawHtml(html: string): HtmlFindings {
  const findings: HtmlFindings = { faults: [], links: [] };
  const nothing = (): void => undefined;
  const handler: TokenHandler = {
    onStartTag: (token) => readTag(token, findings),
    onEndTag: nothing,
    onCharacter: nothing,
    onNullCharacter: nothing,
    onWhitespaceCharacter: nothing,
    onComment: nothing,
    onDoctype: nothing,
    onEof: nothing,
  };
  new Tokenizer({ sourceCodeLocationInfo: true }, handler).write(html, true);
  return findings;
}

function readTag({ tagName, attrs, location }: Token.TagToken, { faults, links }: HtmlFindings): void {
  if (!allowedTags.has(tagName)) {
    faults.push({
      ...positionOf(location),
      what: `\`<${tagName}>\` is not allowed and would be taken out.`,
      write: adviceOnTag(tagName, attrs),
    });
    return;
  }
  for (const { name, value } of attrs) {
    const place = positionOf(location?.attrs?.[name] ?? location);
    const allowed = allowedAttributes.get(tagName) ?? [];
    if (!allowed.includes(name))
      faults.push({
        ...place,
        what: `\`${name}\` of \`<${tagName}>\` is not allowed and would be taken out.`,
        write: adviceOn(name, allowed),
      });
    else if (name === 'href') links.push({ ...place, url: value.trim() });
  }
}

/** Elements that do something; no story runs anything. */
const running = /^(?:script|object|embed|applet|form|input|button|select|textarea|link|meta|base|template|noscript)$/u;
const players = /^(?:iframe|video|audio|source)$/u;

function adviceOnTag(tagName: string, attrs: Token.TagToken['attrs']): string {
  const valueOf = (name: string): string => attrs.find((attribute) => attribute.name === name)?.value.trim() ?? '';
  if (tagName === 'img' || tagName === 'picture') return figureAdvice(valueOf('src'), valueOf('alt'));
  if (players.test(tagName)) return 'Write `::video{url="https://…" title="…"}` on a line of its own.';
  if (running.test(tagName)) return 'Delete it: no story runs script.';
  if (tagName === 'style') return 'Delete it: all stories have one look.';
  if (tagName === 'h1') return 'Write `## ` and the words: the headline is in the front matter.';
  return 'Write it as Markdown, or delete the tag; the words in it stay.';
}

/**
 * A picture as it has to be written, short enough for a message.
 * @param src the file, as the writer has it
 * @param alt its description, as the writer has it
 */
export function figureAdvice(src: string, alt: string): string {
  const file = /(?:^|\/)([a-z0-9][a-z0-9._-]{0,15}\.(?:webp|png|jpe?g))$/u.exec(src)?.[1] ?? 'picture.webp';
  const words = shortened(alt.replace(/["`]/gu, '').trim(), 12) || '…';
  return `Put the picture into the folder of the story, and write \`:::figure{src=${file} alt="${words}" credit="…" made=photo}\`, a caption, and \`:::\`, each on a line of its own.`;
}

const positionOf = (location: Token.Location | null | undefined): PositionInHtml => ({
  line: location?.startLine ?? 1,
  column: location?.startCol ?? 1,
});

function adviceOn(name: string, allowed: readonly string[]): string {
  if (name.startsWith('on')) return 'Delete it: no story runs script.';
  if (name === 'style' || name === 'class') return 'Delete it: all stories have one look.';
  return allowed.length > 0
    ? `Delete it; only these are possible here: ${allowed.map((other) => `\`${other}\``).join(' or ')}.`
    : 'Delete it.';
}
