import { isMap, isScalar, LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import type { Problem } from './problem.ts';

/** A step into a parsed value: a key or an index from 0. */
export type Path = readonly PropertyKey[];

/** Where something stands, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A YAML text, read: its value, where each part of it stands, and what is wrong with it. */
export interface ReadYaml {
  value: unknown;
  problems: Problem[];
  /** The place of the value at `path`, or of the nearest part around it. */
  placeOf(path: Path): Place;
  /** The place of the key `key` in the map at `path`. */
  placeOfKey(path: Path, key: string): Place;
}

/** Aliases (`*name`) that a file may expand to; far above need, far below harm. */
const maxAliasCount = 50;

/**
 * Reads a YAML text with the core schema: dates stay text, twin keys are errors.
 * @param text the text
 * @param file path for problems
 * @param firstLine line of the file on which the text begins, from 1
 */
export function readYaml(text: string, file: string, firstLine = 1): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true, prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    file,
    ...place(error.pos[0]),
    what: explainYaml(error.code, error.message),
    write: adviceFor(error.code),
  }));
  let value: unknown;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount });
    } catch {
      problems.push({ file, ...place(0), what: 'The YAML repeats parts by aliases too often.', write: 'Write the parts out instead of using `&` and `*`.' });
    }
  }
  return {
    value,
    problems,
    placeOf: (path) => place(offsetOf(document, path)),
    placeOfKey: (path, key) => place(keyOffsetOf(document, path, key)),
  };
}

function explainYaml(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'This key stands twice in one map.';
  if (code === 'TAB_AS_INDENT') return 'A tab is used as indentation.';
  return `The YAML cannot be read: ${message.split('\n')[0]?.replace(/[.:]?\s*$/u, '') ?? code}.`;
}

function adviceFor(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two.';
  if (code === 'TAB_AS_INDENT') return 'Indent with two spaces.';
  return 'Check indentation, and put text that holds `: ` or `#` or starts with a sign into quotation marks.';
}

function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as ParsedNode | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

function keyOffsetOf(document: Document.Parsed, path: Path, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(map)) {
    for (const pair of map.items) {
      if (isScalar(pair.key) && String(pair.key.value) === key && pair.key.range) return pair.key.range[0];
    }
  }
  return offsetOf(document, path);
}
