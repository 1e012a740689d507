/** One thing that a writer should fix, at its place. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 units. */
  column: number;
  /** What is wrong. */
  what: string;
  /** What to write instead. */
  write: string;
  /** True for advice: the site can be built as it is. */
  warning?: boolean;
}

/** True for what must be fixed before the site can be built. */
export const isError = ({ warning }: Problem): boolean => warning !== true;

/** `file:line:column  what is wrong  what to write`, on one line. */
export function formatProblem({ file, line, column, what, write, warning }: Problem): string {
  return `${file}:${line}:${column}  ${warning ? 'Warning: ' : ''}${what}  ${write}`;
}

/** In the order in which a writer works through them: by file, then by place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.what, b.what),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Content that cannot be built; the message lists every problem. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = sortProblems(problems);
    const count = sorted.length === 1 ? '1 problem' : `${sorted.length} problems`;
    super(
      `${count} in the content:\n${sorted.map(formatProblem).join('\n')}\nBuild stopped: fix the ${sorted.length === 1 ? 'problem' : count} above first.`,
    );
    this.problems = sorted;
  }
}
