import {
  Composer,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  visit,
  CST,
  type Document,
  type ErrorCode,
  type Node,
  type Pair,
  type YAMLMap,
  YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import { isError, type Problem } from '../problem.ts';

/** A step into a parsed value: a key or an index from 0. */
export type Path = readonly PropertyKey[];

/** Where something is, counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A YAML text, read: its value, where each part of it is, and what is wrong with it. */
export interface ReadYaml {
  /** Undefined when there are errors. */
  value: unknown;
  /** Errors, or advice when there are none. */
  problems: Problem[];
  /** The place of the value at `path`, or of the nearest part around it. */
  positionOf(path: Path): Position;
  /** The place of the key `key` in the map at `path`. */
  positionOfKey(path: Path, key: string): Position;
}

/** Words, signs and spaces of a file: enough for 20,000 rows, and few enough for a second. */
const mostLexemes = 600_000;

/** Lists and groups inside each other; content needs five, and walks through thousands fail. */
const deepest = 50;

/** Parts that aliases (`*name`) may add; far above what content needs, far below what fills the memory. */
const mostRepeated = 1000;

/**
 * Reads a YAML text with the core schema: dates stay text, duplicate keys are errors.
 * Takes time in proportion to the length of the text, whatever it holds.
 * @param text the text
 * @param file path for problems
 * @param firstLine line of the file on which the text begins, from 1
 */
export function readYaml(text: string, file: string, firstLine = 1): ReadYaml {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const located = ({ offset, ...fault }: Fault): Problem => ({ file, ...place(offset), ...fault });
  const tokens = tokensOf(text, lines);
  const limit = Array.isArray(tokens) ? tooDeep(tokens) : tokens;
  if (!Array.isArray(tokens) || limit) {
    const position = (): Position => place(limit?.offset ?? 0);
    return {
      value: undefined,
      problems: limit ? [located(limit)] : [],
      positionOf: position,
      positionOfKey: position,
    };
  }
  const document = compose(tokens, text.length);
  const problems = problemsIn(document, tokens).map(located);
  const positions = new Positions(document);
  return {
    value: problems.some(isError) ? undefined : document.toJS({ maxAliasCount: -1 }),
    problems: firstOfEachLine(problems),
    positionOf: (path) => place(positions.of(path)),
    positionOfKey: (path, key) => place(positions.ofKey(path, key)),
  };
}

type Explanation = Pick<Problem, 'what' | 'write' | 'warning'>;
type Fault = Explanation & { offset: number };

/** What the lexer says between the lexemes. */
const notInText: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** The syntax of a text, or why it is not read to its end. */
function tokensOf(text: string, lines: LineCounter): CST.Token[] | Fault {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let [count, offset, documents] = [0, 0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'document') documents += 1;
    }
    // One document has everything that is read; a second is an error.
    if (documents > 1) return tokens;
    if (notInText.has(lexeme)) continue;
    count += 1;
    offset += lexeme.length;
    if (count > mostLexemes)
      return {
        offset,
        what: `The fields have more than ${mostLexemes.toLocaleString('en')} words and signs up to here.`,
        write: 'Keep what readers see, and take the rest out.',
      };
  }
  tokens.push(...parser.end());
  return tokens;
}

/** The first of the documents in a text, with every error in it. */
function compose(tokens: readonly CST.Token[], length: number): Document.Parsed {
  // The package compares each key with all before it, which takes the square of their number: see duplicateKeys.
  const composer = new Composer({ schema: 'core', uniqueKeys: false });
  const { stackTraceLimit } = Error;
  // The package makes an error with a stack for each mistake, and there may be many thousands.
  Error.stackTraceLimit = 0;
  try {
    const [first, second] = [...composer.compose(tokens, true, length)] as Document.Parsed[];
    if (first === undefined) throw new Error('The package `yaml` made no document.');
    if (second)
      first.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'Two documents'));
    return first;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function problemsIn(document: Document.Parsed, tokens: readonly CST.Token[]): Fault[] {
  const syntax = causes([...document.errors, ...document.warnings]);
  if (syntax.length > 0) return syntax.map((error) => ({ offset: error.pos[0], ...explainYaml(error) }));
  const nodes = [...duplicateKeys(document), ...wrongAliases(document)];
  return nodes.length > 0 ? nodes : cutByComments(tokens);
}

/** Where a list or a group of fields is too deep inside others. */
function tooDeep(tokens: readonly CST.Token[]): Fault | undefined {
  for (const [token, depth] of collectionsIn(tokens)) {
    if (depth > deepest)
      return {
        offset: token.offset,
        what: `Lists or groups of fields are inside each other more than ${deepest} levels deep.`,
        write: 'Take brackets or `- ` away: the fields of this site need five levels at most.',
      };
  }
  return undefined;
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/** All lists and groups of fields, each with its level from 1; without recursion, since there may be a million inside each other. */
function* collectionsIn(tokens: readonly CST.Token[]): Iterable<[Collection, number]> {
  const open: [Collection, number][] = [];
  const enter = (token: CST.Token | null | undefined, depth: number): void => {
    if (token && 'items' in token) open.push([token, depth]);
  };
  for (const token of tokens) if (token.type === 'document') enter(token.value, 1);
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (const { key, value } of next[0].items) {
      enter(key, next[1] + 1);
      enter(value, next[1] + 1);
    }
  }
}

/** Text without quotation marks that ends where a `#` begins a comment, and fields that have nothing but one. */
function cutByComments(tokens: readonly CST.Token[]): Fault[] {
  const faults: Fault[] = [];
  for (const [{ items }] of collectionsIn(tokens)) {
    for (const { sep, value } of items) {
      const behind = value?.type === 'scalar' ? value.end : value ? undefined : sep;
      const comment = behind?.find(({ type }) => type === 'comment' || type === 'newline');
      if (comment?.type !== 'comment') continue;
      if (value?.type !== 'scalar')
        faults.push({
          offset: comment.offset,
          what: 'A text that begins with `#` is a comment, and the field is empty.',
          write: 'Put the text between quotation marks.',
          warning: true,
        });
      else if (isText(value.source))
        faults.push({
          offset: comment.offset,
          what: `The text ends before this \`#\`: \`${value.source}\` is all that readers see.`,
          write: 'Put the whole text between quotation marks; a comment goes on a line of its own.',
          warning: true,
        });
    }
  }
  return faults;
}

/** Numbers, days and switches lose nothing to a comment behind them. */
const isText = (source: string): boolean => /\p{L}/u.test(source) && !/^(?:true|false|null)$/iu.test(source);

function* duplicateKeys(document: Document.Parsed): Iterable<Fault> {
  const faults: Fault[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value))
          faults.push({
            offset: offsetOf(key),
            what: `The field \`${String(key.value)}\` appears twice.`,
            write: 'Keep one of the two.',
          });
        seen.add(key.value);
      }
    },
  });
  yield* faults;
}

/** Aliases of parts that are not there, and more repetition than content needs. */
function* wrongAliases(document: Document.Parsed): Iterable<Fault> {
  const faults: Fault[] = [];
  /** Parts that an anchor holds, with what its aliases add; endless inside itself. */
  const sizes = new Map<string, number>();
  let repeated = 0;
  let first: unknown;
  const sizeOf = (node: unknown): number => {
    if (isAlias(node)) {
      const size = sizes.get(node.source);
      if (size === undefined)
        faults.push({
          offset: offsetOf(node),
          what: `\`*${node.source}\` is the name of a part that this file does not have.`,
          write: 'Put text that begins with `*` between quotation marks.',
        });
      repeated += size ?? 0;
      if (repeated > mostRepeated) first ??= node;
      return size ?? 1;
    }
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined;
    if (anchor !== undefined) sizes.set(anchor, Infinity);
    const size = isCollection(node) ? node.items.reduce<number>((sum, item) => sum + sizeOf(item), 1) : 1;
    if (anchor !== undefined) sizes.set(anchor, size);
    return size;
  };
  sizeOf(document.contents);
  yield* faults;
  if (first !== undefined)
    yield {
      offset: offsetOf(first),
      what: 'The file repeats parts of itself by `&` and `*` too often.',
      write: 'Write the parts out.',
    };
}

const offsetOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

/** Where the parts of a document are. The keys of a map are looked through once. */
class Positions {
  readonly #document: Document.Parsed;
  readonly #pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(document: Document.Parsed) {
    this.#document = document;
  }

  /** Offset of the value at a path, or of the nearest part around it that is written. */
  of(path: Path): number {
    return offsetOf(this.#nodeAt(path).node);
  }

  /** Offset of a key in the map at a path. */
  ofKey(path: Path, key: string): number {
    const { node, whole } = this.#nodeAt(path);
    const pair = whole && isMap(node) ? this.#pairsOf(node).get(key) : undefined;
    return pair ? offsetOf(pair.key) : offsetOf(node);
  }

  #nodeAt(path: Path): { node: Node | null; whole: boolean } {
    let node: Node | null = this.#document.contents;
    for (const step of path) {
      const next: unknown = isMap(node)
        ? this.#pairsOf(node).get(String(step))?.value
        : isSeq(node)
          ? node.items[Number(step)]
          : undefined;
      if (!isNode(next) || !next.range) return { node, whole: false };
      node = next;
    }
    return { node, whole: true };
  }

  #pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.#pairs.get(map);
    if (known) return known;
    const pairs = new Map(
      map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
    );
    this.#pairs.set(map, pairs);
    return pairs;
  }
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
  MULTIPLE_DOCS: {
    what: 'A line `---` or `...` ends the fields here, and more follows.',
    write: 'Delete the line, or put a text that begins with these signs between quotation marks.',
  },
  TAG_RESOLVE_FAILED: {
    what: 'A `!` at the beginning of a text gives it a type, which no field has.',
    write: 'Put text that begins with `!` between quotation marks.',
  },
  UNEXPECTED_TOKEN: {
    what: 'Something is after the end of the text.',
    write: 'Put the whole text between quotation marks, and write quotation marks inside it as “ and ”.',
  },
};

function explainYaml({ code, message }: YAMLParseError | YAMLWarning): Explanation {
  return (
    slips[code] ?? {
      what: `The fields cannot be read: ${message.split('\n')[0]?.replace(/[.:]?\s*$/u, '') ?? code}.`,
      write: 'Put text that starts with a sign, or holds `: ` or ` #`, between quotation marks.',
    }
  );
}
