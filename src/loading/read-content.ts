import type { EntryProblem, Content } from './content.ts';
import { ContentFolder } from './content-folder.ts';
import { sortProblems, type Problem } from './problem.ts';
import { findBrokenPromises, type PublishedFile } from './rules/published-rules.ts';
import { readData } from './files/read-file.ts';
import { readText } from './files/read-text.ts';
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
  const problems = [...findBrokenRules(content, now), ...findBrokenPromises(published, content, root, now)];
  content.problems.push(...problems.map((problem) => locate(root, problem)));
  content.problems = sortProblems(content.problems);
  return content;
}

/** Reads the file again to say where a problem is; problems are rare, files many. */
function locate(root: string, { entry, path, line, what, write, warning }: EntryProblem): Problem {
  const problem = { file: entry.file, what, write, ...(warning && { warning }) };
  if (line !== undefined) return { ...problem, line, column: 1 };
  const text = readText(root, entry.file);
  const read = typeof text === 'string' ? readData(text, entry.file) : text;
  const place = Array.isArray(read) ? { line: 1, column: 1 } : read.positionOf([...entry.root, ...path]);
  return { ...problem, ...place };
}
