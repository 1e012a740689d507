import {
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type ErrorCode,
  type ParsedNode,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import type { Problem } from '../problem.ts';

/** A step into a parsed value: a key or an index from 0. */
export type Path = readonly PropertyKey[];

/** Where something is, counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A YAML text, read: its value, where each part of it is, and what is wrong with it. */
export interface ReadYaml {
  value: unknown;
  problems: Problem[];
  /** The place of the value at `path`, or of the nearest part around it. */
  positionOf(path: Path): Position;
  /** The place of the key `key` in the map at `path`. */
  positionOfKey(path: Path, key: string): Position;
}

/** Aliases (`*name`) that a file may expand to; far above what content needs, far below what fills the memory. */
const maxAliasCount = 50;

/**
 * Reads a YAML text with the core schema: dates stay text, duplicate keys are errors.
 * @param text the text
 * @param file path for problems
 * @param firstLine line of the file on which the text begins, from 1
 */
export function readYaml(text: string, file: string, firstLine = 1): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const problems: Problem[] = firstOfEachLine(
    causes([...document.errors, ...document.warnings]).map((error) => ({
      file,
      ...place(error.pos[0]),
      ...explainYaml(error, text),
    })),
  );
  let value: unknown;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount });
    } catch (error) {
      const [, name] = /^Unresolved alias .*: (.+)$/u.exec((error as Error).message) ?? [];
      const offset = name === undefined ? 0 : text.indexOf(`*${name}`);
      problems.push({ file, ...place(offset), ...explainAlias(name) });
    }
  }
  return {
    value,
    problems,
    positionOf: (path) => place(offsetOf(document, path)),
    positionOfKey: (path, key) => place(keyOffsetOf(document, path, key)),
  };
}

/** A tab throws the reading of all that follows: only the tabs are to be fixed. */
function causes(errors: readonly (YAMLParseError | YAMLWarning)[]): readonly (YAMLParseError | YAMLWarning)[] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  return tabs.length > 0 ? tabs : errors;
}

/** One typing mistake often makes several errors; the first of a line is the one that helps. */
function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  const lines = new Set<number>();
  return problems.filter(({ line }) => !lines.has(line) && lines.add(line));
}

type Explanation = Pick<Problem, 'what' | 'write'>;

const oneColumn = 'Write each field as `field: text`, and begin fields that belong together in the same column.';

/** Plain words for the slips that writers make most. */
const slips: Partial<Record<ErrorCode, Explanation>> = {
  TAB_AS_INDENT: { what: 'A tab is used as indentation.', write: 'Indent with two spaces.' },
  BLOCK_AS_IMPLICIT_KEY: {
    what: 'A second colon is in one line, or a line begins in the wrong column.',
    write: 'Put text that holds `: ` between quotation marks, and begin lines that belong together in the same column.',
  },
  BAD_SCALAR_START: {
    what: 'The text begins with a sign that means something else here.',
    write: 'Put the text between quotation marks.',
  },
  BAD_INDENT: { what: 'A line begins in the wrong column, or a closing bracket is missing.', write: oneColumn },
  MULTILINE_IMPLICIT_KEY: {
    what: 'This is no field: the colon and the space behind its name are missing.',
    write: oneColumn,
  },
  MISSING_CHAR: {
    what: 'A closing quotation mark or bracket is missing, or a colon behind the name of a field.',
    write: 'Look at this line and at the one before it.',
  },
  UNEXPECTED_TOKEN: {
    what: 'Something is after the end of the text.',
    write: 'Put the whole text between quotation marks, and write quotation marks inside it as “ and ”.',
  },
};

function explainYaml({ code, message, pos: [start] }: YAMLParseError | YAMLWarning, text: string): Explanation {
  if (code === 'DUPLICATE_KEY')
    return {
      what: `The field \`${/^[^:\n]*/u.exec(text.slice(start))?.[0] ?? ''}\` appears twice.`,
      write: 'Keep one of the two.',
    };
  return (
    slips[code] ?? {
      what: `The fields cannot be read: ${message.split('\n')[0]?.replace(/[.:]?\s*$/u, '') ?? code}.`,
      write: 'Put text that starts with a sign, or holds `: ` or ` #`, between quotation marks.',
    }
  );
}

/** @param name the alias that means nothing; undefined when there are too many */
function explainAlias(name: string | undefined): Explanation {
  if (name === undefined)
    return { what: 'The file repeats parts of itself by `&` and `*` too often.', write: 'Write the parts out.' };
  return {
    what: `\`*${name}\` is the name of a part that this file does not have.`,
    write: 'Put text that begins with `*` between quotation marks.',
  };
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
