import { Tokenizer, type Token, type TokenHandler } from 'parse5';
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
      what: `\`<${tagName}>\` is taken out of the text.`,
      write: 'Write Markdown, or a directive such as `::video{…}`.',
    });
    return;
  }
  for (const { name, value } of attrs) {
    const place = positionOf(location?.attrs?.[name] ?? location);
    const allowed = allowedAttributes[tagName] ?? [];
    if (!allowed.includes(name))
      faults.push({
        ...place,
        what: `\`${name}\` of \`<${tagName}>\` is taken out of the text.`,
        write: adviceOn(name, allowed),
      });
    else if (name === 'href') links.push({ ...place, url: value.trim() });
  }
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
