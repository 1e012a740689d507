import { formatProblem, isError, type Problem } from '#loading/problem';

/** Ways to report problems: for people, as annotations of a pull request, as data. */
export const formats = ['text', 'github', 'json'] as const;

export type Format = (typeof formats)[number];

/** Puts problems into the words of a format, with a summary. */
export function report(problems: readonly Problem[], format: Format): string {
  if (format === 'json') return JSON.stringify({ errors: errorsIn(problems), warnings: problems.length - errorsIn(problems), problems: problems.map(asData) }, null, 2);
  return [...problems.map(format === 'github' ? annotation : formatProblem), summary(problems)].join('\n');
}

const errorsIn = (problems: readonly Problem[]): number => problems.filter(isError).length;

const asData = ({ file, line, column, what, write, warning }: Problem) => ({ file, line, column, severity: warning ? 'warning' : 'error', what, write });

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message */
function annotation({ file, line, column, what, write, warning }: Problem): string {
  return `::${warning ? 'warning' : 'error'} file=${property(file)},line=${line},col=${column}::${data(`${what} ${write}`)}`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'The content has no problems.';
  const errors = errorsIn(problems);
  const files = new Set(problems.map(({ file }) => file)).size;
  const counts = [counted(errors, 'error'), counted(problems.length - errors, 'warning')].filter((count) => count !== undefined);
  return `${counts.join(' and ')} in ${counted(files, 'file') ?? 'no file'}.`;
}

const counted = (count: number, word: string): string | undefined => (count === 0 ? undefined : `${count} ${word}${count === 1 ? '' : 's'}`);
