import { withCommas } from '#domain/text/numbers';
import { shortened, visible } from '#domain/text/visible';

/** One thing that a writer should fix, at its place. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 units. */
  column: number;
  /** What is wrong; texts from the content are between `backticks` or “quotation marks”. */
  what: string;
  /** What to write instead. */
  write: string;
  /** True for advice: the site can be built as it is. */
  warning?: boolean;
}

/** True for what must be fixed before the site can be built. */
export const isError = ({ warning }: Problem): boolean => warning !== true;

/** Letters of a text from the content that a message quotes; of the words around one; and of a whole message. */
const longest = { quoted: 80, words: 400, message: 1000 } as const;

/**
 * A problem as it may be shown, whatever the content holds: on one line, without signs that nobody sees, and short.
 * A text from the content could otherwise colour a terminal, or write a command into the log of a workflow.
 */
export function presentable(problem: Problem): Problem {
  const { file, what, write } = problem;
  return { ...problem, file: visible(file), what: presentableMessage(what), write: presentableMessage(write) };
}

function presentableMessage(message: string): string {
  // Quoted texts are every second part.
  const parts = message.split(/([`“”])/u);
  let quoted = false;
  const short = parts.map((part) => {
    if (part === '`') quoted = !quoted;
    else if (part === '“' || part === '”') quoted = part === '“';
    else return shortened(visible(part), quoted ? longest.quoted : longest.words);
    return part;
  });
  return shortened(short.join(''), longest.message);
}

/** `file:line:column  what is wrong  what to write`, on one line. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, what, write, warning } = presentable(problem);
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

/** Problems of one file that are shown: more have a common cause, and bury those of other files. */
const mostPerFile = 50;

/** The problems that are shown, and how many more each file has. */
export interface ShownProblems {
  shown: Problem[];
  /** Files with more problems than are shown. */
  more: { file: string; count: number; errors: number }[];
}

/** Chooses the problems that are shown: of each file the first ones, errors before advice. */
export function firstProblems(problems: readonly Problem[]): ShownProblems {
  const result: ShownProblems = { shown: [], more: [] };
  for (const [file, all] of Map.groupBy(sortProblems(problems), (problem) => problem.file)) {
    const errors = all.filter(isError);
    const chosen = new Set([...errors, ...all.filter((problem) => !isError(problem))].slice(0, mostPerFile));
    for (const problem of all) if (chosen.has(problem)) result.shown.push(problem);
    if (all.length > chosen.size)
      result.more.push({
        file: visible(file),
        count: all.length - chosen.size,
        errors: Math.max(0, errors.length - chosen.size),
      });
  }
  return result;
}

/** Lines with the first problems of each file, and with how many more it has. */
export function listProblems(problems: readonly Problem[]): string[] {
  const { shown, more } = firstProblems(problems);
  return [...shown.map(formatProblem), ...more.map(formatMore)];
}

/** `content/a.yaml  4,950 more problems in this file.` */
function formatMore({ file, count }: ShownProblems['more'][number]): string {
  return `${file}  ${moreProblems(count)}`;
}

/** What is said of problems that are not shown. */
export function moreProblems(count: number): string {
  return `${withCommas(count)} more ${count === 1 ? 'problem' : 'problems'} in this file.`;
}

/** Content that cannot be built; the message lists the problems. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(
      `${count} in the content:\n${listProblems(problems).join('\n')}\nBuild stopped: fix the ${problems.length === 1 ? 'problem' : count} above first.`,
    );
    this.problems = sortProblems(problems);
  }
}
