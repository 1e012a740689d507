import type { EntryProblem, Content } from './content.ts';
import { ContentFolder } from './content-folder.ts';
import { sortProblems, type Problem } from './problem.ts';
import { findBrokenPromises, type PublishedFile } from './rules/published-rules.ts';
import { findBrokenRules } from './rules/rules.ts';

/**
 * Reads every file below `content/`. A bad file never hides another.
 * @param root the project's folder
 * @param now the moment of the build, for rules about the future
 * @param published published states of stories that are changed or gone, for rules about promises to readers
 * @param folder the files, where some of them were read before
 */
export function readContent(
  root: string,
  now: Date,
  published: readonly PublishedFile[] = [],
  folder = new ContentFolder(root),
): Content {
  const content = folder.read();
  const found = [...findBrokenRules(content, now), ...findBrokenPromises(published, content, root, now)];
  const byFile = Map.groupBy(found, ({ entry }) => entry.file);
  const located = [...byFile].flatMap(([file, problems]) => locate(folder, file, problems));
  content.problems = sortProblems([...content.problems, ...located]);
  return content;
}

/** Finds where problems of a file are. */
function locate(folder: ContentFolder, file: string, problems: readonly EntryProblem[]): Problem[] {
  const fields = problems.some(({ line }) => line === undefined) ? folder.fieldsOf(file) : undefined;
  return problems.map(({ entry, path, line, what, write, warning }) => ({
    file,
    ...(line === undefined
      ? (fields?.positionOf([...entry.root, ...path]) ?? { line: 1, column: 1 })
      : { line, column: 1 }),
    what,
    write,
    ...(warning && { warning }),
  }));
}
