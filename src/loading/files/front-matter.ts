/** A Markdown file, taken apart. */
export interface FrontMatter {
  /** The YAML between the two lines of hyphens. */
  yaml: string;
  /** Line on which the YAML begins, from 1. */
  yamlLine: number;
  /** The text after it. */
  body: string;
  /** Line on which the text begins, from 1. */
  bodyLine: number;
}

// Some editors put a byte order mark first.
const opening = /^\uFEFF?---[ \t]*\r?\n/u;
const closing = /^---[ \t]*$/mu;

/**
 * Splits a Markdown file into front matter and text.
 * @returns undefined when the file does not begin with front matter
 */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const start = opening.exec(text);
  if (!start) return undefined;
  const rest = text.slice(start[0].length);
  const end = closing.exec(rest);
  if (!end) return undefined;
  const yaml = rest.slice(0, end.index);
  const after = rest.slice(end.index + end[0].length).replace(/^\r?\n/u, '');
  const bodyLine = 3 + count(yaml, '\n');
  return { yaml, yamlLine: 2, body: after, bodyLine };
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
