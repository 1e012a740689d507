import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkContent } from '#loading/check-content';
import { formatProblem, isError } from '#loading/problem';
import { readContent } from '#loading/read-content';
import { writeInferences } from '#loading/write-inferences';
import { CannotMake } from './new-file.ts';

/** A file to write. */
export interface WrittenFile {
  /** From the project's root, with forward slashes. */
  file: string;
  content: string | Uint8Array;
  /** True for a file that exists and is replaced. */
  replaces?: boolean;
}

/**
 * Writes files, and takes all of them back when the check refuses one.
 * @param root the project's folder
 * @throws CannotMake when a new file exists already, or with what is wrong
 */
export function writeFiles(root: string, files: readonly WrittenFile[], now: Date): void {
  const undo: (() => void)[] = [];
  let written = '';
  const takeBack = (): void => undo.reverse().forEach((step) => step());
  try {
    for (const { file, content, replaces = false } of files) {
      written = file;
      const path = join(root, file);
      const before = replaces ? readFileSync(path) : undefined;
      const folder = mkdirSync(dirname(path), { recursive: true });
      if (folder !== undefined) undo.push(() => rmSync(folder, { recursive: true }));
      writeFileSync(path, content, { flag: replaces ? 'w' : 'wx' });
      undo.push(() => (before === undefined ? rmSync(path) : writeFileSync(path, before)));
    }
  } catch (error) {
    takeBack();
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new CannotMake(`There is ${written} already, and nothing that exists is overwritten.`, { cause: error });
  }
  for (const inference of writeInferences(root, readContent(root, now)))
    undo.push(() => rmSync(join(root, inference), { force: true }));
  const problems = checkContent(root, now).problems.filter(isError);
  if (problems.length === 0) return;
  takeBack();
  throw new CannotMake(problems.map(formatProblem).join('\n'));
}
