import {
  firstProblems,
  isError,
  listProblems,
  moreProblems,
  presentable,
  type Problem,
  type ShownProblems,
} from '#loading/problem';

/** Ways to report problems: for people, as annotations of a pull request, as data. */
export const formats = ['text', 'github', 'json'] as const;

export type Format = (typeof formats)[number];

/** Puts problems into the words of a format, with a summary. Of a file with very many, the first are listed and the rest is counted. */
export function report(problems: readonly Problem[], format: Format): string {
  const { shown, more } = firstProblems(problems);
  if (format === 'json')
    return JSON.stringify(
      { errors: errorsIn(problems), warnings: problems.length - errorsIn(problems), problems: shown.map(asData), more },
      null,
      2,
    );
  const lines =
    format === 'github' ? [...shown.map(annotation), ...more.map(annotationOfMore)] : listProblems(problems);
  return [...lines, summary(problems)].join('\n');
}

const errorsIn = (problems: readonly Problem[]): number => problems.filter(isError).length;

function asData(problem: Problem) {
  const { file, line, column, what, write, warning } = presentable(problem);
  return { file, line, column, severity: warning ? 'warning' : 'error', what, write };
}

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message */
function annotation(problem: Problem): string {
  const { file, line, column, what, write, warning } = presentable(problem);
  return `::${warning ? 'warning' : 'error'} file=${property(file)},line=${line},col=${column}::${data(`${what} ${write}`)}`;
}

const annotationOfMore = ({ file, count, errors }: ShownProblems['more'][number]): string =>
  `::${errors > 0 ? 'error' : 'warning'} file=${property(file)}::${data(moreProblems(count))}`;

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'The content has no problems.';
  const errors = errorsIn(problems);
  const files = new Set(problems.map(({ file }) => file)).size;
  const counts = [counted(errors, 'error'), counted(problems.length - errors, 'warning')].filter(
    (count) => count !== undefined,
  );
  return `${counts.join(' and ')} in ${counted(files, 'file') ?? 'no file'}.`;
}

const counted = (count: number, word: string): string | undefined =>
  count === 0 ? undefined : `${count} ${word}${count === 1 ? '' : 's'}`;
